import { Button, Select, SelectItem, TextArea, TextInput } from "@carbon/react";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useParams } from "react-router-dom";
import { send } from "../../api/client";
import type { Problem } from "../../api/problem";
import { useLanguage, useTexts } from "../../i18n/language";
import { say } from "../../i18n/texts";
import { FigureTable } from "../../parts/FigureTable";
import { NextStep } from "../../parts/NextStep";
import { PageHead } from "../../parts/PageHead";
import { ProblemNotice } from "../../parts/ProblemNotice";
import { Money } from "../../parts/Amounts";
import { unitText } from "../../parts/values";
import type { ShareView } from "./api";
import { texts } from "./memberTexts";

const RULES = ["per_tonne", "equal", "fixed"] as const;
type Rule = (typeof RULES)[number];

export default function Shares() {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const { project } = useParams();
  const [total, setTotal] = useState("");
  const [rule, setRule] = useState<Rule>("per_tonne");
  const [rows, setRows] = useState("");
  const ask = useMutation<ShareView, Problem>({
    mutationFn: () => send<ShareView>("POST", `/proponent/cases/${project}/shares`, { total_yen: total.replaceAll(",", ""), rule, members: membersOf(rows, rule) }),
  });
  return (
    <>
      <PageHead title={t("sharesTitle")} lead={t("sharesLead")} />
      <form
        className="s-narrow s-stack"
        onSubmit={(event) => {
          event.preventDefault();
          ask.mutate();
        }}
      >
        <TextInput id="share-total" labelText={t("total")} inputMode="numeric" value={total} onChange={(event) => setTotal(event.target.value)} />
        <Select id="share-rule" labelText={t("rule")} value={rule} onChange={(event) => setRule(event.target.value as Rule)}>
          {RULES.map((one) => (
            <SelectItem key={one} value={one} text={t(one)} />
          ))}
        </Select>
        {rule !== "equal" && <TextArea id="share-rows" labelText={t("rows")} helperText={t("rowsHelp")} rows={8} value={rows} onChange={(event) => setRows(event.target.value)} />}
        <Button type="submit" disabled={!total || ask.isPending}>
          {t("calculate")}
        </Button>
      </form>
      <ProblemNotice problem={ask.error} />
      {ask.data && (
        <section className="s-section" aria-live="polite">
          <p>{say(ask.data.rule, language)}</p>
          {ask.data.plan && <p>{t("plan", { plan: ask.data.plan })}</p>}
          <FigureTable name={t("sharesTitle")} head={[t("member"), `${t("share")} (${unitText("JPY", language)})`]} rows={ask.data.members.map((m) => [m.member, m.share.value])} />
          <p>
            {t("operators")} <Money
              amount={ask.data.operators}
              name={t("operators")}
              from={{ text: say(ask.data.rule, language), parts: [{ name: t("total"), value: <Money amount={ask.data.total} /> }, ...ask.data.members.map((m) => ({ name: m.member, value: <Money amount={m.share} /> }))] }}
            />
          </p>
        </section>
      )}
      <NextStep text={t("nextShares")} steps={[{ action: t("backToCase"), to: `/cases/${project}` }]} />
    </>
  );
}

// "M-001,1.25", one a line; a figure stays text.
function membersOf(text: string, rule: Rule): { member: string; tonnes?: string; fixed_yen?: string }[] {
  if (rule === "equal") return [];
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const at = line.search(/[,\t]/);
      const member = at < 0 ? line : line.slice(0, at).trim();
      const amount = at < 0 ? "0" : line.slice(at + 1).trim().replaceAll(",", "");
      return rule === "fixed" ? { member, fixed_yen: amount } : { member, tonnes: amount };
    });
}
