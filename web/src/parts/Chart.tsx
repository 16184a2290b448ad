// A chart with the table behind it. The drawing is fetched when it scrolls into sight; the table is always one press away, and is what a screen reader
// is offered. Drawn as SVG by us: Carbon Charts weighs 117 kB more and writes a style attribute, which the content security policy refuses.
import { Button } from "@carbon/react";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { useLanguage, useTexts } from "../i18n/language";
import { FigureTable } from "./FigureTable";
import { texts } from "./texts";
import { unitText } from "./values";

export interface Series {
  name: string;
  // One for each category; null where there is none. Exact texts or whole numbers; they are rounded for drawing only.
  values: readonly (string | number | null)[];
}
export interface ChartProps {
  title: string;
  // What the categories are ("Fiscal year"): the head of the table's first column.
  categoryName: string;
  categories: readonly string[];
  series: readonly Series[];
  unit: string;
  // columns: side by side over the categories; stacked: on top of each other; line; bars: lying, for long names.
  kind: "columns" | "stacked" | "line" | "bars";
  // A level to reach, drawn across.
  mark?: { name: string; value: number };
}

const Drawn = lazy(() => import("./ChartDrawn"));

export function Chart(props: ChartProps) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const [asTable, setAsTable] = useState(false);
  const [seen, setSeen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    if (!element || seen) return;
    const watch = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && setSeen(true), { rootMargin: "200px" });
    watch.observe(element);
    const print = () => setSeen(true);
    window.addEventListener("beforeprint", print);
    return () => {
      watch.disconnect();
      window.removeEventListener("beforeprint", print);
    };
  }, [seen]);
  const empty = props.categories.length === 0;
  return (
    <figure className="s-chart">
      <h3>{props.title}</h3>
      <p className="s-source">{t("unitText", { unit: unitText(props.unit, language) })}</p>
      {empty && <p>{t("noFigures")}</p>}
      {!empty && asTable && (
        <FigureTable
          name={props.title}
          head={[props.categoryName, ...props.series.map((one) => one.name)]}
          rows={props.categories.map((category, i) => [category, ...props.series.map((one) => one.values[i] ?? null)])}
        />
      )}
      {!empty && !asTable && (
        <div ref={place} className="s-chart-drawn">
          {!seen && <div className="s-chart-space" />}
          {seen && (
            <Suspense fallback={<div className="s-chart-space" />}>
              <Drawn {...props} />
            </Suspense>
          )}
        </div>
      )}
      {!empty && (
        <Button className="s-no-print" size="sm" kind="ghost" onClick={() => setAsTable(!asTable)}>
          {t(asTable ? "showChart" : "showTable")}
        </Button>
      )}
    </figure>
  );
}
