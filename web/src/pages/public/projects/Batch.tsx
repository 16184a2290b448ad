import { Link, useParams } from "react-router-dom";
import { useGet } from "../../../api/queries";
import { useTexts } from "../../../i18n/language";
import { CreditType } from "../../../parts/CreditType";
import { Loading } from "../../../parts/Loading";
import { NextStep } from "../../../parts/NextStep";
import { PageHead } from "../../../parts/PageHead";
import { ProblemNotice } from "../../../parts/ProblemNotice";
import type { BatchPage } from "../api";
import { Batches, Retirements, Vintage } from "./tables";
import { texts } from "./texts";

export default function Batch() {
  const t = useTexts(texts);
  const { batch } = useParams();
  const { data, error, isPending, refetch } = useGet<BatchPage>(`/batches/${batch}`);
  const one = data?.batch;
  return (
    <>
      <PageHead title={t("batch", { batch: batch ?? "" })} lead={one && t("batchLead", { serials: one.serials })} />
      <ProblemNotice problem={error} again={() => void refetch()} />
      {isPending && <Loading />}
      {one && (
        <>
          <dl className="s-values">
            <dt>{t("project")}</dt>
            <dd>{one.project ? <Link to={`/projects/${one.project}`}>{one.project_title}</Link> : "-"}</dd>
            <dt>{t("programmeName")}</dt>
            <dd>{one.crediting_programme === "J-Credit" ? t("jCredit") : one.crediting_programme}</dd>
            <dt>{t("creditType")}</dt>
            <dd>
              <CreditType programme={one.crediting_programme} type={one.credit_type} />
            </dd>
            <dt>{t("methodology")}</dt>
            <dd>{one.methodology ? <Link to={`/rulebook/methodologies/${one.methodology}`}>{one.methodology}</Link> : "-"}</dd>
            <dt>{t("vintage")}</dt>
            <dd>
              <Vintage year={one.vintage} />
            </dd>
            <dt>{t("place")}</dt>
            <dd>{one.place || "-"}</dd>
          </dl>
          <section className="s-section">
            <h2>{t("batches")}</h2>
            <p className="s-prose">{t("batchesText")}</p>
            <Batches batches={[one]} linked={false} />
          </section>
          <section className="s-section">
            <h2>{t("retirements")}</h2>
            {data.retirements.length === 0 ? <p className="s-prose">{t("noRetirements")}</p> : <Retirements retirements={data.retirements} />}
          </section>
          <NextStep text={t("batchNext")} steps={one.project ? [{ action: t("toProject"), to: `/projects/${one.project}` }] : []} />
        </>
      )}
    </>
  );
}
