import type { ChartProps } from "./Chart";
import { useLanguage } from "../i18n/language";
import { useLayoutEffect, useRef, useState } from "react";
import { grouped, unitText } from "./values";

// The next round number that holds `top` in at most five steps: 1, 2, 2.5 or 5 times a power of ten.
export function stepOf(top: number): number {
  if (!(top > 0)) return 1;
  const raw = top / 4;
  const power = 10 ** Math.floor(Math.log10(raw));
  return [1, 2, 2.5, 5, 10].map((one) => one * power).find((one) => one >= raw) ?? 10 * power;
}

const HEIGHT = 320;
const LEFT = 72;
const BELOW = 28;
const TOP = 12;

const numbers = (values: readonly (string | number | null)[]) => values.map((value) => (value === null ? 0 : Number(value)));
const hue = (i: number) => `s-hue-${(i % 6) + 1}`;

// Drawn as wide as its place is, so that its letters have the page's size on every screen.
export default function ChartDrawn(props: ChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(640);
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return;
    const measure = () => setWidth(Math.max(240, Math.round(element.clientWidth)));
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  return (
    <div ref={place}>
      {props.kind === "bars" ? <Lying {...props} width={width} /> : <Standing {...props} width={width} />}
      {(props.series.length > 1 || props.mark) && (
        <ul className="s-legend">
          {props.series.map((one, i) => (
            <li key={one.name}>
              <svg viewBox="0 0 12 12" aria-hidden="true">
                <rect width="12" height="12" className={hue(i)} />
              </svg>
              {one.name}
            </li>
          ))}
          {props.mark && (
            <li>
              <svg viewBox="0 0 12 12" aria-hidden="true" className="s-chart-svg">
                <line x1="0" x2="12" y1="6" y2="6" className="s-mark" />
              </svg>
              {props.mark.name}
            </li>
          )}
        </ul>
      )}
    </div>
  );
}

function Standing({ width: whole, title, categories, series, unit, kind, mark }: ChartProps & { width: number }) {
  const { language } = useLanguage();
  const values = series.map((one) => numbers(one.values));
  const stacked = kind === "stacked";
  const tops = categories.map((_, c) => (stacked ? values.reduce((sum, one) => sum + (one[c] ?? 0), 0) : Math.max(...values.map((one) => one[c] ?? 0))));
  const step = stepOf(Math.max(...tops, mark?.value ?? 0));
  const top = Math.max(step, Math.ceil(Math.max(...tops, mark?.value ?? 0) / step) * step);
  const y = (value: number) => TOP + (HEIGHT - TOP - BELOW) * (1 - value / top);
  const band = (whole - LEFT) / categories.length;
  const every = Math.ceil((categories.length * 48) / (whole - LEFT));
  const told = (s: number, c: number) => `${categories[c]}, ${series[s]!.name}: ${grouped(String(series[s]!.values[c] ?? "-"))} ${unitText(unit, language)}`;
  const ticks = Array.from({ length: Math.round(top / step) + 1 }, (_, i) => i * step);
  return (
    <svg viewBox={`0 0 ${whole} ${HEIGHT}`} className="s-chart-svg" role="img" aria-label={title}>
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={LEFT} x2={whole} y1={y(tick)} y2={y(tick)} className="s-axis" />
          <text x={LEFT - 8} y={y(tick) + 4} textAnchor="end">
            {tick.toLocaleString("en-US")}
          </text>
        </g>
      ))}
      {categories.map((category, c) =>
        c % every === 0 ? (
          <text key={category} x={LEFT + band * (c + 0.5)} y={HEIGHT - 8} textAnchor="middle">
            {category}
          </text>
        ) : null,
      )}
      {kind === "line"
        ? values.map((one, s) => (
            <g key={series[s]!.name}>
              <polyline className={`s-line ${hue(s)}`} points={one.map((value, c) => `${LEFT + band * (c + 0.5)},${y(value)}`).join(" ")} />
              {one.map((value, c) => (
                <circle key={categories[c]} cx={LEFT + band * (c + 0.5)} cy={y(value)} r={3.5} className={hue(s)}>
                  <title>{told(s, c)}</title>
                </circle>
              ))}
            </g>
          ))
        : categories.map((category, c) => {
            let base = 0;
            return (
              <g key={category}>
                {values.map((one, s) => {
                  const value = one[c] ?? 0;
                  const width = stacked ? band * 0.7 : (band * 0.8) / series.length;
                  const x = LEFT + band * c + (stacked ? band * 0.15 : band * 0.1 + width * s);
                  const from = stacked ? base : 0;
                  base += value;
                  return (
                    <rect key={series[s]!.name} x={x} width={width} y={y(from + value)} height={y(from) - y(from + value)} className={hue(s)} strokeWidth={0}>
                      <title>{told(s, c)}</title>
                    </rect>
                  );
                })}
              </g>
            );
          })}
      {mark && (
        <line x1={LEFT} x2={whole} y1={y(mark.value)} y2={y(mark.value)} className="s-mark">
          <title>{`${mark.name}: ${mark.value.toLocaleString("en-US")} ${unitText(unit, language)}`}</title>
        </line>
      )}
    </svg>
  );
}

// How many lines a name takes at 12 px: a letter of Japanese is as wide as it is high, a Latin one about six tenths.
export function linesOf(name: string, width: number): number {
  const wide = [...name].reduce((sum, letter) => sum + (letter.charCodeAt(0) < 0x2000 ? 7.2 : 12), 0);
  return Math.max(1, Math.ceil((wide * 1.05) / width));
}
const LINE = 18;

function Lying({ width: whole, title, categories, series, unit }: ChartProps & { width: number }) {
  const { language } = useLanguage();
  const values = numbers(series[0]?.values ?? []);
  const top = Math.max(...values, 1);
  const lines = categories.map((category) => linesOf(category, whole));
  const heights = lines.map((count) => count * LINE + 26);
  const tops = heights.map((_, c) => heights.slice(0, c).reduce((sum, one) => sum + one, 0));
  return (
    <svg viewBox={`0 0 ${whole} ${heights.reduce((sum, one) => sum + one, 0)}`} className="s-chart-svg" role="img" aria-label={title}>
      {categories.map((category, c) => {
        const text = `${grouped(String(series[0]?.values[c] ?? "-"))} ${unitText(unit, language)}`;
        const under = lines[c]! * LINE;
        return (
          <g key={category} transform={`translate(0 ${tops[c]})`}>
            <foreignObject x={0} y={0} width={whole} height={under}>
              <div className="s-bar-name">{category}</div>
            </foreignObject>
            <rect x={0} y={under + 2} height={14} width={Math.max(1, ((whole - 130) * (values[c] ?? 0)) / top)} className={hue(0)} strokeWidth={0}>
              <title>{`${category}: ${text}`}</title>
            </rect>
            <text x={8 + ((whole - 130) * (values[c] ?? 0)) / top} y={under + 14}>
              {text}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
