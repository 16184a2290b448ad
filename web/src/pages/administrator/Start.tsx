// To be replaced by this area's real pages before anything is handed in; web/README.md says how a page is made.
import { useLanguage } from "../../i18n/language";
import { say } from "../../i18n/texts";
import { PageHead } from "../../parts/PageHead";
import { administrator } from "./routes";

export default function Start() {
  const { language } = useLanguage();
  return <PageHead title={say(administrator, language)} />;
}
