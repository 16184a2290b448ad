// An organisation, found by a part of its name or corporate number: a register may hold thousands.
import { Select, SelectItem, TextInput } from "@carbon/react";
import { useState } from "react";
import { useGet } from "../api/queries";
import { useTexts } from "../i18n/language";
import { texts } from "./texts";

interface Found {
  organisation: number;
  name: string;
  corporate_number: string;
}
interface Props {
  id: string;
  label: string;
  value: number | undefined;
  change: (organisation: number | undefined, name: string) => void;
  // What it means to choose none; without it one must be searched for first.
  none?: string;
}

export function OrganisationField({ id, label, value, change, none }: Props) {
  const t = useTexts(texts);
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState<Found>();
  const wanted = text.normalize("NFKC").trim();
  const found = useGet<{ items: Found[] }>(wanted !== "" || none !== undefined ? "/organisations" : undefined, { text: wanted || undefined, limit: 20 });
  const items = found.data?.items ?? [];
  // What was chosen stays in the list while one searches on.
  const kept = chosen && chosen.organisation === value && !items.some((one) => one.organisation === value) ? [chosen, ...items] : items;
  return (
    <div className="s-stack">
      <TextInput id={`${id}-text`} labelText={t("searchOrganisation", { label })} helperText={t("searchOrganisationHelp")} value={text} onChange={(event) => setText(event.target.value)} />
      <Select
        id={id}
        labelText={label}
        value={value ?? ""}
        onChange={(event) => {
          const one = kept.find((row) => row.organisation === Number(event.target.value));
          setChosen(one);
          change(one?.organisation, one?.name ?? "");
        }}
      >
        <SelectItem value="" text={none ?? (kept.length === 0 ? t("searchFirst") : t("chooseOrganisation"))} />
        {kept.map((one) => (
          <SelectItem key={one.organisation} value={one.organisation} text={one.corporate_number ? `${one.name} (${one.corporate_number})` : one.name} />
        ))}
      </Select>
    </div>
  );
}
