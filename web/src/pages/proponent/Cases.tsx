import { Link } from "react-router-dom";
import { useCursorList } from "../../api/queries";
import { useSession } from "../../api/session";
import { useLanguage, useTexts } from "../../i18n/language";
import { say } from "../../i18n/texts";
import { DataTable } from "../../parts/DataTable";
import { NextStep } from "../../parts/NextStep";
import { PageHead } from "../../parts/PageHead";
import { Tonnes } from "../../parts/Amounts";
import { dateText } from "../../parts/values";
import { originTexts } from "../../parts/originTexts";
import type { Task } from "../../api/inbox";
import type { CaseRow } from "./api";
import { texts } from "./texts";

export function isMine(task: Task, organisation: number | undefined): boolean {
  return organisation !== undefined && task.organisations.includes(organisation);
}

export function Waiting({ tasks }: { tasks: readonly Task[] }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  if (tasks.length === 0) return <span>{t("nothingWaits")}</span>;
  return (
    <ul className="s-plain">
      {tasks.map((task) => (
        <li key={task.key}>
          {say(task, language)}{" "}
          {task.due && <span className={task.overdue ? "s-error-text" : "s-source"}>{t(task.overdue ? "overdue" : "until", { date: dateText(task.due, language) })}</span>}
        </li>
      ))}
    </ul>
  );
}

export default function Cases() {
  const t = useTexts(texts);
  const o = useTexts(originTexts);
  const { language } = useLanguage();
  const { session } = useSession();
  const list = useCursorList<CaseRow>("/proponent/cases");
  const organisation = session?.organisation?.id;
  const first = list.items.flatMap((c) => c.waiting.filter((task) => isMine(task, organisation)).map((task) => ({ task, number: c.project.project })))[0];
  return (
    <>
      <PageHead title={t("casesTitle")} lead={t("casesLead")} />
      <NextStep
        text={first ? t("casesNextTask", { task: say(first.task, language), about: first.task.about }) : t("casesNext")}
        steps={[
          ...(first ? [{ action: t("openCase"), to: `/cases/${first.number}` }] : []),
          { action: t("startProject"), to: "/plans/start" },
          { action: t("openDrafts"), to: "/plans" },
        ]}
      />
      <DataTable
        name={t("casesTitle")}
        list={list}
        keyOf={(c) => c.project.project}
        columns={[
          { id: "title", name: t("title"), sort: "title", cell: (c) => <Link to={`/cases/${c.project.project}`}>{c.project.title}</Link> },
          { id: "stage", name: t("stage"), sort: "stage", cell: (c) => say(c.stage_words, language) },
          { id: "methodology", name: t("methodology"), cell: (c) => c.project.methodologies.join(", ") },
          { id: "waits", name: t("waits"), cell: (c) => <Waiting tasks={c.waiting} /> },
          { id: "certified", name: t("certified"), sort: "certified", cell: (c) => <Tonnes amount={c.project.certified} from={{ text: o("certifiedOfProject"), to: { path: `/cases/${c.project.project}`, name: c.project.title } }} />, end: true },
        ]}
        empty={{ title: t("caseNone"), text: t("caseNoneText") }}
      />
    </>
  );
}
