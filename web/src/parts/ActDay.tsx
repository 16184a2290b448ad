// The day of an act that was done on paper before it is entered here; folded away, since most acts are of today. On a production store an act is of the day it is entered
// (http.day_not_yours), so it is not offered there.
import { useSession } from "../api/session";
import { useTexts } from "../i18n/language";
import { texts } from "./texts";

export function ActDay({ id, day, change }: { id: string; day: string; change: (day: string) => void }) {
  const t = useTexts(texts);
  const { session } = useSession();
  if (session?.store.kind !== "demo" && session?.store.kind !== "training") return null;
  return (
    <details>
      <summary>{t("actDayMore")}</summary>
      <div className="s-narrow cds--form-item">
        <label className="cds--label" htmlFor={id}>
          {t("actDay")}
        </label>
        <input id={id} type="date" className="cds--text-input" aria-describedby={`${id}-help`} value={day} onChange={(event) => change(event.target.value)} />
        <div className="cds--form__helper-text" id={`${id}-help`}>
          {t("actDayHelp")}
        </div>
      </div>
    </details>
  );
}
