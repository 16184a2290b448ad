// What a proponent or operator gives notice of in a case, each by a form of its own; the task that waits comes first.
import { Button } from "@carbon/react";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useNavigate } from "react-router-dom";
import { send } from "../../api/client";
import type { Problem } from "../../api/problem";
import { useSession } from "../../api/session";
import { useTexts } from "../../i18n/language";
import { Acts, type ActSpec } from "../../parts/Acts";
import type { CommandField } from "../../parts/CommandForm";
import { useGrounds } from "../../parts/grounds";
import { ProblemNotice } from "../../parts/ProblemNotice";
import { hexOf } from "../../receipt/bytes";
import type { CaseView, Draft } from "./api";
import { isMine } from "./Cases";
import { caseActTexts } from "./caseActTexts";
import { reversalFields, reversalHidden, siteFields, siteShape } from "./caseFields";

const KEEP = "/proponent/evidence";
// A task, and the act that answers it.
const ANSWERS: Readonly<Record<string, string>> = { forest_terms: "forest", permanence_report: "permanence", reversal_to_record: "reversal", sample_to_draw: "draw" };

// "3.5" of a hundred is "0.035": by moving the point, so that no digit is lost.
export function shareOf(percent: string): string {
  const found = /^(\d{1,3})(?:\.(\d+))?$/.exec(percent.normalize("NFKC").replace("%", "").trim());
  if (!found) return percent;
  const whole = found[1]!.padStart(3, "0");
  const text = `${whole.slice(0, -2)}.${whole.slice(-2)}${found[2] ?? ""}`;
  return text.replace(/^0+(?=\d\.)/, "").replace(/\.?0+$/, "");
}

export function CaseActs({ view, registered }: { view: CaseView; registered: boolean }) {
  const t = useTexts(caseActTexts);
  const { session } = useSession();
  const navigate = useNavigate();
  const roles = session?.roles ?? [];
  const own = view.proponent && (roles.includes("proponent") || roles.includes("programme_operator"));
  const grounds = useGrounds(own ? "jcredit-registry/committee_grounds" : undefined);
  const [seed, setSeed] = useState<{ seed: string; commitment: string }>();
  const project = view.head.project.project;
  const change = useMutation<Draft, Problem>({ mutationFn: () => send<Draft>("POST", "/proponent/drafts", { project }), onSuccess: (draft) => navigate(`/plans/${draft.draft}`) });
  const programme = view.head.project.type === "programme";
  useEffect(() => {
    if (!own || !programme) return;
    const made = crypto.getRandomValues(new Uint8Array(32));
    // The commitment of src/project/member_commands.h: SHA-256 over the byte 5 and the seed.
    void crypto.subtle.digest("SHA-256", Uint8Array.from([5, ...made])).then((committed) => setSeed({ seed: hexOf(made), commitment: hexOf(new Uint8Array(committed)) }));
  }, [own, programme]);
  if (!own || !grounds) return null;
  const mine = view.head.waiting.filter((task) => isMine(task, session?.organisation?.id));
  const task = mine.find((one) => one.kind in ANSWERS);
  const numberOf = (kind: string) => {
    const number = mine.find((one) => one.kind === kind)?.number;
    return number ? String(number) : undefined;
  };
  const paper: CommandField = { id: "document", name: t("document"), kind: "document", keep: KEEP };
  const acts: ActSpec[] = [
    {
      id: "withdraw",
      name: t("withdraw"),
      text: t("withdrawText"),
      command: "WithdrawProject",
      fields: [
        { id: "ground", name: t("ground"), kind: "choice", options: grounds },
        { id: "from", name: t("withdrawFrom"), kind: "day", help: t("withdrawFromHelp") },
        paper,
      ],
      danger: true,
      next: t("withdrawNext"),
    },
    {
      id: "appeal",
      name: t("appeal"),
      text: t("appealText"),
      command: "Appeal",
      fields: [
        {
          id: "report",
          name: t("appealOf"),
          kind: "choice",
          options: [{ value: "0", name: t("appealRegistration") }, ...view.reports.map((one) => ({ value: String(one.report), name: t("appealReport", { report: one.report }) }))],
        },
        paper,
      ],
      shape: (body) => ({ ...body, report: Number(body.report) }),
      next: t("appealNext"),
    },
    {
      id: "site",
      name: t("site"),
      text: t("siteText"),
      command: "RecordSite",
      fields: siteFields(t),
      shape: siteShape,
      next: t("siteNext"),
    },
    {
      id: "forest",
      name: t("forest"),
      text: t("forestText"),
      command: "SetForestTerms",
      fields: [
        { id: "buffer_rate", name: t("bufferRate"), kind: "text", help: t("bufferRateHelp") },
        { id: "permanence_years", name: t("permanenceYears"), kind: "number" },
        { id: "report_months", name: t("reportMonths"), kind: "number" },
      ],
      shape: (body) => ({ ...body, buffer_rate: shareOf(String(body.buffer_rate)) }),
      next: t("forestNext"),
    },
    {
      id: "permanence",
      name: t("permanence"),
      text: t("permanenceText"),
      command: "ReportPermanence",
      fields: [
        { id: "year", name: t("permanenceYear"), kind: "number", help: t("permanenceYearHelp"), initial: numberOf("permanence_report") },
        { id: "kept", name: t("kept"), kind: "yes_no", yes: t("keptYes"), no: t("keptNo") },
        paper,
      ],
      next: t("permanenceNext"),
    },
    {
      id: "reversal",
      name: t("reversal"),
      text: t("reversalText"),
      command: "RecordReversal",
      fields: [...reversalFields(t), paper],
      hidden: reversalHidden,
      next: t("reversalNext"),
      to: { action: t("toInbox"), to: "/inbox" },
    },
    ...(programme && seed
      ? ([
          {
            id: "fix",
            name: t("fix"),
            text: t("fixText", { seed: seed.seed }),
            command: "FixMemberList",
            fixed: { purpose: "monitoring", seed_commitment: seed.commitment },
            fields: [
              { id: "from", name: t("periodFrom"), kind: "day" },
              { id: "to", name: t("periodTo"), kind: "day" },
            ],
            shape: ({ from, to, ...body }) => ({ ...body, period: `${String(from)}..${String(to)}` }),
            next: t("fixNext"),
          },
          {
            id: "draw",
            name: t("draw"),
            text: t("drawText"),
            command: "DrawSample",
            fields: [
              { id: "list", name: t("drawList"), kind: "number", help: t("drawListHelp"), initial: numberOf("sample_to_draw") },
              { id: "seed", name: t("seed"), kind: "text" },
              { id: "stratum", name: t("stratum"), kind: "text", optional: true },
              { id: "size", name: t("size"), kind: "number" },
            ],
            shape: ({ stratum, size, ...body }) => ({ ...body, strata: [{ list: stratum ?? "", size }] }),
            next: t("drawNext"),
            to: { action: t("toMembers"), to: `/cases/${project}/members` },
          },
        ] satisfies ActSpec[])
      : []),
  ];
  return (
    <>
      {registered && (
        <section className="s-section s-stack" aria-labelledby="change-plan">
          <h2 id="change-plan">{t("change")}</h2>
          <p className="s-prose">{t("changeText")}</p>
          <ProblemNotice problem={change.error} />
          <div>
            <Button size="md" kind="tertiary" disabled={change.isPending} onClick={() => change.mutate()}>
              {t("change")}
            </Button>
          </div>
        </section>
      )}
      {/* Not keyed by the task: what was recorded takes its task away, and is still to be said. */}
      <Acts key={project} title={t("title")} lead={t("lead")} acts={acts.map((act) => ({ ...act, fixed: { project, ...act.fixed } }))} first={task && ANSWERS[task.kind]} />
    </>
  );
}
