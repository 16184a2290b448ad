import { Button, Form, Select, SelectItem } from "@carbon/react";
import { useState, type FormEvent } from "react";
import { useCommand, useCursorList, useGet } from "../../api/queries";
import { useSession } from "../../api/session";
import { useLanguage, useTexts } from "../../i18n/language";
import { DayField } from "../../parts/DayField";
import { say } from "../../i18n/texts";
import { DateText } from "../../parts/Amounts";
import { DataTable } from "../../parts/DataTable";
import { NextStep } from "../../parts/NextStep";
import { PageHead } from "../../parts/PageHead";
import { ProblemNotice } from "../../parts/ProblemNotice";
import { Words } from "../../parts/Term";
import type { Choices, FollowUp } from "./api";
import { texts } from "./texts";

export default function FollowUps() {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const { session } = useSession();
  const list = useCursorList<FollowUp>("/support/follow-ups");
  return (
    <>
      <PageHead title={t("followTitle")} lead={t("followLead")} />
      <Words words={["registration", "certification", "onset"]} />
      <NextStep text={t("followNext")} steps={[{ action: t("companiesTitle"), to: "/support" }]} />
      <DataTable
        name={t("followTitle")}
        list={list}
        keyOf={(one) => one.project}
        columns={[
          { id: "case", name: t("case"), sort: "title", cell: (one) => `${one.official_number || one.project} ${one.title}` },
          { id: "operators", name: t("operators"), sort: "proponents", cell: (one) => one.proponents.map((o) => o.name).join(", ") },
          { id: "registered", name: t("registeredOn"), sort: "registered_on", cell: (one) => <DateText date={one.registered_on} /> },
          { id: "days", name: t("since"), sort: "days", cell: (one) => t("days", { count: one.days }), end: true },
          { id: "reason", name: t("reason"), cell: (one) => (one.reason ? say(one.reason, language) : t("notRecorded")) },
          { id: "next", name: t("nextStep"), cell: (one) => (one.next_step ? say(one.next_step, language) : "-") },
          {
            id: "on",
            name: t("nextOn"),
            sort: "next_on",
            cell: (one) => (
              <span className={one.overdue ? "s-error-text" : undefined}>
                <DateText date={one.next_on} />
              </span>
            ),
          },
        ]}
        empty={{ title: t("followNone"), text: t("followNoneText") }}
      />
      {session?.roles.includes("secretariat") && list.items.length > 0 && <Record items={list.items} />}
    </>
  );
}

function Record({ items }: { items: readonly FollowUp[] }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const { data } = useGet<Choices>("/support/choices");
  const [project, setProject] = useState("");
  const [reason, setReason] = useState("");
  const [step, setStep] = useState("");
  const [on, setOn] = useState("");
  const record = useCommand<{ project: number; reason: string; next_step: string; next_on: string }>("RecordFollowUp");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    record.mutate({ project: Number(project), reason, next_step: step, next_on: on });
  };
  return (
    <section className="s-section">
      <h2>{t("record")}</h2>
      <Form className="s-narrow s-stack" onSubmit={submit}>
        <Select id="follow-project" labelText={t("case")} value={project} onChange={(event) => setProject(event.target.value)}>
          <SelectItem value="" text={t("choose")} />
          {items.map((one) => (
            <SelectItem key={one.project} value={one.project} text={one.title} />
          ))}
        </Select>
        <Select id="follow-reason" labelText={t("reason")} value={reason} onChange={(event) => setReason(event.target.value)}>
          <SelectItem value="" text={t("choose")} />
          {data?.reasons.map((one) => (
            <SelectItem key={one.key} value={one.key} text={say(one.words, language)} />
          ))}
        </Select>
        <Select id="follow-step" labelText={t("nextStep")} value={step} onChange={(event) => setStep(event.target.value)}>
          <SelectItem value="" text={t("choose")} />
          {data?.next_steps.map((one) => (
            <SelectItem key={one.key} value={one.key} text={say(one.words, language)} />
          ))}
        </Select>
        <DayField id="follow-on" label={t("nextOn")} value={on} change={setOn} />
        <Button type="submit" size="md" disabled={!project || !reason || !step || !on || record.isPending}>
          {t("record")}
        </Button>
        <ProblemNotice problem={record.error} />
        {record.data && <p role="status">{t("done", { entry: record.data.entry })}</p>}
      </Form>
    </section>
  );
}
