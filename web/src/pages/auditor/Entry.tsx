import { Link, useParams } from "react-router-dom";
import { useGet } from "../../api/queries";
import { useLanguage, useTexts } from "../../i18n/language";
import { Loading } from "../../parts/Loading";
import { Missing } from "../../parts/Missing";
import { NextStep } from "../../parts/NextStep";
import { PageHead } from "../../parts/PageHead";
import { SaveFile } from "../../parts/SaveFile";
import { DateText } from "../../parts/Amounts";
import { dateText } from "../../parts/values";
import type { Entry as EntryAnswer } from "./api";
import { Fields } from "./Fields";
import { Concerns, Who } from "./Journal";
import { texts } from "./texts";
import { actWord, kindsOf } from "./words";

export default function Entry() {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const { entry } = useParams();
  const { data, error, refetch } = useGet<EntryAnswer>(`/audit/journal/${entry}`);
  if (error && !data) return <Missing title={t("entryMissing")} problem={error} again={() => void refetch()} back={{ action: t("backToJournal"), to: "/audit" }} />;
  if (!data) return <Loading />;
  const { line, rules } = data;
  const kinds = kindsOf(data.type, data.version);
  const of = (part: "public" | "party") => kinds.filter(([, one]) => one === part).map(([name, , kind]) => [name, kind] as [string, typeof kind]);
  const who = line.actor ? line.actor.name || line.actor.login || t("unknownPerson") : t("system");
  return (
    <>
      <PageHead
        title={t("entryTitle", { entry: String(line.entry), act: actWord(line.command, language) })}
        lead={t("entryLead", { who, date: dateText(line.date, language), time: dateText(line.time, language) })}
      />
      <NextStep text={t("entryNext")} steps={[{ action: t("backToJournal"), to: "/audit" }]} />
      <div className="s-row s-no-print">
        <SaveFile path={`/receipts/${line.entry}`}>{t("publicReceipt")}</SaveFile>
        <SaveFile path={`/audit/journal/${line.entry}/receipt`}>{t("partyReceipt")}</SaveFile>
        {line.entry > 1 && <Link to={`/audit/journal/${line.entry - 1}`}>{t("previousEntry")}</Link>}
        {line.entry < data.last && <Link to={`/audit/journal/${line.entry + 1}`}>{t("nextEntry")}</Link>}
      </div>
      <section className="s-section">
        <h2>{t("header")}</h2>
        <dl className="s-values">
          <dt>{t("who")}</dt>
          <dd>
            <Who line={line} />
          </dd>
          <dt>{t("organisation")}</dt>
          <dd>{line.organisation?.name ?? t("operator")}</dd>
          <dt>{t("date")}</dt>
          <dd>
            <DateText date={line.date} />
          </dd>
          <dt>{t("time")}</dt>
          <dd>
            <DateText date={line.time} />
          </dd>
          <dt>{t("delegation")}</dt>
          <dd>{line.delegation ? t("delegationNumber", { number: String(line.delegation) }) : t("ownRole")}</dd>
          {line.group_count > 0 && <dt>{t("group")}</dt>}
          {line.group_count > 0 && <dd>{t("groupOf", { count: line.group_count, index: line.group_index + 1 })}</dd>}
          <dt>{t("concerns")}</dt>
          <dd>
            <Concerns line={line} />
          </dd>
          <dt>{t("form")}</dt>
          <dd>{t("formOf", { type: data.type, version: data.version })}</dd>
        </dl>
      </section>
      <section className="s-section">
        <h2>{t("publicFields")}</h2>
        <Fields values={data.public_fields} kinds={of("public")} />
      </section>
      <section className="s-section">
        <h2>{t("partyFields")}</h2>
        <Fields values={data.party_fields} kinds={of("party")} />
      </section>
      <section className="s-section">
        <h2>{t("rules")}</h2>
        {!rules && <p>{t("noRules")}</p>}
        {rules && (
          <>
            <p>
              {t("rulesText", {
                family: rules.family,
                edition: rules.edition,
                number: String(rules.adoption),
                authority: rules.authority.name,
                date: dateText(rules.effective, language),
              })}
            </p>
            <dl className="s-values">
              <dt>{t("manifest")}</dt>
              <dd>
                <code className="s-code">{rules.manifest}</code>
              </dd>
              <dt>{t("packHash")}</dt>
              <dd>
                <code className="s-code">{rules.pack}</code>
              </dd>
            </dl>
          </>
        )}
      </section>
    </>
  );
}
