// A person's tasks: each leads to the page where it is done, or is done here by a form of its own.
import { Tag } from "@carbon/react";
import { lazy, Suspense, useState } from "react";
import { Link, useSearchParams } from "react-router-dom";
import type { Task } from "../../api/inbox";
import { useCursorList } from "../../api/queries";
import { useSession } from "../../api/session";
import { useLanguage, useTexts } from "../../i18n/language";
import { say } from "../../i18n/texts";
import { DateText } from "../../parts/Amounts";
import { DataTable } from "../../parts/DataTable";
import { Loading } from "../../parts/Loading";
import { NextStep, type Step } from "../../parts/NextStep";
import { PageHead } from "../../parts/PageHead";
import { SaveFile } from "../../parts/SaveFile";
import { texts } from "./texts";

const Act = lazy(() => import("../secretariat/Act").then(({ Act }) => ({ default: Act })));
const HERE = "/inbox?task=";

export function Tasks({ title, lead, more }: { title: string; lead: string; more: readonly Omit<Step, "text">[] }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const { session } = useSession();
  const [search, setSearch] = useSearchParams();
  const [done, setDone] = useState(false);
  const list = useCursorList<Task>("/inbox");
  const late = useCursorList<Task>("/inbox", { filters: { overdue: true }, limit: 1 }).total ?? 0;
  const key = search.get("task");
  const acting = key === null ? undefined : list.items.find((task) => task.key === key);
  const first = list.items[0];
  const act = (task: Task) => {
    setDone(false);
    setSearch({ task: task.key });
  };
  const stepOf = (task: Task) => (task.page.startsWith(HERE) ? { action: t("doIt"), onClick: () => act(task) } : { action: t("doIt"), to: task.page });
  return (
    <>
      <PageHead
        title={title}
        lead={late > 0 ? t("leadLate", { count: late }) : lead}
        actions={
          <SaveFile path="/inbox/calendar.ics">{t("calendar")}</SaveFile>
        }
      />
      {first ? <NextStep text={t("next", { what: `${say(first, language)}${first.about && ` (${first.about})`}` })} steps={[stepOf(first), ...more]} /> : !list.loading && <NextStep text={t("nothing")} steps={more} />}
      {done && (
        <p className="s-notice s-notice-good" role="status">
          {t("done")}
        </p>
      )}
      {key !== null && !acting && !list.loading && !done && (
        <p className="s-notice" role="status">
          {t("gone")}
        </p>
      )}
      {acting && session?.rights.includes("run_scheme") && (
        <Suspense fallback={<Loading />}>
          <Act
            task={acting}
            done={() => {
              setDone(true);
              setSearch({});
            }}
          />
        </Suspense>
      )}
      <DataTable
        name={title}
        list={list}
        keyOf={(task) => task.key}
        filters={[{ id: "overdue", name: t("filterOverdue"), kind: "choice", options: [{ value: "true", name: t("overdueOnly") }] }]}
        columns={[
          {
            id: "task",
            name: t("task"),
            sort: "task",
            cell: (task) => (
              <Link className="cds--link" to={task.page} onClick={() => setDone(false)}>
                {say(task, language)}
              </Link>
            ),
          },
          {
            id: "about",
            name: t("about"),
            sort: "about",
            cell: (task) => (task.project && session?.rights.includes("see_cases") ? <Link to={`/cases/${task.project}`}>{task.about}</Link> : task.about || "-"),
          },
          { id: "since", name: t("since"), sort: "since", cell: (task) => <DateText date={task.since} /> },
          { id: "due", name: t("due"), sort: "due", cell: (task) => (task.due ? <DateText date={task.due} /> : t("noDay")) },
          {
            id: "state",
            name: t("state"),
            cell: (task) => (task.overdue ? <Tag type="red">{t("overdue")}</Tag> : <Tag type="gray">{t(!task.due ? "noDay" : task.deadline ? "lastDay" : "inTime")}</Tag>),
          },
        ]}
        empty={{ title: t("empty"), text: t("emptyText") }}
      />
    </>
  );
}
