// What the secretariat does to a project of its own accord: hold it, record what was issued too much or lost again, cover that from the buffer, record a place. One form each,
// chosen first.
import { Select, SelectItem } from "@carbon/react";
import { useState } from "react";
import { useSearchParams } from "react-router-dom";
import { useGet } from "../../api/queries";
import { useLanguage, useTexts } from "../../i18n/language";
import { say } from "../../i18n/texts";
import { CommandForm, type CommandField } from "../../parts/CommandForm";
import { EmptyState } from "../../parts/DataTable";
import { Loading } from "../../parts/Loading";
import { NextStep } from "../../parts/NextStep";
import { PageHead } from "../../parts/PageHead";
import type { Line } from "../holder/model";
import { caseActTexts } from "../proponent/caseActTexts";
import { reversalFields, reversalHidden, siteFields, siteShape } from "../proponent/caseFields";
import { isPicked, nothingPicked, PickUnits, selectionOf, type Picked } from "../holder/transfer/PickUnits";
import type { Choices } from "./model";
import { texts } from "./texts";

const KEEP = "/secretariat/documents";
const MEASURES = ["hold", "over", "reversal", "buffer", "site"] as const;
type Measure = (typeof MEASURES)[number];

export default function Measures() {
  const t = useTexts(texts);
  const of = useTexts(caseActTexts);
  const { language } = useLanguage();
  const [search, setSearch] = useSearchParams();
  const choices = useGet<Choices>("/secretariat/choices");
  const measure = MEASURES.find((one) => one === search.get("measure"));
  const names: Record<Measure, string> = { hold: t("measureHold"), over: t("measureOver"), reversal: of("reversal"), buffer: t("measureBuffer"), site: of("site") };
  const project = search.get("project") ?? undefined;
  const grounds = (choices.data?.grounds ?? []).map((one) => ({ value: one.value, name: say(one.title, language) }));
  const projectField: CommandField = { id: "project", name: t("measureProject"), kind: "number", help: t("measureProjectHelp"), initial: project };
  return (
    <>
      <PageHead title={t("measuresTitle")} lead={t("measuresLead")} />
      <NextStep text={measure ? t("measuresFill") : t("measuresChoose")} steps={[{ action: t("deskTitle"), to: "/secretariat" }]} />
      <section className="s-section s-narrow">
        <Select
          id="measure"
          labelText={t("measure")}
          value={measure ?? ""}
          onChange={(event) => setSearch(project ? { measure: event.target.value, project } : { measure: event.target.value })}
        >
          <SelectItem value="" text={t("choose")} />
          {MEASURES.map((one) => (
            <SelectItem key={one} value={one} text={names[one]} />
          ))}
        </Select>
      </section>
      {measure === "hold" && (
        <section className="s-section s-stack" aria-labelledby="hold">
          <h2 id="hold">{names.hold}</h2>
          <p className="s-prose">{t("holdText")}</p>
          <CommandForm
            command="HoldProject"
            fixed={{}}
            fields={[
              projectField,
              {
                id: "kind",
                name: t("holdKind"),
                kind: "choice",
                options: [
                  { value: "seizure", name: t("seizure") },
                  { value: "insolvency", name: t("insolvency") },
                  { value: "dispute", name: t("dispute") },
                ],
              },
              { id: "set", name: t("holdSet"), kind: "yes_no", yes: t("holdOn"), no: t("holdOff") },
              { id: "from", name: t("holdFrom"), kind: "day" },
              { id: "document", name: t("document"), kind: "document", keep: KEEP },
            ]}
            submit={t("record")}
          />
        </section>
      )}
      {measure === "over" && (
        <section className="s-section s-stack" aria-labelledby="over">
          <h2 id="over">{names.over}</h2>
          <p className="s-prose">{t("overText")}</p>
          {choices.data ? (
            <CommandForm
              command="RecordOverIssuance"
              fixed={{}}
              fields={[
                projectField,
                { id: "certification", name: t("overCertification"), kind: "number", help: t("overCertificationHelp") },
                { id: "tonnes", name: t("overTonnes"), kind: "number" },
                { id: "ground", name: t("ground"), kind: "choice", options: grounds },
                { id: "due", name: t("overDue"), kind: "day" },
                { id: "document", name: t("document"), kind: "document", keep: KEEP },
              ]}
              submit={t("record")}
            />
          ) : (
            <Loading />
          )}
        </section>
      )}
      {measure === "reversal" && (
        <section className="s-section s-stack" aria-labelledby="reversal">
          <h2 id="reversal">{names.reversal}</h2>
          <p className="s-prose">{of("reversalText")}</p>
          <CommandForm
            command="RecordReversal"
            fixed={{}}
            fields={[projectField, ...reversalFields(of), { id: "document", name: t("document"), kind: "document", keep: KEEP }]}
            hidden={reversalHidden}
            submit={t("record")}
          />
        </section>
      )}
      {measure === "site" && (
        <section className="s-section s-stack" aria-labelledby="site">
          <h2 id="site">{names.site}</h2>
          <p className="s-prose">{of("siteText")}</p>
          <CommandForm command="RecordSite" fixed={{}} fields={[projectField, ...siteFields(of)]} shape={siteShape} submit={t("record")} />
        </section>
      )}
      {measure === "buffer" && <Buffer project={projectField} title={names.buffer} />}
    </>
  );
}

interface AccountRow {
  account: number;
  kind: string;
}
// The buffer's units are chosen by their serials, as its list shows them.
function Buffer({ project, title }: { project: CommandField; title: string }) {
  const t = useTexts(texts);
  const accounts = useGet<{ items: AccountRow[] }>("/accounts", { limit: 500 });
  const buffer = accounts.data?.items.find((one) => one.kind === "buffer")?.account;
  const held = useGet<{ items: Line[] }>(buffer ? `/accounts/${buffer}/holdings` : undefined, { state: "free", limit: 200 });
  const lines = held.data?.items ?? [];
  const [picked, setPicked] = useState<Picked>({ ...nothingPicked, way: "serials" });
  return (
    <section className="s-section s-stack" aria-labelledby="buffer">
      <h2 id="buffer">{title}</h2>
      <p className="s-prose">{t("bufferText")}</p>
      <CommandForm
        command="DrawBuffer"
        fixed={{}}
        fields={[
          project,
          { id: "reversal", name: t("bufferReversal"), kind: "number", help: t("bufferReversalHelp") },
        ]}
        shape={(body) => ({ ...body, ...selectionOf(picked, lines) })}
        submit={t("bufferDraw")}
      >
        {lines.length > 0 && <PickUnits picked={picked} change={setPicked} lines={lines} types={[]} projects={[]} help={t("bufferRanges")} only="serials" />}
        {lines.length > 0 && !isPicked(picked) && <p className="s-source">{t("bufferRangesHelp")}</p>}
      </CommandForm>
      {held.data && lines.length === 0 && <EmptyState empty={{ title: t("bufferNone"), text: t("bufferNoneText") }} />}
    </section>
  );
}
