// The secretariat's inbox: the same list as everybody's, with the way to what waits for others.
import { useTexts } from "../../i18n/language";
import { Tasks } from "../inbox/Tasks";
import { texts } from "./texts";

export default function Desk() {
  const t = useTexts(texts);
  return <Tasks title={t("deskTitle")} lead={t("deskLead")} more={[{ action: t("allDeadlines"), to: "/secretariat/deadlines" }]} />;
}
