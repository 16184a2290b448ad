import { Button } from "@carbon/react";
import { useRef, useState, type KeyboardEvent } from "react";
import { useLanguage, useTexts } from "../i18n/language";
import { say } from "../i18n/texts";
import { FigureTable } from "../parts/FigureTable";
import { grouped, unitText } from "../parts/values";
import { texts } from "../parts/texts";
import { COLUMNS, neighbour, prefectures, ROWS, type Prefecture } from "./prefectures";

interface Props {
  title: string;
  // By the prefecture's Japanese name as the server gives it. A prefecture without a value has none, which is not zero.
  values: ReadonlyMap<string, string | number>;
  unit: string;
  select?: (prefecture: Prefecture) => void;
  selected?: number;
}

const TILE = 36;

// Six shades; which one a value has goes by its rank among what is shown, since prefectures differ by a thousandfold.
export function shadeOf(value: number | undefined, sorted: readonly number[]): number {
  if (value === undefined || value === 0 || sorted.length === 0) return 0;
  const below = sorted.filter((one) => one <= value).length;
  return Math.max(1, Math.ceil((below / sorted.length) * 5));
}

export function PrefectureMap({ title, values, unit, select, selected }: Props) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const [asTable, setAsTable] = useState(false);
  const [focused, setFocused] = useState(13);
  const tiles = useRef(new Map<number, SVGGElement>());
  const sorted = [...values.values()].map(Number).filter((value) => value > 0);
  const nameOf = (prefecture: Prefecture) => {
    const value = values.get(prefecture.ja);
    return `${say(prefecture, language)}: ${value === undefined ? t("notKnown") : `${grouped(String(value))} ${unitText(unit, language)}`}`;
  };
  const onKeyDown = (event: KeyboardEvent, prefecture: Prefecture) => {
    const to = neighbour(prefecture, event.key);
    if (to) {
      event.preventDefault();
      setFocused(to.code);
      tiles.current.get(to.code)?.focus();
    } else if ((event.key === "Enter" || event.key === " ") && select) {
      event.preventDefault();
      select(prefecture);
    }
  };
  return (
    <figure className="s-map">
      <h3>{title}</h3>
      <p className="s-source">
        {t("unitText", { unit: unitText(unit, language) })} <span className="s-no-print">{asTable ? "" : t("mapHelp")}</span>
      </p>
      {asTable ? (
        <FigureTable
          name={title}
          head={[t("prefecture"), unitText(unit, language)]}
          rows={prefectures.map((one) => [say(one, language), values.get(one.ja) ?? null])}
        />
      ) : (
        <svg viewBox={`-2 -2 ${COLUMNS * TILE + 4} ${ROWS * TILE + 4}`} role="group" aria-label={title}>
          {prefectures.map((prefecture) => {
            const value = values.get(prefecture.ja);
            const shade = shadeOf(value === undefined ? undefined : Number(value), sorted);
            const width = (prefecture.w ?? 1) * TILE - 2;
            const height = (prefecture.h ?? 1) * TILE - 2;
            const short = language === "ja" ? prefecture.ja.replace(/(?<=..)[都府県]$/, "") : prefecture.en.slice(0, 4);
            return (
              <g
                key={prefecture.code}
                ref={(element) => void (element ? tiles.current.set(prefecture.code, element) : tiles.current.delete(prefecture.code))}
                className="s-map-tile"
                role={select ? "button" : "img"}
                aria-label={language === "ja" || short === prefecture.en ? nameOf(prefecture) : `${short} (${nameOf(prefecture)})`}
                aria-pressed={select ? prefecture.code === selected : undefined}
                tabIndex={prefecture.code === focused ? 0 : -1}
                transform={`translate(${prefecture.x * TILE} ${prefecture.y * TILE})`}
                onFocus={() => setFocused(prefecture.code)}
                onKeyDown={(event) => onKeyDown(event, prefecture)}
                onClick={() => select?.(prefecture)}
              >
                <title>{nameOf(prefecture)}</title>
                <rect width={width} height={height} rx={2} className={`s-shade-${shade}`} />
                <text x={width / 2} y={height / 2 + 4} className={`s-shade-text-${shade}`} textLength={short.length * 12 > width ? width - 4 : undefined} lengthAdjust="spacingAndGlyphs">
                  {short}
                </text>
              </g>
            );
          })}
        </svg>
      )}
      <Button className="s-no-print" size="sm" kind="ghost" onClick={() => setAsTable(!asTable)}>
        {t(asTable ? "showChart" : "showTable")}
      </Button>
    </figure>
  );
}
