import { useGet } from "../api/queries";
import type { FormulaNode } from "../api/formula";
import { useLanguage, useTexts } from "../i18n/language";
import { conditionText, type Choice } from "./condition";
import { Formula } from "./Formula";
import { formulaTexts } from "./formulaTexts";

interface Drawn {
  symbol: string;
  text: string;
  when: string;
  rows: string;
  nodes: readonly FormulaNode[];
}

// The formulas of one step of a calculation, drawn as the rulebook draws them. A calculation keeps them as texts, the condition in brackets behind; where the
// rulebook of today has another text under that symbol, the kept one stands as it is.
export function StepFormulas({ methodology, symbol, formulas }: { methodology: string; symbol: string; formulas: readonly string[] }) {
  const t = useTexts(formulaTexts);
  const { language } = useLanguage();
  const { data } = useGet<{ formulas: Drawn[]; incidental?: Drawn[]; choices?: Choice[] }>(formulas.length > 0 ? `/rulebook/methodologies/${methodology.split(" ")[0]}` : undefined);
  const known = [...(data?.formulas ?? []), ...(data?.incidental ?? [])].filter((one) => one.symbol === symbol);
  return (
    <>
      {formulas.map((formula) => {
        const drawn = known.find((one) => formula === (one.when ? `${one.text}   [${one.when}]` : one.text));
        if (!drawn) {
          return (
            <pre key={formula} className="s-formula" tabIndex={0}>
              {symbol} = {formula}
            </pre>
          );
        }
        return (
          <div key={formula}>
            <Formula name={symbol} rows={drawn.rows} text={drawn.text} nodes={drawn.nodes} />
            {drawn.when && <p className="s-source">{t("when", { when: conditionText(drawn.when, data?.choices ?? [], language) })}</p>}
          </div>
        );
      })}
    </>
  );
}
