// Tasks that need no page of their own: one command each, as a form.
import type { Task } from "../../api/inbox";
import { useGet } from "../../api/queries";
import { useLanguage, useTexts } from "../../i18n/language";
import { say } from "../../i18n/texts";
import { CommandForm, type CommandField } from "../../parts/CommandForm";
import { Loading } from "../../parts/Loading";
import { ProblemNotice } from "../../parts/ProblemNotice";
import type { Choices } from "./model";
import { openingTexts, totals } from "./openingTexts";
import { texts } from "./texts";

const KEEP = "/secretariat/documents";
const TOTALS = Object.keys(totals) as (keyof typeof totals)[];

export function Act({ task, done }: { task: Task; done: () => void }) {
  const { data, error } = useGet<Choices>("/secretariat/choices");
  if (error) return <ProblemNotice problem={error} />;
  return data ? <Form task={task} choices={data} done={done} /> : <Loading />;
}

function Form({ task, choices, done }: { task: Task; choices: Choices; done: () => void }) {
  const t = useTexts(texts);
  const o = useTexts(openingTexts);
  const total = useTexts(totals);
  const { language } = useLanguage();
  const named = (all: Choices["grounds"]) => all.map((one) => ({ value: one.value, name: say(one.title, language) }));
  const grounds = named(choices.grounds);
  const registry = named(choices.registry_grounds);
  const form = formOf();
  return (
    <section className="s-section" aria-label={say(task, language)}>
      <h2>
        {say(task, language)}
        {task.about && `: ${task.about}`}
      </h2>
      {form ? (
        <CommandForm
          key={task.key}
          command={form.command}
          fixed={form.fixed}
          fields={form.fields}
          submit={t("record")}
          hidden={(field, given) => field === "ground" && "approved" in given && given.approved !== false}
          shape={form.shape}
          onDone={done}
        />
      ) : (
        <p>{t("notHere")}</p>
      )}
    </section>
  );

  function formOf(): { command: string; fixed: Record<string, unknown>; fields: CommandField[]; shape?: (body: Record<string, unknown>) => Record<string, unknown> } | undefined {
    const { project, number } = task;
    switch (task.kind) {
      case "support_decision":
        return {
          command: "DecideSupport",
          fixed: { project, kind: choices.support_kinds.find((one) => one.number === number)?.value },
          fields: [
            { id: "approved", name: t("decision"), kind: "yes_no", yes: t("approve"), no: t("refuse") },
            { id: "ground", name: t("groundOfRefusal"), kind: "choice", options: grounds },
          ],
        };
      case "methodology_review":
        return {
          command: "ReviewMethodology",
          fixed: { proposal: number },
          fields: [
            { id: "positive", name: t("reviewResult"), kind: "yes_no", yes: t("takenUp"), no: t("notTakenUp") },
            { id: "opinion", name: t("opinion"), kind: "document", keep: KEEP },
          ],
        };
      case "comment_to_open":
        return {
          command: "OpenComment",
          fixed: { proposal: number },
          fields: [
            { id: "from", name: t("commentFrom"), kind: "day" },
            { id: "to", name: t("commentTo"), kind: "day" },
            { id: "draft", name: t("draft"), kind: "document", keep: KEEP },
          ],
          shape: ({ from, to, ...body }) => ({ ...body, period: `${String(from)}..${String(to)}` }),
        };
      case "comment_to_close":
        return {
          command: "CloseComment",
          fixed: { proposal: number },
          fields: [
            { id: "comments", name: t("comments"), kind: "number" },
            { id: "answers", name: t("answers"), kind: "document", keep: KEEP },
          ],
        };
      case "obligation_to_settle":
        return { command: "SettleObligation", fixed: { obligation: number }, fields: [{ id: "retirement", name: t("cancellationNumber"), kind: "number" }] };
      case "account_suspended":
        return {
          command: "SuspendAccount",
          fixed: { account: number, suspended: false },
          fields: [
            { id: "ground", name: t("ground"), kind: "choice", options: registry },
            { id: "document", name: t("document"), kind: "document", keep: KEEP },
          ],
        };
      case "account_succession":
        return {
          command: "SucceedAccount",
          fixed: { account: number },
          fields: [
            { id: "to", name: t("successorAccount"), kind: "number" },
            { id: "document", name: t("document"), kind: "document", keep: KEEP },
          ],
        };
      case "follow_up":
        return {
          command: "RecordFollowUp",
          fixed: { project },
          fields: [
            { id: "reason", name: t("followReason"), kind: "choice", options: named(choices.reasons) },
            { id: "next_step", name: t("followStep"), kind: "choice", options: named(choices.next_steps) },
            { id: "next_on", name: t("followOn"), kind: "day" },
          ],
        };
      case "opening_to_close":
        return {
          command: "CloseOpening",
          fixed: {},
          fields: [
            { id: "source_title", name: o("title"), kind: "text" },
            { id: "source_date", name: o("date"), kind: "day" },
            { id: "source_address", name: o("address"), kind: "text" },
            ...TOTALS.map((name): CommandField => ({ id: name, name: total(name), kind: "number", help: o("totalHelp") })),
            { id: "refused_rows", name: o("refused"), kind: "number", initial: "0" },
            { id: "report", name: o("report"), kind: "document", keep: KEEP },
          ],
          shape: (body) => ({
            ...Object.fromEntries(Object.entries(body).filter(([name]) => !(name in totals))),
            controls: TOTALS.map((name) => ({ name, value: body[name] })),
          }),
        };
      default:
        return undefined;
    }
  }
}
