// What anybody may read of one retirement: on its own page, and where a paper's code leads to it.
import { Button } from "@carbon/react";
import { Download } from "@carbon/react/icons";
import { Link } from "react-router-dom";
import { address } from "../../../api/client";
import { useGet } from "../../../api/queries";
import { useLanguage, useTexts } from "../../../i18n/language";
import { say } from "../../../i18n/texts";
import { Figure } from "../../../parts/Figure";
import { Loading } from "../../../parts/Loading";
import { NextStep } from "../../../parts/NextStep";
import { PageHead } from "../../../parts/PageHead";
import { ProblemNotice } from "../../../parts/ProblemNotice";
import { Term } from "../../../parts/Term";
import { DateText, Tonnes } from "../../../parts/Amounts";
import { amountText, dateText } from "../../../parts/values";
import { originTexts } from "../../../parts/originTexts";
import type { RetirementPage } from "../api";
import { History, PlainTable, Vintage } from "../projects/tables";
import { texts } from "./texts";

export function RetirementRecord({ number }: { number: string }) {
  const t = useTexts(texts);
  const { data, error, isPending, refetch } = useGet<RetirementPage>(`/retirements/${number}`);
  return (
    <>
      {!data && <PageHead title={t("title", { number })} />}
      <ProblemNotice problem={error} again={() => void refetch()} />
      {isPending && <Loading />}
      {data && <Shown data={data} />}
    </>
  );
}

function Shown({ data }: { data: RetirementPage }) {
  const t = useTexts(texts);
  const o = useTexts(originTexts);
  const { language } = useLanguage();
  const number = String(data.retirement);
  const date = dateText(data.completed_on, language);
  const title = data.end_use === "retirement" ? t("title", { number }) : t(`title_${data.end_use}`, { number });
  return (
    <>
      <PageHead title={title} lead={data.user ? t("lead", { user: data.user, date }) : t("leadUnnamed", { date })} />
      <section className="s-section">
        <h2>{t("record")}</h2>
        <dl className="s-values">
          <dt>{t("kind")}</dt>
          <dd>
            <Term word={data.end_use === "retirement" ? "retirement" : data.end_use === "state_target" ? "state_retirement" : "cancellation"}>{t(data.end_use)}</Term>
          </dd>
          <dt>{t("completedOn")}</dt>
          <dd>
            <DateText date={data.completed_on} />
          </dd>
          <dt>{t("user")}</dt>
          <dd>{data.user || t("unnamed")}</dd>
          <dt>{t("corporateNumber")}</dt>
          <dd>{data.user_corporate_number || "-"}</dd>
          {data.offset !== "none" && (
            <>
              <dt>{t("offset")}</dt>
              <dd>{t(`offset_${data.offset}`)}</dd>
            </>
          )}
          <dt>{t("quantity")}</dt>
          <dd>
            <Figure
              amount={data.used}
              name={t("quantity")}
              from={{
                text: t("usedFrom"),
                parts: data.units.map((one) => ({ name: one.serials, value: amountText(one.used.value, one.used.unit, language), to: `/batches/${one.batch}` })),
                source: t("journalSource"),
              }}
            />
          </dd>
        </dl>
      </section>
      <section className="s-section">
        <h2>{t("uses")}</h2>
        <PlainTable
          name={t("uses")}
          head={[{ name: t("purpose") }, { name: t("fiscalYear") }, { name: t("report") }]}
          rows={data.uses.map((one, i) => ({ key: i, cells: [say(one.title, language), <Vintage year={one.fiscal_year} />, one.report || "-"] }))}
        />
      </section>
      <section className="s-section">
        <h2>{t("units")}</h2>
        <PlainTable
          name={t("units")}
          head={[{ name: t("serials") }, { name: t("project") }, { name: t("methodology") }, { name: t("vintage") }, { name: t("quantity"), end: true }]}
          rows={data.units.map((one) => ({
            key: one.serials,
            cells: [
              <Link to={`/batches/${one.batch}`}>{one.serials}</Link>,
              one.project ? <Link to={`/projects/${one.project}`}>{one.project_title}</Link> : one.credit_type,
              one.methodology || "-",
              <Vintage year={one.vintage} />,
              <Tonnes amount={one.used} from={{ text: o("usedOfRange"), to: { path: `/batches/${one.batch}`, name: one.serials } }} />,
            ],
          }))}
        />
      </section>
      <Certificates data={data} />
      <Proof data={data} />
    </>
  );
}

function Certificates({ data }: { data: RetirementPage }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  if (data.certificates.length === 0) return null;
  return (
    <section className="s-section">
      <h2>
        <Term word="offset_certificate">{t("certificates")}</Term>
      </h2>
      <p className="s-prose">{t("certificatesText", { divided: amountText(data.divided.value, data.divided.unit, language) })}</p>
      <PlainTable
        name={t("certificates")}
        head={[{ name: t("numbers") }, { name: t("issuedOn") }, { name: t("each"), end: true }]}
        rows={data.certificates.map((one) => ({
          key: one.first,
          cells: [one.first === one.last ? String(one.first) : `${one.first} - ${one.last}`, <DateText date={one.issued_on} />, <Tonnes amount={one.each} from={{ text: t("eachFrom"), parts: [{ name: t("numbers"), value: `${one.first} - ${one.last}` }] }} />],
        }))}
      />
    </section>
  );
}

function Proof({ data }: { data: RetirementPage }) {
  const t = useTexts(texts);
  if (!data.entry) return null;
  return (
    <>
      <section className="s-section">
        <h2>{t("proof")}</h2>
        <p className="s-prose">{t("proofText", { entry: String(data.entry) })}</p>
        <dl className="s-values">
          <dt>{t("code")}</dt>
          <dd>
            <code className="s-code">{data.code}</code>
          </dd>
          <dt>{t("address")}</dt>
          <dd>
            <Link to={data.path}>{window.location.origin + data.path}</Link>
          </dd>
        </dl>
        <Button className="s-no-print" as="a" renderIcon={Download} href={address(`/receipts/${data.entry}`)} download={`sumi-receipt-${data.entry}.txt`}>
          {t("saveReceipt")}
        </Button>
      </section>
      <section className="s-section">
        <h2>{t("history")}</h2>
        <History history={data.history} />
      </section>
      <NextStep text={t("next")} steps={[{ action: t("checkReceipt"), to: "/check-receipt" }]} />
    </>
  );
}
