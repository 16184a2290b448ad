// Credits that were certified and wait for their issue: every line to an account, a certification as one group.
import { Button, Select, SelectItem, Tag, TextInput } from "@carbon/react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router-dom";
import { commands } from "../../api/client";
import type { CommandAnswer } from "../../api/contract";
import type { Problem } from "../../api/problem";
import { useCursorList } from "../../api/queries";
import { useLanguage, useTexts } from "../../i18n/language";
import { say } from "../../i18n/texts";
import { DateText, Tonnes } from "../../parts/Amounts";
import { CreditType } from "../../parts/CreditType";
import { EmptyState, ListFiles, Pager } from "../../parts/DataTable";
import { Loading } from "../../parts/Loading";
import { NextStep } from "../../parts/NextStep";
import { PageHead } from "../../parts/PageHead";
import { fiscalYearText } from "../../parts/values";
import { originTexts } from "../../parts/originTexts";
import { Words } from "../../parts/Term";
import { ProblemNotice } from "../../parts/ProblemNotice";
import type { Issue } from "./model";
import { texts } from "./texts";

export default function Issues() {
  const t = useTexts(texts);
  const list = useCursorList<Issue>("/secretariat/issues");
  const [issued, setIssued] = useState<number>();
  return (
    <>
      <PageHead title={t("issuesTitle")} lead={t("issuesLead")} />
      <Words words={["issuance", "vintage", "crediting_programme", "buffer"]} />
      <ProblemNotice problem={list.problem} again={list.reload} />
      {issued !== undefined && <p role="status">{t("issuedEntry", { entry: issued })}</p>}
      {list.loading && list.items.length === 0 && <Loading />}
      {!list.loading && list.items.length === 0 && !list.problem && <EmptyState empty={{ title: t("issuesNone"), text: t("issuesNoneText") }} />}
      {list.items.length > 0 && <NextStep text={t("issuesNext", { count: list.total ?? list.items.length })} />}
      {list.items.length > 0 && <ListFiles list={list} />}
      <div className="s-stack">
        {list.items.map((one) => (
          <One key={one.certification} one={one} done={setIssued} />
        ))}
      </div>
      {list.items.length > 0 && <Pager list={list} />}
    </>
  );
}

function One({ one, done }: { one: Issue; done: (entry: number) => void }) {
  const t = useTexts(texts);
  const o = useTexts(originTexts);
  const { language } = useLanguage();
  const client = useQueryClient();
  const lines = one.lines.filter((line) => !line.issued);
  const usual = String(one.accounts.find((account) => account.proponent)?.account ?? "");
  const [accounts, setAccounts] = useState<Record<number, string>>({});
  const [buffer, setBuffer] = useState<Record<number, string>>({});
  const needsBuffer = one.buffer.value !== "0";
  const accountOf = (line: number) => accounts[line] ?? usual;
  // The buffer's part comes off the first line unless it is written otherwise; whether the sum is right is the server's to say.
  const bufferOf = (line: number) => buffer[line] ?? (needsBuffer && line === lines[0]?.line ? one.buffer.value : "0");
  const issue = useMutation<CommandAnswer, Problem>({
    mutationFn: () =>
      commands(
        lines.map((line) => {
          const aside = BigInt(/^\d+$/.test(bufferOf(line.line)) ? bufferOf(line.line) : "0");
          const rest = BigInt(line.certified.value) - aside;
          const allocations = [
            ...(rest > 0n ? [{ account: Number(accountOf(line.line)), amount: Number(rest) }] : []),
            ...(aside > 0n && one.buffer_account ? [{ account: one.buffer_account, amount: Number(aside) }] : []),
          ];
          return { name: "Issue", body: { certification: one.certification, line: line.line, allocations } };
        }),
      ),
    onSuccess: (answer) => {
      done(answer.entry);
      void client.invalidateQueries();
    },
  });
  return (
    <article className="s-rule s-stack" aria-label={t("certificationNumber", { number: one.certification })}>
      <div className="s-row">
        <strong>{t("certificationNumber", { number: one.certification })}</strong>
        <Link to={`/projects/${one.project}`}>{one.title}</Link>
        {one.overdue && <Tag type="red">{t("overdue")}</Tag>}
      </div>
      <p className="s-secondary">
        {t("certifiedIn", { round: one.round })} <DateText date={one.certified_on} /> {one.programme_code} <CreditType type={one.credit_type} /> {one.due && t("dueOn")} {one.due && <DateText date={one.due} />}
      </p>
      {one.obstacle && (
        <div className="s-notice s-notice-info">
          <strong>{say(one.obstacle.text, language)}</strong>
        </div>
      )}
      {lines.map((line) => (
        <div key={line.line} className="s-row">
          <span>
            {line.methodology} {fiscalYearText(line.vintage, language)} <Tonnes amount={line.certified} from={{ text: o("lineCertified"), to: { path: `/projects/${one.project}`, name: one.title } }} />
          </span>
          <Select id={`account-${one.certification}-${line.line}`} labelText={t("toAccount", { line: line.line + 1 })} value={accountOf(line.line)} onChange={(event) => setAccounts((all) => ({ ...all, [line.line]: event.target.value }))}>
            <SelectItem value="" text={t("choose")} />
            {one.accounts.map((account) => (
              <SelectItem
                key={account.account}
                value={account.account}
                text={`${account.proponent ? t("ofProponent") : ""}${t("accountOf", { number: account.account, holder: `${account.holder.name} ${account.department}`.trim() })}`}
              />
            ))}
          </Select>
          {needsBuffer && (
            <TextInput
              id={`buffer-${one.certification}-${line.line}`}
              labelText={t("toBuffer")}
              helperText={t("toBufferHelp", { amount: one.buffer.value })}
              inputMode="numeric"
              value={bufferOf(line.line)}
              onChange={(event) => setBuffer((all) => ({ ...all, [line.line]: event.target.value }))}
            />
          )}
        </div>
      ))}
      {one.accounts.every((account) => !account.proponent) && <p className="s-source">{t("noAccount")}</p>}
      <ProblemNotice problem={issue.error} again={() => issue.mutate()} />
      <div>
        <Button size="md" disabled={issue.isPending || lines.some((line) => !accountOf(line.line))} onClick={() => issue.mutate()}>
          {t("issue")}
        </Button>
      </div>
    </article>
  );
}
