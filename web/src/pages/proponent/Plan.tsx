// A draft of a plan: its form, saved by itself, checked after each save. Of two who write at once the second is told (If-Match).
import { Button, Select, SelectItem, Tab, TabList, TabPanel, TabPanels, Tabs } from "@carbon/react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { Link, useNavigate, useParams } from "react-router-dom";
import { get, send } from "../../api/client";
import { asProblem, type Problem } from "../../api/problem";
import { useGet } from "../../api/queries";
import { useLanguage, useTexts } from "../../i18n/language";
import { say } from "../../i18n/texts";
import { ActDay } from "../../parts/ActDay";
import { Dialog } from "../../parts/Dialog";
import { Loading } from "../../parts/Loading";
import { Missing } from "../../parts/Missing";
import { NextStep } from "../../parts/NextStep";
import { PageHead } from "../../parts/PageHead";
import { ProblemNotice } from "../../parts/ProblemNotice";
import { SaveFile } from "../../parts/SaveFile";
import type { CaseView, Draft, DraftCheck, FormSection, PlanTree, PlanValue, YearFigures } from "./api";
import { CheckPanel } from "./CheckPanel";
import { EvidenceUpload } from "./EvidenceUpload";
import { EditingContext, PlanField } from "./PlanFields";
import { at, idOf, put, stepsOf } from "./planTree";
import { texts } from "./planTexts";

const SAVE_AFTER_MS = 2500;
const UNDO_MAX = 100;
const CHANGES = ["equipment", "member_terms", "boundary", "proponent", "merger", "methodology_version", "extension", "other"] as const;

interface History {
  past: PlanTree[];
  plan: PlanTree;
  future: PlanTree[];
}

export default function Plan() {
  const t = useTexts(texts);
  const { draft } = useParams();
  const { data, error } = useGet<Draft>(`/proponent/drafts/${draft}`);
  const programme = data?.plan?.["programme"] !== undefined && data.plan["programme"] !== null;
  const form = useGet<{ sections: FormSection[] }>(data ? "/proponent/plan-form" : undefined, { programme });
  if (error || form.error) return <Missing title={t("missingTitle")} problem={error ?? form.error} back={{ action: t("toDrafts"), to: "/plans" }} />;
  if (!data?.plan || !form.data) return <Loading />;
  return <Editor key={data.draft} draft={data} plan={data.plan} sections={form.data.sections} />;
}

function Editor({ draft, plan: first, sections }: { draft: Draft; plan: PlanTree; sections: readonly FormSection[] }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const client = useQueryClient();
  const navigate = useNavigate();
  const path = `/proponent/drafts/${draft.draft}`;
  const [history, setHistory] = useState<History>({ past: [], plan: first, future: [] });
  const [version, setVersion] = useState(draft.version);
  const [savedPlan, setSavedPlan] = useState(first);
  const [tab, setTab] = useState(0);
  const [asking, setAsking] = useState<"hand-in" | "remove">();
  const [day, setDay] = useState("");
  const plan = history.plan;
  const dirty = plan !== savedPlan;

  const save = useMutation<Draft, Problem, PlanTree>({
    mutationFn: (next) => send<Draft>("PUT", path, { plan: next }, { ifMatch: `"${version}"` }),
    onSuccess: (answer, next) => {
      setVersion(answer.version);
      setSavedPlan(next);
      void client.invalidateQueries({ queryKey: ["get", `${path}/versions`] });
    },
  });
  const stale = save.error?.status === 412;
  const { mutate, isPending } = save;
  useEffect(() => {
    if (!dirty || isPending || stale) return;
    const timer = setTimeout(() => mutate(plan), SAVE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [plan, dirty, isPending, stale, mutate]);
  // Whoever leaves with something unsaved is asked by the browser.
  const unsaved = useRef(false);
  unsaved.current = dirty;
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => unsaved.current && event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, []);

  const check = useQuery<DraftCheck, Problem>({ queryKey: ["draft-check", draft.draft, version], queryFn: ({ signal }) => get<DraftCheck>(`${path}/check`, undefined, signal) });
  const findings = useMemo(() => check.data?.findings ?? [], [check.data]);
  const change = useCallback((next: PlanTree) => setHistory((h) => ({ past: [...h.past, h.plan].slice(-UNDO_MAX), plan: next, future: [] })), []);
  const edit = useCallback(
    (path: string, value: PlanValue) => setHistory((h) => ({ past: [...h.past, h.plan].slice(-UNDO_MAX), plan: put(h.plan, stepsOf(path), value) as PlanTree, future: [] })),
    [],
  );
  const editing = useMemo(() => ({ plan, change, edit, findings }), [plan, change, edit, findings]);
  const undo = () => setHistory((h) => (h.past.length ? { past: h.past.slice(0, -1), plan: h.past[h.past.length - 1]!, future: [h.plan, ...h.future] } : h));
  const redo = () => setHistory((h) => (h.future.length ? { past: [...h.past, h.plan], plan: h.future[0]!, future: h.future.slice(1) } : h));

  const sectionOf = (found: string) => sections.findIndex((s) => s.parts.some((p) => found === p.path || found.startsWith(`${p.path}.`) || found.startsWith(`${p.path}[`)));
  const goTo = (found: string) => {
    const index = sectionOf(found);
    if (index >= 0) setTab(index);
    // The panel is there once it has been drawn.
    requestAnimationFrame(() => requestAnimationFrame(() => focusField(found)));
  };
  const copyYears = (years: readonly YearFigures[]) => {
    const rows: PlanValue = years.map((y) => ({ fiscal_year: y.fiscal_year, baseline: `${y.baseline.value} tCO2`, project: `${y.project.value} tCO2`, reduction_t: Number(y.reduction.value) }));
    change(put(plan, stepsOf("activities[0].expected"), rows) as PlanTree);
  };
  // Of a registered project a plan is not revised: its change is proposed.
  const of = useGet<CaseView>(draft.project ? `/proponent/cases/${draft.project}` : undefined);
  const changes = of.data?.head.project.stage === "registered";
  const [kind, setKind] = useState("");
  const [notice, setNotice] = useState<string>();
  const proposed = changes ? { kind, document: notice } : undefined;
  const handIn = useMutation<{ project: number }, Problem>({
    mutationFn: () => send("POST", `${path}/hand-in`, { project: draft.project || undefined, business_date: day || undefined, change: proposed }, { ifMatch: `"${version}"`, once: true }),
    onSuccess: async (answer) => {
      await client.invalidateQueries();
      navigate(`/cases/${answer.project}`);
    },
  });
  const remove = useMutation<void, Problem>({
    mutationFn: () => send("DELETE", path),
    onSuccess: async () => {
      setSavedPlan(plan);
      await client.invalidateQueries();
      navigate("/plans");
    },
  });
  const refuses = findings.filter((f) => f.weight === "refuses");
  const complete = check.data?.complete === true && !dirty;
  const name = String(at(plan, ["project", "name"]) ?? "") || t("untitled");
  return (
    <EditingContext.Provider value={editing}>
      <PageHead
        title={t("title", { name })}
        lead={t("lead")}
        actions={
          <>
            <SaveFile kind="ghost" path={`${path}/plan.pdf`}>
              {t("pdf")}
            </SaveFile>
            <SaveFile kind="ghost" path={`${path}/plan.xlsx`}>
              {t("xlsx")}
            </SaveFile>
            <Link className="cds--link" to={`/plans/${draft.draft}/versions`}>
              {t("versions")}
            </Link>
          </>
        }
      />
      <div className="s-row s-savebar" role="status" aria-live="polite">
        <span>{isPending ? t("saving") : dirty ? t("unsaved") : t("saved", { version })}</span>
        <Button size="sm" kind="ghost" disabled={!dirty || isPending || stale} onClick={() => mutate(plan)}>
          {t("saveNow")}
        </Button>
        <Button size="sm" kind="ghost" disabled={history.past.length === 0} onClick={undo}>
          {t("undo")}
        </Button>
        <Button size="sm" kind="ghost" disabled={history.future.length === 0} onClick={redo}>
          {t("redo")}
        </Button>
      </div>
      {stale ? (
        <div className="s-notice" role="alert">
          <p>{t("stale")}</p>
          <Button
            size="sm"
            onClick={() => {
              void client.invalidateQueries({ queryKey: ["get", path] }).then(() => window.location.reload());
            }}
          >
            {t("readNew")}
          </Button>
        </div>
      ) : (
        <ProblemNotice problem={save.error ? asProblem(save.error) : null} again={() => mutate(plan)} />
      )}
      <div className="s-plan">
        <div>
          <Tabs selectedIndex={tab} onChange={({ selectedIndex }) => setTab(selectedIndex)}>
            <TabList aria-label={t("sections")} contained={false}>
              {sections.map((section, i) => {
                const count = refuses.filter((f) => sectionOf(f.path) === i).length;
                return (
                  <Tab key={section.number}>
                    {section.number === "0" ? say(section.title, language) : section.number} {count > 0 && <span className="s-count">{t("findingsOf", { count })}</span>}
                  </Tab>
                );
              })}
            </TabList>
            <TabPanels>
              {sections.map((section, i) => (
                <TabPanel key={section.number}>
                  {i === tab && (
                    <section className="s-form" aria-label={say(section.title, language)}>
                      <h3>{say(section.title, language)}</h3>
                      {section.parts.map((part) => (
                        <PlanField key={part.path} field={part} path={part.path} />
                      ))}
                    </section>
                  )}
                </TabPanel>
              ))}
            </TabPanels>
          </Tabs>
        </div>
        <CheckPanel check={check.data} problem={check.error} goTo={goTo} copyYears={copyYears} />
      </div>
      <NextStep
        text={complete ? t("nextHandIn") : t("nextMend")}
        steps={[
          complete
            ? { action: t(changes ? "propose" : draft.project ? "handInAgain" : "handIn"), onClick: () => setAsking("hand-in") }
            : { action: t("nextFirst"), onClick: () => refuses[0] && goTo(refuses[0].path), disabled: refuses.length === 0 },
          ...(draft.project ? [{ action: t("backToCase"), to: `/cases/${draft.project}` }] : []),
          { action: t("removeDraft"), onClick: () => setAsking("remove") },
        ]}
      />
      {asking === "hand-in" && (
        <Dialog title={t("confirmTitle")} close={() => setAsking(undefined)}>
          <p>{t("confirmText", { version })}</p>
          {changes && (
            <>
              <p>{t("proposeText")}</p>
              <Select id="change-kind" labelText={t("changeKind")} value={kind} onChange={(event) => setKind(event.target.value)}>
                <SelectItem value="" text={t("chooseKind")} />
                {CHANGES.map((one) => (
                  <SelectItem key={one} value={one} text={t(`change_${one}`)} />
                ))}
              </Select>
              <EvidenceUpload name={t("changeNotice")} onKept={(kept) => setNotice(kept.hash)} />
            </>
          )}
          <ActDay id="handed-in-on" day={day} change={setDay} />
          <ProblemNotice problem={handIn.error} />
          <Button disabled={handIn.isPending || (changes && (!kind || !notice))} onClick={() => handIn.mutate()}>
            {t(changes ? "propose" : "handIn")}
          </Button>
        </Dialog>
      )}
      {asking === "remove" && (
        <Dialog title={t("removeTitle")} close={() => setAsking(undefined)}>
          <p>{t("removeText")}</p>
          <ProblemNotice problem={remove.error} />
          <Button kind="danger" disabled={remove.isPending} onClick={() => remove.mutate()}>
            {t("removeDraft")}
          </Button>
        </Dialog>
      )}
    </EditingContext.Provider>
  );
}

// The field of that path, or the nearest group around it; rows that are folded are opened.
function focusField(path: string): void {
  const steps = stepsOf(path);
  for (let length = steps.length; length > 0; length -= 1) {
    const text = steps.slice(0, length).reduce<string>((all, step) => (typeof step === "number" ? `${all}[${step}]` : all ? `${all}.${step}` : step), "");
    const element = document.getElementById(idOf(text));
    if (!element) continue;
    for (let up: HTMLElement | null = element; up; up = up.parentElement) {
      if (up instanceof HTMLDetailsElement) up.open = true;
    }
    element.scrollIntoView({ block: "center" });
    element.focus();
    return;
  }
}
