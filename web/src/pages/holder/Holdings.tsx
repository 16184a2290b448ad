import { Select, SelectItem } from "@carbon/react";
import { useState } from "react";
import { Link, useParams, useSearchParams } from "react-router-dom";
import { useCursorList, useGet } from "../../api/queries";
import { useLanguage, useTexts } from "../../i18n/language";
import { say } from "../../i18n/texts";
import { DateText, Tonnes } from "../../parts/Amounts";
import { CreditType } from "../../parts/CreditType";
import { DataTable } from "../../parts/DataTable";
import { NextStep } from "../../parts/NextStep";
import { PageHead } from "../../parts/PageHead";
import { ProblemNotice } from "../../parts/ProblemNotice";
import { originTexts } from "../../parts/originTexts";
import { Words } from "../../parts/Term";
import { LineFigure, Marks, StateWords, yearText } from "./parts";
import type { AccountRecord, Line, Sum } from "./model";
import { texts } from "./texts";

const FILTER: Readonly<Record<string, string>> = { kind: "credit_type", project: "project", vintage: "vintage", methodology: "methodology" };

export default function Holdings() {
  const t = useTexts(texts);
  const o = useTexts(originTexts);
  const { language } = useLanguage();
  const { account } = useParams();
  const [search] = useSearchParams();
  const [by, setBy] = useState("kind");
  const initial = Object.fromEntries([...search.entries()].filter(([name]) => Object.values(FILTER).includes(name)));
  const record = useGet<AccountRecord>(`/accounts/${account}/record`);
  const sums = useGet<{ items: Sum[] }>(`/accounts/${account}/holdings/sums`, { by });
  const list = useCursorList<Line>(`/accounts/${account}/holdings`, { filters: initial });
  const acts = record.data?.acts ?? [];
  const group = { kind: t("creditType"), project: t("project"), vintage: t("vintage"), methodology: t("methodology") }[by];
  const steps = [
    ...(acts.includes("OfferTransfer") ? [{ action: t("transfer"), to: `/accounts/${account}/transfer` }] : []),
    ...(acts.includes("ApplyRetirement") ? [{ action: t("retire"), to: `/accounts/${account}/retire` }] : []),
  ];
  return (
    <>
      <PageHead title={t("holdingsTitle")} lead={t("holdingsLead", { number: account ?? "" })} />
      <Words words={["serial_number", "vintage", "escrow"]} />
      <NextStep text={t("holdingsNext")} steps={steps} />
      <section className="s-section" aria-labelledby="sums">
        <h2 id="sums">{t("sumsName")}</h2>
        <ProblemNotice problem={sums.error} />
        <div className="s-narrow">
          <Select id="group-by" labelText={t("groupBy")} value={by} onChange={(event) => setBy(event.target.value)}>
            <SelectItem value="kind" text={t("byKind")} />
            <SelectItem value="project" text={t("byProject")} />
            <SelectItem value="vintage" text={t("byVintage")} />
            <SelectItem value="methodology" text={t("byMethodology")} />
          </Select>
        </div>
        <div className="s-scroll s-cards-below" tabIndex={0} role="region" aria-label={t("sumsName")}>
          <table className="cds--data-table" aria-label={t("sumsName")}>
            <thead>
              <tr>
                <th scope="col">{group}</th>
                <th scope="col" className="s-end">
                  {t("held")}
                </th>
                <th scope="col" className="s-end">
                  {t("blocked")}
                </th>
                <th scope="col" className="s-end">
                  {t("waiting")}
                </th>
              </tr>
            </thead>
            <tbody>
              {(sums.data?.items ?? []).map((sum) => (
                <tr key={sum.key + sum.unit_kind}>
                  <td data-label={group}>
                    <button type="button" className="s-term" title={t("showLines")} onClick={() => list.setFilters({ [FILTER[by]!]: sum.key, unit_kind: sum.unit_kind })}>
                      {by === "kind" ? <CreditType type={sum.key} words={say(sum.words, language)} /> : say(sum.words, language)}
                    </button>
                  </td>
                  <td className="s-end" data-label={t("held")}>
                    <Tonnes amount={sum.free} name={say(sum.words, language)} from={{ text: o("holdings") }} />
                  </td>
                  <td className="s-end" data-label={t("blocked")}>
                    <Tonnes amount={sum.blocked} name={say(sum.words, language)} from={{ text: o("holdings") }} />
                  </td>
                  <td className="s-end" data-label={t("waiting")}>
                    <Tonnes amount={sum.waiting} name={say(sum.words, language)} from={{ text: o("holdings") }} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
      <DataTable
        name={t("holdingsTitle")}
        list={list}
        keyOf={(line) => line.id + line.state}
        filters={[
          { id: "text", name: t("anyText"), kind: "text" },
          { id: "serial", name: t("serialNumber"), kind: "text" },
          { id: "vintage", name: t("vintage"), kind: "text" },
          {
            id: "state",
            name: t("state"),
            kind: "choice",
            options: [
              { value: "free", name: t("free") },
              { value: "waits_retirement", name: t("seeRetirements") },
              { value: "waits_offer", name: t("transfer") },
            ],
          },
          { id: "marked", name: t("marked"), kind: "choice", options: [{ value: "yes", name: t("markedOnly") }] },
        ]}
        columns={[
          { id: "serials", name: t("serials"), sort: "serials", cell: (line) => line.serials },
          { id: "project", name: t("project"), sort: "project", cell: (line) => (line.project ? <Link to={`/projects/${line.project}`}>{line.project_title || line.project}</Link> : "-") },
          { id: "type", name: t("creditType"), cell: (line) => <CreditType programme={line.crediting_programme} type={line.credit_type} /> },
          { id: "methodology", name: t("methodology"), sort: "methodology", cell: (line) => line.methodology ? <Link to={`/rulebook/methodologies/${line.methodology}`}>{line.methodology}</Link> : "-" },
          { id: "vintage", name: t("vintage"), sort: "vintage", cell: (line) => yearText(line.vintage, language) },
          { id: "issued", name: t("issuedOn"), sort: "issued_on", cell: (line) => <DateText date={line.issued_on} /> },
          {
            id: "state",
            name: t("state"),
            cell: (line) => (
              <>
                <StateWords line={line} /> <Marks marks={line.marks} />
              </>
            ),
          },
          { id: "units", name: t("units"), sort: "units", end: true, cell: (line) => <LineFigure line={line} /> },
        ]}
        empty={{ title: t("noHoldings"), text: t("noHoldingsText") }}
      />
    </>
  );
}
