import { Tasks } from "./Tasks";
import { useTexts } from "../../i18n/language";
import { texts } from "./texts";

// For everybody who is signed in; the daily mail leads here.
export default function Inbox() {
  const t = useTexts(texts);
  return <Tasks title={t("title")} lead={t("lead")} more={[{ action: t("toHome"), to: "/" }]} />;
}
