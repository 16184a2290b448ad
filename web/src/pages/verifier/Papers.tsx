// The plan or the report beside its evidence: every value with the paper that it comes from, every paper with where it is cited.
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow, Tag } from "@carbon/react";
import { Link } from "react-router-dom";
import { useLanguage, useTexts } from "../../i18n/language";
import { readable, say } from "../../i18n/texts";
import { DateText, PeriodText, Tonnes } from "../../parts/Amounts";
import { EmptyState } from "../../parts/DataTable";
import { FileLink } from "../../parts/SaveFile";
import { grouped } from "../../parts/values";
import { originTexts } from "../../parts/originTexts";
import { Rules } from "../proponent/Rules";
import type { Review } from "./model";
import { texts } from "./texts";

function DocumentLink({ project, hash, name }: { project: number; hash: string; name: string }) {
  return (
    <FileLink path={`/verifier/reviews/${project}/documents/${hash}`}>
      {name}
    </FileLink>
  );
}

export function Papers({ data }: { data: Review }) {
  const t = useTexts(texts);
  const o = useTexts(originTexts);
  const { language } = useLanguage();
  const { project } = data.review;
  return (
    <>
      <section className="s-section">
        <h2>{t("papers")}</h2>
        <ul className="s-list">
          <li>
            <FileLink path={`/verifier/reviews/${project}/plan.pdf`} query={{ report: data.review.report || undefined, change: data.review.change || undefined }}>
              {t("planPdf")}
            </FileLink>
          </li>
          {data.review.report > 0 && (
            <li>
              <FileLink path={`/verifier/reviews/${project}/reports/${data.review.report}/report.pdf`}>
                {t("reportPdf")}
              </FileLink>
            </li>
          )}
          {data.papers.map((paper) => (
            <li key={paper.hash + paper.what.ja}>
              <DocumentLink project={project} hash={paper.hash} name={say(paper.what, language)} /> <DateText date={paper.on} />
            </li>
          ))}
          <li>
            <Link to={`/projects/${project}`}>{t("publicPage")}</Link>
          </li>
        </ul>
        {data.report && (
          <p>
            {t("reported")} <Tonnes amount={data.report.total} from={{ text: o("reportTotal") }} />
          </p>
        )}
      </section>
      {data.rules.length > 0 && (
        <section className="s-section">
          <h2>{t("rules")}</h2>
          <Rules findings={data.rules} />
        </section>
      )}
      {data.values.length > 0 && <Values data={data} />}
      <section className="s-section">
        <h2>{t("evidence")}</h2>
        {data.evidence.length === 0 && <EmptyState empty={{ title: t("evidenceNone"), text: t("evidenceNoneText") }} />}
        <ul className="s-list">
          {data.evidence.map((one) => (
            <li key={one.hash}>
              {one.at_hand ? <DocumentLink project={project} hash={one.hash} name={t("evidenceOpen", { hash: one.hash.slice(0, 12) })} /> : <code>{one.hash.slice(0, 12)}</code>}{" "}
              {!one.at_hand && <Tag type="red">{t("evidenceMissing")}</Tag>} <span className="s-source">{one.cited_by.slice(0, 6).map((cited) => readable(cited, language)).join(" / ")}</span>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function Values({ data }: { data: Review }) {
  const t = useTexts(texts);
  const { project } = data.review;
  return (
    <section className="s-section">
      <h2>{t("values")}</h2>
      <div className="s-scroll s-cards-below" tabIndex={0} role="region" aria-label={t("values")}>
        <Table size="sm" aria-label={t("values")}>
          <TableHead>
            <TableRow>
              <TableHeader>{t("symbol")}</TableHeader>
              <TableHeader>{t("period")}</TableHeader>
              <TableHeader className="s-end">{t("value")}</TableHeader>
              <TableHeader>{t("unit")}</TableHeader>
              <TableHeader>{t("evidence")}</TableHeader>
            </TableRow>
          </TableHead>
          <TableBody>
            {data.values.map((value) => (
              <TableRow key={`${value.activity} ${value.symbol} ${value.row} ${value.period}`}>
                <TableCell data-label={t("symbol")}>
                  {value.symbol} {value.row}
                </TableCell>
                <TableCell data-label={t("period")}>
                  <PeriodText period={value.period} />
                </TableCell>
                <TableCell data-label={t("value")} className="s-end">
                  {grouped(value.value)}
                </TableCell>
                <TableCell data-label={t("unit")}>{value.unit}</TableCell>
                <TableCell data-label={t("evidence")}>
                  {value.hash && value.at_hand ? <DocumentLink project={project} hash={value.hash} name={t("evidenceOpen", { hash: value.hash.slice(0, 12) })} /> : value.evidence || t("noEvidence")}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </div>
    </section>
  );
}
