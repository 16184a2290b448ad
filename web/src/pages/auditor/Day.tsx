import { Accordion, AccordionItem, Button, Form } from "@carbon/react";
import { useState } from "react";
import { Link, useNavigate, useSearchParams } from "react-router-dom";
import { useCursorList, useGet } from "../../api/queries";
import { useLanguage, useTexts } from "../../i18n/language";
import { DayField } from "../../parts/DayField";
import { Tonnes } from "../../parts/Amounts";
import { DataTable } from "../../parts/DataTable";
import { FigureTable } from "../../parts/FigureTable";
import { Loading } from "../../parts/Loading";
import { NextStep } from "../../parts/NextStep";
import { Notice } from "../../parts/Notice";
import { PageHead } from "../../parts/PageHead";
import { ProblemNotice } from "../../parts/ProblemNotice";
import { originTexts } from "../../parts/originTexts";
import { Words } from "../../parts/Term";
import type { AccountDay, BatchDay, Day as DayAnswer } from "./api";
import { texts } from "./texts";
import { enumWord } from "./words";

const PLACES = ["came_in", "held", "waiting", "buffer", "retired", "retired_for_state", "cancelled", "expired", "exported"] as const;

export default function Day() {
  const t = useTexts(texts);
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const shown = search.get("day") ?? "";
  const [day, setDay] = useState(shown);
  const { data, error, isFetching } = useGet<DayAnswer>(shown ? `/audit/days/${shown}` : undefined);
  return (
    <>
      <PageHead title={t("dayTitle")} lead={t("dayLead")} />
      <Words words={["escrow", "buffer", "retirement", "state_retirement", "cancellation"]} />
      <NextStep text={t(data ? "dayNextShown" : "dayNext")} steps={data ? [{ action: t("toBundle"), to: "/audit/checks" }] : []} />
      <Form
        className="s-narrow s-stack s-no-print"
        onSubmit={(event) => {
          event.preventDefault();
          if (day) navigate(`/audit/day?day=${day}`);
        }}
      >
        <DayField id="audit-day" label={t("dayField")} value={day} change={setDay} />
        <Button type="submit" size="md" disabled={!day}>
          {t("showDay")}
        </Button>
      </Form>
      <ProblemNotice problem={error} />
      {shown && isFetching && !data && <Loading />}
      {data && <DayShown key={data.day} data={data} />}
    </>
  );
}

function DayShown({ data }: { data: DayAnswer }) {
  const t = useTexts(texts);
  const o = useTexts(originTexts);
  const { language } = useLanguage();
  const batches = useCursorList<BatchDay>(`/audit/days/${data.day}/batches`);
  const accounts = useCursorList<AccountDay>(`/audit/days/${data.day}/accounts`);
  const whole = (b: BatchDay, place: (typeof PLACES)[number]) => (
    <Tonnes
      amount={b[place]}
      name={t(`place_${place}`)}
      from={{
        text: o("batchOfDay"),
        parts: PLACES.filter((other) => other !== place).map((other) => ({ name: t(`place_${other}`), value: <Tonnes amount={b[other]} /> })),
        to: { path: `/batches/${b.batch}`, name: `${t("batch")} ${b.batch}` },
      }}
    />
  );
  const ofAccount = (a: AccountDay) => ({ text: o("accountOfDay"), to: { path: `/audit?account=${a.account}`, name: t("entriesOfAccount", { account: a.account }) } });
  const holds = data.balanced && data.findings.length === 0;
  return (
    <>
      <Notice kind={holds ? "good" : "bad"} title={t(holds ? "holds" : "holdsNot")} text={data.findings.join(" / ")} />
      <dl className="s-values">
        <dt>{t("lastEntry")}</dt>
        <dd>
          <Link to={`/audit/journal/${data.entry}`}>{data.entry}</Link>
        </dd>
        <dt>{t("stateHash")}</dt>
        <dd>
          <code className="s-code">{data.state_hash}</code>
        </dd>
        <dt>{t("organisations")}</dt>
        <dd>{data.organisations}</dd>
        <dt>{t("projects")}</dt>
        <dd>{t("ofWhich", { all: data.projects, some: data.registered })}</dd>
        <dt>{t("certifications")}</dt>
        <dd>{data.certifications}</dd>
        <dt>{t("accountsOpen")}</dt>
        <dd>{t("ofWhich", { all: data.accounts, some: data.open_accounts })}</dd>
      </dl>
      <section className="s-section">
        <h2>{t("conservation")}</h2>
        <p className="s-lead">{t("conservationLead")}</p>
        <DataTable
          name={t("conservation")}
          list={batches}
          keyOf={(b) => b.batch}
          columns={[
            { id: "batch", name: t("batch"), sort: "batch", cell: (b) => <Link to={`/batches/${b.batch}`}>{`${b.batch} ${b.project_title} ${b.vintage ?? ""}`}</Link> },
            { id: "came_in", name: t("cameIn"), sort: "came_in", cell: (b) => whole(b, "came_in"), end: true },
            { id: "held", name: t("held"), sort: "held", cell: (b) => whole(b, "held"), end: true },
            { id: "waiting", name: t("waiting"), cell: (b) => whole(b, "waiting"), end: true },
            { id: "buffer", name: t("buffer"), cell: (b) => whole(b, "buffer"), end: true },
            { id: "used", name: t("used"), cell: (b) => (["retired", "retired_for_state", "cancelled"] as const).map((place) => <div key={place}>{whole(b, place)}</div>), end: true },
            { id: "gone", name: t("gone"), cell: (b) => (["expired", "exported"] as const).map((place) => <div key={place}>{whole(b, place)}</div>), end: true },
            { id: "balanced", name: t("balanced"), cell: (b) => (b.balanced ? t("balanced") : <span className="s-error-text">{t("notBalanced")}</span>) },
          ]}
          empty={{ title: t("noBatches"), text: t("noBatchesText") }}
        />
      </section>
      <section className="s-section">
        <h2>{t("accountBalances")}</h2>
        <DataTable
          name={t("accountBalances")}
          list={accounts}
          keyOf={(a) => a.account}
          columns={[
            { id: "account", name: t("accountColumn"), sort: "number", cell: (a) => <Link to={`/audit?account=${a.account}`}>{a.account}</Link> },
            { id: "holder", name: t("holder"), sort: "holder", cell: (a) => (a.department ? `${a.holder.name} ${a.department}` : a.holder.name) },
            { id: "kind", name: t("kind"), cell: (a) => enumWord("registry.AccountKind", a.kind, language) },
            { id: "held", name: t("held"), cell: (a) => a.balances.map((b) => <div key={b.unit_kind}>{<Tonnes amount={b.held} from={ofAccount(a)} />}</div>), end: true },
            { id: "waiting", name: t("waiting"), cell: (a) => a.balances.map((b) => <div key={b.unit_kind}>{<Tonnes amount={b.escrowed} from={ofAccount(a)} />}</div>), end: true },
          ]}
          empty={{ title: t("noAccounts"), text: t("noBatchesText") }}
        />
      </section>
      <section className="s-section">
        <h2>{t("stateTables")}</h2>
        <p className="s-lead">{t("stateTablesLead")}</p>
        <Accordion>
          <AccordionItem title={t("stateTables")}>
            <FigureTable name={t("stateTables")} head={[t("table"), t("rows"), t("bytes"), t("sha256")]} rows={data.tables.map((one) => [one.name, one.rows, one.bytes, `${one.sha256.slice(0, 16)}…`])} />
          </AccordionItem>
        </Accordion>
      </section>
    </>
  );
}
