import { Search } from "@carbon/react";
import { useTexts } from "../i18n/language";
import { texts } from "./texts";

// What is typed narrows what is shown below it.
export function SearchField({ id, name, value, change, size }: { id?: string; name: string; value: string; change: (value: string) => void; size?: "md" | "lg" }) {
  const t = useTexts(texts);
  return <Search id={id} size={size} labelText={name} placeholder={name} closeButtonLabelText={t("clearSearch")} value={value} onChange={(event) => change(event.target.value)} />;
}
