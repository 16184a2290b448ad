// Accounts that were asked for, with the papers of their holders.
import { Tag } from "@carbon/react";
import { useCursorList, useGet } from "../../api/queries";
import { useLanguage, useTexts } from "../../i18n/language";
import { say } from "../../i18n/texts";
import { DateText } from "../../parts/Amounts";
import { CommandForm } from "../../parts/CommandForm";
import { EmptyState, ListFiles, Pager } from "../../parts/DataTable";
import { Loading } from "../../parts/Loading";
import { NextStep } from "../../parts/NextStep";
import { PageHead } from "../../parts/PageHead";
import { FileLink } from "../../parts/SaveFile";
import { ProblemNotice } from "../../parts/ProblemNotice";
import type { AccountDesk, Choices } from "./model";
import { texts } from "./texts";

export default function Accounts() {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const list = useCursorList<AccountDesk>("/secretariat/accounts");
  const choices = useGet<Choices>("/secretariat/choices");
  const grounds = (choices.data?.registry_grounds ?? []).map((one) => ({ value: one.value, name: say(one.title, language) }));
  return (
    <>
      <PageHead title={t("accountsTitle")} lead={t("accountsLead")} />
      <ProblemNotice problem={list.problem} again={list.reload} />
      {list.loading && list.items.length === 0 && <Loading />}
      {!list.loading && list.items.length === 0 && !list.problem && <EmptyState empty={{ title: t("accountsNone"), text: t("accountsNoneText") }} />}
      {list.items.length > 0 && <NextStep text={t("accountsNext", { count: list.total ?? list.items.length })} />}
      {list.items.length > 0 && <ListFiles list={list} />}
      <div className="s-stack">
        {list.items.map((one) => (
          <article key={one.account.account} className="s-rule s-stack" aria-label={t("accountOf", { number: one.account.account, holder: one.account.holder.name })}>
            <h2>{t("accountOf", { number: one.account.account, holder: `${one.account.holder.name} ${one.account.department}`.trim() })}</h2>
            {one.filed_on === undefined && <p>{t("noPapers")}</p>}
            {one.filed_on !== undefined && (
              <dl className="s-values">
                <dt>{t("holderName")}</dt>
                <dd>
                  {one.holder_name} ({one.name_kana}) {one.name_differs && <Tag type="red">{t("differs")}</Tag>}
                </dd>
                <dt>{t("corporateNumber")}</dt>
                <dd>
                  {one.corporate_number || "-"} {one.number_differs && <Tag type="red">{t("differs")}</Tag>}
                </dd>
                <dt>{t("representative")}</dt>
                <dd>{one.representative || "-"}</dd>
                <dt>{t("addressOf")}</dt>
                <dd>{one.address || "-"}</dd>
                <dt>{t("contact")}</dt>
                <dd>{one.contact || "-"}</dd>
                <dt>{t("papers")}</dt>
                <dd>
                  {one.documents.map((hash) => (
                    <div key={hash}>
                      <FileLink path={`/rounds/documents/${hash}`}>
                        {t("paperNumber", { hash: hash.slice(0, 12) })}
                      </FileLink>
                    </div>
                  ))}
                  <DateText date={one.filed_on} />
                </dd>
              </dl>
            )}
            <CommandForm
              command="DecideAccount"
              fixed={{ account: one.account.account }}
              fields={[
                { id: "approved", name: t("decision"), kind: "yes_no", yes: t("openAccount"), no: t("refuse") },
                { id: "ground", name: t("groundOfRefusal"), kind: "choice", options: grounds },
              ]}
              hidden={(field, given) => field === "ground" && given.approved !== false}
              submit={t("record")}
            />
          </article>
        ))}
      </div>
      {list.items.length > 0 && <Pager list={list} />}
    </>
  );
}
