// The secretariat's inbox: each task leads to the page where it is done, or is done here.
import { Button, Tag } from "@carbon/react";
import { useState } from "react";
import { Link } from "react-router-dom";
import { address } from "../../api/client";
import { useCursorList, useGet } from "../../api/queries";
import { useLanguage, useTexts } from "../../i18n/language";
import { say } from "../../i18n/texts";
import { DateText } from "../../parts/Amounts";
import { DataTable } from "../../parts/DataTable";
import { NextStep } from "../../parts/NextStep";
import { PageHead } from "../../parts/PageHead";
import type { Task } from "../proponent/api";
import { Act, actsOn } from "./Act";
import type { Choices } from "./model";
import { texts } from "./texts";

// Where a task is done. Nothing: here, by a form of its own.
export function placeOf(task: Task): string | undefined {
  if (task.page.startsWith("/rounds/")) return task.page;
  if (task.kind === "docket" || task.kind === "registration_decision" || task.kind === "certification_decision") {
    if (task.subject === "project") return `/secretariat/cases/${task.project}`;
    if (task.subject === "report") return `/secretariat/cases/${task.project}/reports/${task.number}`;
    return "/rounds";
  }
  if (task.kind === "round_to_close") return `/rounds/${task.number}`;
  if (task.kind === "issue") return "/secretariat/issues";
  if (task.kind === "account_decision" || task.kind === "account_documents") return "/secretariat/accounts";
  if (task.kind === "match_decision") return `/cases/${task.project}/matches`;
  return undefined;
}

export default function Desk() {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const list = useCursorList<Task>("/inbox");
  const choices = useGet<Choices>("/secretariat/choices");
  const [acting, setActing] = useState<Task>();
  const first = list.items[0];
  const place = first && placeOf(first);
  const late = list.items.filter((task) => task.overdue).length;
  return (
    <>
      <PageHead
        title={t("deskTitle")}
        lead={late > 0 ? t("deskLate", { count: late }) : t("deskLead")}
        actions={
          <Button as="a" size="md" kind="tertiary" href={address("/inbox/calendar.ics", { language })} download>
            {t("calendar")}
          </Button>
        }
      />
      {first ? (
        <NextStep
          text={t("deskNext", { what: `${say(first, language)} (${first.about})` })}
          steps={[place ? { action: t("doIt"), to: place } : { action: t("doIt"), onClick: () => setActing(first) }, { action: t("allDeadlines"), to: "/secretariat/deadlines" }]}
        />
      ) : (
        !list.loading && <NextStep text={t("deskNothing")} steps={[{ action: t("allDeadlines"), to: "/secretariat/deadlines" }]} />
      )}
      {acting && choices.data && <Act task={acting} choices={choices.data} done={() => setActing(undefined)} />}
      <DataTable
        name={t("deskTitle")}
        list={list}
        files={[]}
        keyOf={(task) => task.key}
        filters={[{ id: "overdue", name: t("filterOverdue"), kind: "choice", options: [{ value: "true", name: t("overdueOnly") }] }]}
        columns={[
          {
            id: "task",
            name: t("task"),
            cell: (task) => {
              const where = placeOf(task);
              if (where) return <Link to={where}>{say(task, language)}</Link>;
              if (actsOn(task)) {
                return (
                  <Button size="sm" kind="ghost" onClick={() => setActing(task)}>
                    {say(task, language)}
                  </Button>
                );
              }
              return say(task, language);
            },
          },
          { id: "about", name: t("about"), cell: (task) => (task.project ? <Link to={`/cases/${task.project}`}>{task.about}</Link> : task.about) },
          { id: "since", name: t("since"), cell: (task) => <DateText date={task.since} /> },
          { id: "due", name: t("due"), cell: (task) => <DateText date={task.due} /> },
          { id: "state", name: t("state"), cell: (task) => (task.overdue ? <Tag type="red">{t("overdue")}</Tag> : <Tag type="gray">{t("inTime")}</Tag>) },
        ]}
        empty={{ title: t("deskEmpty"), text: t("deskEmptyText") }}
      />
    </>
  );
}
