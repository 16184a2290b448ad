// What changed since the last version of the plan, and since the period before.
import { useGet } from "../../api/queries";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@carbon/react";
import { useLanguage, useTexts } from "../../i18n/language";
import { say } from "../../i18n/texts";
import { PeriodText, Tonnes } from "../../parts/Amounts";
import { EmptyState } from "../../parts/DataTable";
import { Loading } from "../../parts/Loading";
import { ProblemNotice } from "../../parts/ProblemNotice";
import { grouped } from "../../parts/values";
import { originTexts } from "../../parts/originTexts";
import type { Changes } from "./model";
import { texts } from "./texts";

export function Changed({ project, report, change }: { project: number; report: number; change: number }) {
  const t = useTexts(texts);
  const o = useTexts(originTexts);
  const { language } = useLanguage();
  const { data, error, isPending, refetch } = useGet<Changes>(`/verifier/reviews/${project}/changes`, { report: report || undefined, change: change || undefined });
  if (isPending) return <Loading />;
  if (!data) return <ProblemNotice problem={error} again={() => void refetch()} />;
  return (
    <>
      {report > 0 && (
        <section className="s-section">
          <h2>{t("sincePeriod")}</h2>
          {!data.before_report && <EmptyState empty={{ title: t("firstPeriod"), text: t("firstPeriodText") }} />}
          {data.before_report > 0 && (
            <>
              <dl className="s-values">
                <dt>{t("periodBefore")}</dt>
                <dd>
                  <PeriodText period={data.before_period} /> <Tonnes amount={data.before_total} from={{ text: o("reportTotal") }} />
                </dd>
                <dt>{t("periodNow")}</dt>
                <dd>
                  <PeriodText period={data.period} /> <Tonnes amount={data.total} from={{ text: o("reportTotal") }} />
                </dd>
                <dt>{t("perDay")}</dt>
                <dd>{data.total_change_percent ? `${data.total_change_percent} %` : "-"}</dd>
              </dl>
              <div className="s-scroll s-cards-below" tabIndex={0} role="region" aria-label={t("sincePeriod")}>
                <Table size="sm" aria-label={t("sincePeriod")}>
                  <TableHead>
                    <TableRow>
                      <TableHeader>{t("symbol")}</TableHeader>
                      <TableHeader>{t("meaning")}</TableHeader>
                      <TableHeader className="s-end">{t("periodBefore")}</TableHeader>
                      <TableHeader className="s-end">{t("periodNow")}</TableHeader>
                      <TableHeader>{t("unit")}</TableHeader>
                      <TableHeader className="s-end">{t("difference")}</TableHeader>
                    </TableRow>
                  </TableHead>
                  <TableBody>
                    {data.values.map((one) => (
                      <TableRow key={`${one.activity} ${one.symbol} ${one.row}`}>
                        <TableCell data-label={t("symbol")}>
                          {one.symbol} {one.row}
                        </TableCell>
                        <TableCell data-label={t("meaning")}>{say(one.definition, language)}</TableCell>
                        <TableCell data-label={t("periodBefore")} className="s-end">
                          {grouped(one.before) || "-"}
                        </TableCell>
                        <TableCell data-label={t("periodNow")} className="s-end">
                          {grouped(one.now) || "-"}
                        </TableCell>
                        <TableCell data-label={t("unit")}>{one.unit}</TableCell>
                        <TableCell data-label={t("difference")} className="s-end">
                          {one.change_percent ? `${one.change_percent} %` : "-"}
                        </TableCell>
                      </TableRow>
                    ))}
                  </TableBody>
                </Table>
              </div>
            </>
          )}
        </section>
      )}
      <section className="s-section">
        <h2>{t("sinceVersion")}</h2>
        {data.before_version === 0 && <EmptyState empty={{ title: t("firstVersion"), text: t("firstVersionText") }} />}
        {data.before_version > 0 && data.plan.length === 0 && <p>{t("noDifference")}</p>}
        {data.plan.length > 0 && (
          <div className="s-scroll s-cards-below" tabIndex={0} role="region" aria-label={t("sinceVersion")}>
            <Table size="sm" aria-label={t("sinceVersion")}>
              <TableHead>
                <TableRow>
                  <TableHeader>{t("field")}</TableHeader>
                  <TableHeader>{t("versionBefore", { version: data.before_version })}</TableHeader>
                  <TableHeader>{t("versionNow", { version: data.version })}</TableHeader>
                </TableRow>
              </TableHead>
              <TableBody>
                {data.plan.map((one) => (
                  <TableRow key={one.path}>
                    <TableCell data-label={t("field")}>{say(one.title, language) || one.path}</TableCell>
                    <TableCell data-label={t("versionBefore", { version: data.before_version })}>{one.before || "-"}</TableCell>
                    <TableCell data-label={t("versionNow", { version: data.version })}>{one.after || "-"}</TableCell>
                  </TableRow>
                ))}
              </TableBody>
            </Table>
          </div>
        )}
      </section>
    </>
  );
}
