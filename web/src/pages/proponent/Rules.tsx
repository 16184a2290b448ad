// The eleven rules as a table: one line per finding, the worst first, with reason, remedy and source.
import { Tag } from "@carbon/react";
import { useLanguage, useTexts } from "../../i18n/language";
import { say } from "../../i18n/texts";
import type { RuleFinding, RuleWord } from "./api";
import { answers, rules, texts } from "./texts";

const colours: Record<RuleWord, "green" | "red" | "gray" | "blue"> = { met: "green", not_met: "red", declared: "blue", not_yet_knowable: "gray", no_rule_data: "gray" };
const order: readonly RuleWord[] = ["not_met", "no_rule_data", "not_yet_knowable", "declared", "met"];

export function AnswerTag({ answer }: { answer: RuleWord }) {
  const t = useTexts(answers);
  return (
    <Tag type={colours[answer]} size="md">
      {t(answer)}
    </Tag>
  );
}

function ruleName(rule: string): keyof typeof rules {
  return (rule in rules ? rule : "R1") as keyof typeof rules;
}

export function Rules({ findings }: { findings: readonly RuleFinding[] }) {
  const t = useTexts(texts);
  const names = useTexts(rules);
  const { language } = useLanguage();
  const sorted = [...findings].sort((a, b) => order.indexOf(a.answer) - order.indexOf(b.answer));
  return (
    <ul className="s-plain s-stack-small">
      {sorted.map((f, i) => (
        <li key={`${f.rule}${f.path}${i}`} className="s-rule">
          <div className="s-row">
            <AnswerTag answer={f.answer} />
            <strong>
              {f.rule} {names(ruleName(f.rule))}
            </strong>
          </div>
          <p>{say({ ja: f.reason_ja, en: f.reason_en }, language)}</p>
          {f.remedy_ja && <p>{t("remedy", { remedy: say({ ja: f.remedy_ja, en: f.remedy_en }, language) })}</p>}
          {f.source && <p className="s-source">{t("source", { source: f.source })}</p>}
        </li>
      ))}
    </ul>
  );
}
