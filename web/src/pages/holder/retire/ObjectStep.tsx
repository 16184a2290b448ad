import { Button, Select, SelectItem, TextArea, TextInput } from "@carbon/react";
import { useTexts } from "../../../i18n/language";
import { Term } from "../../../parts/Term";
import type { Draft } from "./draft";
import { texts } from "./texts";
import { OFFSETS, offsetWord } from "./words";

// What is offset and where. What a purpose asks for is the server's word (`needed`, `place`); the ledger refuses what is missing.
export function ObjectStep({ draft, change, needed, place, next, back }: { draft: Draft; change: (part: Partial<Draft>) => void; needed: boolean; place: boolean; next: () => void; back: () => void }) {
  const t = useTexts(texts);
  const ready = !needed || (draft.offset !== "none" && draft.offset_object.trim() !== "");
  return (
    <form
      className="s-narrow s-stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) next();
      }}
    >
      <Select id="offset" labelText={t("offset")} value={draft.offset} onChange={(event) => change({ offset: event.target.value })}>
        {OFFSETS.map((offset) => (
          <SelectItem key={offset} value={offset} text={offsetWord(t, offset)} disabled={needed && offset === "none"} />
        ))}
      </Select>
      {draft.offset !== "none" && <TextArea id="object" labelText={t("object")} helperText={t("objectHelp")} rows={3} value={draft.offset_object} onChange={(event) => change({ offset_object: event.target.value })} />}
      {(place || draft.offset !== "none") && <TextInput id="place" labelText={t("place")} helperText={t("placeHelp")} value={draft.place} onChange={(event) => change({ place: event.target.value })} />}
      <TextInput id="note" labelText={t("note")} helperText={t("noteHelp")} value={draft.note} onChange={(event) => change({ note: event.target.value })} />
      <p>
        <Term word="double_counting" />
      </p>
      <div className="s-row">
        <Button type="submit" size="md" disabled={!ready}>
          {t("next")}
        </Button>
        <Button size="md" kind="ghost" onClick={back}>
          {t("back")}
        </Button>
      </div>
    </form>
  );
}
