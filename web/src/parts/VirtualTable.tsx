// A table of 100,000 rows: only those in sight stand in the document. Rows are asked for by number, so that a caller may keep them in pages and fetch
// what is missing (`need`). The whole is one stop of the Tab key; arrows move by row, Enter or a click opens.
import { useVirtualizer } from "@tanstack/react-virtual";
import { memo, useEffect, useId, useRef, useState, type CSSProperties, type KeyboardEvent, type PointerEvent, type ReactNode } from "react";
import { useTexts } from "../i18n/language";
import { texts } from "./texts";

export interface VirtualColumn<Row> {
  id: string;
  name: string;
  // Shown in one line; what does not fit is cut and stands in the title.
  cell: (row: Row) => ReactNode;
  // A width of CSS grid ("12rem", "2fr"). Default: 1fr.
  width?: string;
  end?: boolean;
  sort?: () => void;
  sorted?: "ascending" | "descending";
}

interface Props<Row> {
  name: string;
  count: number;
  row: (index: number) => Row | undefined;
  columns: readonly VirtualColumn<Row>[];
  open?: (row: Row, index: number) => void;
  // Told which rows are in sight, both inclusive.
  need?: (first: number, last: number) => void;
}

const ROW_PX = 36;
const REST_MS = 60;
// Keeps the cell's text in the document, so that what arrives changes a text and adds none.
const NOTHING = "\u00a0";

function cellClass(end: boolean | undefined) {
  return `s-virtual-cell${end ? " s-end" : ""}`;
}

// What was cut off stands in the cell's title once the pointer is there; set in every cell beforehand it would cost a restyling of each at every move.
function tellWhole(event: PointerEvent) {
  const cell = event.target instanceof Element ? event.target.closest<HTMLElement>("[role=gridcell]") : null;
  if (cell) cell.title = cell.scrollWidth > cell.clientWidth ? (cell.textContent ?? "") : "";
}

interface LineProps {
  id: string;
  index: number;
  top: number;
  active: boolean;
  value: unknown;
  columns: readonly VirtualColumn<unknown>[];
  activate: (index: number) => void;
  open?: (row: unknown, index: number) => void;
}
// A row is drawn once while it stays in sight, however often the table is scrolled meanwhile.
const KeptLine = memo(function Line({ id, index, top, active, value, columns, activate, open }: LineProps) {
  return (
    <div
      id={id}
      className="s-virtual-row"
      role="row"
      aria-rowindex={index + 2}
      aria-selected={active}
      data-active={active ? "" : undefined}
      style={{ height: ROW_PX, transform: `translateY(${top}px)` }}
      data-opens={open ? "" : undefined}
      onClick={() => {
        activate(index);
        // Whoever marks a text to copy it does not want the row to open.
        if (value !== undefined && window.getSelection()?.isCollapsed !== false) open?.(value, index);
      }}
    >
      {columns.map((column) => {
        const content = value === undefined ? NOTHING : column.cell(value) || NOTHING;
        return (
          <div key={column.id} className={cellClass(column.end)} role="gridcell">
            {content}
          </div>
        );
      })}
    </div>
  );
});

export function VirtualTable<Row>({ name, count, row, columns, open, need }: Props<Row>) {
  const t = useTexts(texts);
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  // Each row out of sight costs a slow processor some milliseconds at every leap.
  const virtual = useVirtualizer({ count, getScrollElement: () => frame.current, estimateSize: () => ROW_PX, overscan: 2, paddingStart: ROW_PX, useFlushSync: false });
  const shown = virtual.getVirtualItems();
  // A row that scrolls out of sight lends its elements to the one that comes into sight on the other side: texts change, nothing is built. The elements
  // keep their order, since moving one costs the browser as much as making it; who hears the table is told the rows' order by aria-owns.
  const slots = useRef(1);
  slots.current = Math.max(slots.current, shown.length);
  const lines = [...shown].sort((a, b) => (a.index % slots.current) - (b.index % slots.current));
  const first = shown[0]?.index ?? 0;
  const last = shown[shown.length - 1]?.index ?? 0;
  // Rows that only fly by are not asked for.
  useEffect(() => {
    const timer = setTimeout(() => need?.(first, last), REST_MS);
    return () => clearTimeout(timer);
  }, [need, first, last]);

  const go = (index: number) => {
    const next = Math.max(0, Math.min(count - 1, index));
    setActive(next);
    virtual.scrollToIndex(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor((frame.current?.clientHeight ?? ROW_PX * 10) / ROW_PX) - 2);
    const moves: Record<string, number> = { ArrowDown: active + 1, ArrowUp: active - 1, PageDown: active + page, PageUp: active - page, Home: 0, End: count - 1 };
    const to = moves[event.key];
    if (to !== undefined) {
      event.preventDefault();
      go(to);
    } else if (event.key === "Enter" && event.target === frame.current) {
      const opened = row(active);
      if (opened !== undefined) open?.(opened, active);
    }
  };
  const style = {
    "--s-columns": columns.map((column) => column.width ?? "minmax(6rem, 1fr)").join(" "),
    "--s-width": `${columns.length * 7}rem`,
  } as CSSProperties;
  return (
    <div>
      <p className="s-source" id={`${id}help`}>
        {t("rows", { count })} <span className="s-no-print">{t("rowsHelp")}</span>
      </p>
      <div
        ref={frame}
        className="s-virtual"
        style={style}
        role="grid"
        aria-label={name}
        aria-describedby={`${id}help`}
        aria-rowcount={count + 1}
        aria-colcount={columns.length}
        aria-activedescendant={count > 0 ? `${id}r${active}` : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onPointerOver={tellWhole}
      >
        <div className="s-virtual-head" role="row" aria-rowindex={1}>
          {columns.map((column) => (
            <div key={column.id} className={cellClass(column.end)} role="columnheader" aria-sort={column.sort ? (column.sorted ?? "none") : undefined}>
              {column.sort ? (
                <button type="button" onClick={column.sort}>
                  {column.name}
                  {column.sorted === "ascending" ? " ↑" : column.sorted === "descending" ? " ↓" : ""}
                </button>
              ) : (
                column.name
              )}
            </div>
          ))}
        </div>
        <div className="s-virtual-space" role="rowgroup" aria-owns={shown.map((item) => `${id}r${item.index}`).join(" ")} style={{ height: virtual.getTotalSize() - ROW_PX }}>
          {lines.map((item) => (
            <KeptLine key={item.index % slots.current} id={`${id}r${item.index}`} index={item.index} top={item.start - ROW_PX} active={item.index === active} value={row(item.index)} columns={columns as readonly VirtualColumn<unknown>[]} activate={setActive} open={open as Props<unknown>["open"]} />
          ))}
        </div>
      </div>
    </div>
  );
}
