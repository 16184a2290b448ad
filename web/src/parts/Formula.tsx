import { createElement, useMemo } from "react";
import { Link } from "react-router-dom";
import type { FormulaNode } from "../api/formula";
import { useTexts } from "../i18n/language";
import { formulaTexts } from "./formulaTexts";
import { FormulaWriter, symbol } from "./mathml";

const FUNCTIONS = ["half_even", "half_up", "floor", "ceiling", "truncate", "if"] as const;

interface Props {
  // What it gives: "EM_BL"; absent of a condition.
  name?: string;
  rows?: string;
  unit?: string;
  text: string;
  nodes: readonly FormulaNode[];
}

// A formula drawn, with the tables that it looks up as links and its text one press away. A text that is no formula stands as it is written.
export function Formula({ name, rows, unit, text, nodes }: Props) {
  const t = useTexts(formulaTexts);
  const drawn = useMemo(() => {
    const writer = new FormulaWriter(nodes);
    const content = writer.write();
    const left = name ? [symbol(name, rows ? "i" : undefined), createElement("mo", { key: "is" }, "=")] : [];
    return { math: createElement("math", { displaystyle: "true" }, createElement("mrow", null, ...left, content)), lookups: [...writer.lookups], functions: [...writer.functions] };
  }, [nodes, name, rows]);
  if (nodes.length === 0) return <code className="s-code">{text}</code>;
  const known = FUNCTIONS.filter((one) => drawn.functions.includes(one)).map((one) => t(`fn_${one}`));
  if (drawn.functions.some((one) => one.endsWith("_significant"))) known.push(t("fn_significant"));
  return (
    <div className="s-drawn">
      <div className="s-scroll" tabIndex={0} role="region" aria-label={name ?? text}>
        {drawn.math}
      </div>
      {unit && <p className="s-source">{`${t("unit")}: ${unit}`}</p>}
      {drawn.lookups.length > 0 && (
        <p className="s-source">
          {`${t("lookups")}: `}
          {drawn.lookups.map((one) => (
            <Link key={one} to={`/rulebook/values?name=${encodeURIComponent(one)}`}>{`${one} `}</Link>
          ))}
        </p>
      )}
      {known.length > 0 && <p className="s-source">{known.join(" / ")}</p>}
      <details>
        <summary>{t("showText")}</summary>
        <code className="s-code">{`${name ? `${name}${rows ? `[i in ${rows}]` : ""} = ` : ""}${text.trim()}`}</code>
      </details>
    </div>
  );
}
