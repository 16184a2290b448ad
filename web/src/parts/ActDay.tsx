// The day of an act that was done on paper before it is entered here; folded away, since most acts are of today. On a production store an act is of the day it is entered
// (http.day_not_yours), so it is not offered there.
import { useSession } from "../api/session";
import { useTexts } from "../i18n/language";
import { DayField } from "./DayField";
import { texts } from "./texts";

export function ActDay({ id, day, change }: { id: string; day: string; change: (day: string) => void }) {
  const t = useTexts(texts);
  const { session } = useSession();
  if (session?.store.kind !== "demo" && session?.store.kind !== "training") return null;
  return (
    <details>
      <summary>{t("actDayMore")}</summary>
      <div className="s-narrow">
        <DayField id={id} label={t("actDay")} help={t("actDayHelp")} value={day} change={change} />
      </div>
    </details>
  );
}
