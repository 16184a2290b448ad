import { Select, SelectItem } from "@carbon/react";
import { useGet } from "../../api/queries";
import type { ListAnswer } from "../../api/contract";
import { useTexts } from "../../i18n/language";
import type { OrganisationRow } from "./api";
import { texts } from "./texts";

// One of the organisations that are registered; "" is the registry itself.
export function OrganisationField({ id, value, set }: { id: string; value: string; set: (value: string) => void }) {
  const t = useTexts(texts);
  const { data } = useGet<ListAnswer<OrganisationRow>>("/organisations", { limit: 500 });
  return (
    <Select id={id} labelText={t("organisationsTitle")} value={value} onChange={(event) => set(event.target.value)}>
      <SelectItem value="" text={t("store")} />
      {(data?.items ?? []).map((one) => (
        <SelectItem key={one.organisation} value={one.organisation} text={`${one.organisation} ${one.name}`} />
      ))}
    </Select>
  );
}
