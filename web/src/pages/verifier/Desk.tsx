// What waits for the verifier, what it has done, and the signed return of an offline review.
import { Tag } from "@carbon/react";
import { useState } from "react";
import { Link } from "react-router-dom";
import { useQueryClient } from "@tanstack/react-query";
import { useCursorList } from "../../api/queries";
import { useSession } from "../../api/session";
import { useLanguage, useTexts } from "../../i18n/language";
import { say } from "../../i18n/texts";
import { DateText } from "../../parts/Amounts";
import { CommandForm } from "../../parts/CommandForm";
import { DataTable } from "../../parts/DataTable";
import { NextStep } from "../../parts/NextStep";
import { PageHead } from "../../parts/PageHead";
import { Upload } from "../../parts/Upload";
import { Words } from "../../parts/Term";
import { pageOf, type ReviewRow } from "./model";
import { texts } from "./texts";

export default function Desk() {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const list = useCursorList<ReviewRow>("/verifier/reviews");
  const client = useQueryClient();
  const { session } = useSession();
  const [taken, setTaken] = useState<{ project: number; report: number }>();
  const first = list.items.find((row) => row.open);
  return (
    <>
      <PageHead title={t("deskTitle")} lead={t("deskLead")} />
      <Words words={["validation", "verification", "lead_time"]} />
      {first ? (
        <NextStep text={t("deskNext", { what: `${say(first.kind_words, language)}: ${first.title}` })} steps={[{ action: t("openReview"), to: pageOf(first) }]} />
      ) : (
        !list.loading && <NextStep text={t("deskNothing")} />
      )}
      <DataTable
        name={t("deskTitle")}
        list={list}
        keyOf={(row) => row.key}
        filters={[{ id: "open", name: t("filterOpen"), kind: "choice", options: [{ value: "true", name: t("waiting") }, { value: "false", name: t("given") }] }]}
        columns={[
          { id: "title", name: t("project"), sort: "title", cell: (row) => <Link to={pageOf(row)}>{row.title}</Link> },
          { id: "kind", name: t("kind"), sort: "kind", cell: (row) => say(row.kind_words, language) },
          { id: "proponents", name: t("proponents"), cell: (row) => row.proponents.map((one) => one.name).join(t("and")) },
          { id: "state", name: t("state"), sort: "state", cell: (row) => <Tag type={row.open ? (row.overdue ? "red" : "blue") : "gray"}>{row.overdue ? t("overdue") : say(row.state_words, language)}</Tag> },
          { id: "due", name: t("due"), sort: "due", cell: (row) => <DateText date={row.due} /> },
          { id: "findings", name: t("openFindings"), sort: "findings", end: true, cell: (row) => row.findings },
        ]}
        empty={{ title: t("deskEmpty"), text: t("deskEmptyText") }}
      />
      <section className="s-section">
        <h2>{t("offlineTitle")}</h2>
        <p className="s-prose">{t("offlineText")}</p>
        <Upload<{ project: number; report: number; entry: number }>
          name={t("offlineReturn")}
          path="/verifier/returns"
          types={[".txt", ".return"]}
          size_mb_max={1}
          onAnswer={(answer) => {
            setTaken(answer);
            void client.invalidateQueries();
          }}
        />
        {taken && <p role="status">{t("offlineTaken", { project: taken.project, report: taken.report })}</p>}
        <details className="s-section">
          <summary>{t("keyTitle")}</summary>
          <p className="s-prose">{t("keyText")}</p>
          {session?.organisation && (
            <CommandForm
              command="RegisterKey"
              fixed={{ organisation: session.organisation.id }}
              fields={[{ id: "public_key", name: t("publicKey"), kind: "text", help: t("publicKeyHelp") }]}
              submit={t("registerKey")}
            />
          )}
        </details>
      </section>
    </>
  );
}
