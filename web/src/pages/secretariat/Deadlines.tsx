// Everything that waits for anybody, by due day; what is late first.
import { Tag } from "@carbon/react";
import { Link } from "react-router-dom";
import { useCursorList } from "../../api/queries";
import { useLanguage, useTexts } from "../../i18n/language";
import { say } from "../../i18n/texts";
import { DateText } from "../../parts/Amounts";
import { DataTable } from "../../parts/DataTable";
import { NextStep } from "../../parts/NextStep";
import { PageHead } from "../../parts/PageHead";
import { SaveFile } from "../../parts/SaveFile";
import { Words } from "../../parts/Term";
import type { Task } from "../../api/inbox";
import { roleWord } from "../auditor/words";
import { texts } from "./texts";

// Whose turn it may be.
const TURNS: readonly Task["role"][] = ["secretariat", "committee", "proponent", "programme_operator", "verifier", "account_manager", "approver", "supporter"];

export default function Deadlines() {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const list = useCursorList<Task>("/secretariat/tasks");
  // Over all, whatever the list shows.
  const late = useCursorList<Task>("/secretariat/tasks", { filters: { overdue: true }, limit: 1 }).total ?? 0;
  return (
    <>
      <PageHead
        title={t("deadlinesTitle")}
        lead={t("deadlinesLead")}
        actions={
          <SaveFile path="/secretariat/tasks/calendar.ics" query={list.query}>
            {t("calendar")}
          </SaveFile>
        }
      />
      <Words words={["lead_time"]} />
      <NextStep text={late > 0 ? t("deadlinesLate", { count: late }) : t("deadlinesNone")} steps={[{ action: t("onlyLate"), onClick: () => list.setFilters({ ...list.filters, overdue: "true" }) }]} />
      <DataTable
        name={t("deadlinesTitle")}
        list={list}
        keyOf={(task) => task.key}
        filters={[
          { id: "overdue", name: t("filterOverdue"), kind: "choice", options: [{ value: "true", name: t("overdueOnly") }] },
          { id: "role", name: t("filterRole"), kind: "choice", options: TURNS.map((role) => ({ value: role, name: roleWord(role, language) })) },
          { id: "text", name: t("about"), kind: "text" },
        ]}
        columns={[
          { id: "due", name: t("due"), sort: "due", cell: (task) => <DateText date={task.due} /> },
          { id: "state", name: t("state"), cell: (task) => (task.overdue ? <Tag type="red">{t("overdue")}</Tag> : <Tag type="gray">{t(!task.due ? "noDay" : task.deadline ? "lastDay" : "inTime")}</Tag>) },
          { id: "task", name: t("task"), sort: "task", cell: (task) => say(task, language) },
          { id: "about", name: t("about"), sort: "about", cell: (task) => (task.project ? <Link to={`/cases/${task.project}`}>{task.about}</Link> : task.about) },
          { id: "role", name: t("waitsFor"), sort: "role", cell: (task) => roleWord(task.role, language) },
          { id: "since", name: t("since"), sort: "since", cell: (task) => <DateText date={task.since} /> },
        ]}
        empty={{ title: t("deadlinesEmpty"), text: t("deadlinesEmptyText") }}
      />
    </>
  );
}
