import { Tasks } from "./Tasks";
import { useSession } from "../../api/session";
import { useLanguage, useTexts } from "../../i18n/language";
import { say } from "../../i18n/texts";
import { ownPage } from "../../work";
import { texts } from "./texts";

// For everybody who is signed in; the daily mail leads here.
export default function Inbox() {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const { session } = useSession();
  const own = ownPage(session);
  return <Tasks title={t("title")} lead={t("lead")} more={[...(own ? [{ action: say(own, language), to: own.path }] : []), { action: t("toWork"), to: "/account/work" }]} />;
}
