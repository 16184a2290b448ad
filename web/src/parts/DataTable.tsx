// A list of the server, a page at a time: sort, filter, page, save as a file. On a narrow screen its rows are cards.
import { Button, Search, Select, SelectItem, Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@carbon/react";
import { useEffect, useState, type ReactNode } from "react";
import type { CursorList } from "../api/queries";
import { useTexts } from "../i18n/language";
import { DayField } from "./DayField";
import { Loading } from "./Loading";
import { ProblemNotice } from "./ProblemNotice";
import { SaveFile } from "./SaveFile";
import { texts } from "./texts";

export interface Column<Item> {
  id: string;
  name: string;
  cell: (item: Item) => ReactNode;
  // The server's name of this order; absent: it does not sort by this column.
  sort?: string;
  // Figures stand at the end of their cell.
  end?: boolean;
}

// A filter's name is the query parameter of the server's list.
export type Filter =
  | { id: string; name: string; kind: "text" | "day" }
  | { id: string; name: string; kind: "choice"; options: readonly { value: string; name: string }[] };

export interface Empty {
  title: string;
  // How the list is filled.
  text: string;
  action?: ReactNode;
}

interface Props<Item> {
  // Said to screen readers; what the table holds.
  name: string;
  list: CursorList<Item>;
  columns: readonly Column<Item>[];
  keyOf: (item: Item) => string | number;
  filters?: readonly Filter[];
  empty: Empty;
  // Which files the server makes of this list (`?format=`). Default: both.
  files?: readonly ("csv" | "xlsx")[];
}

export function DataTable<Item>({ name, list, columns, keyOf, filters = [], empty, files = ["csv", "xlsx"] }: Props<Item>) {
  const t = useTexts(texts);
  const filtered = Object.values(list.filters).some((value) => value !== undefined && value !== "");
  const nothing = !list.loading && !list.problem && list.items.length === 0 && list.page === 1;
  return (
    <section aria-label={name}>
      {(!nothing || filtered) && (
        <div className="s-tools s-no-print">
          <div className="s-filters" role="search" aria-label={name}>
            {filters.map((filter) => (
              <FilterField key={filter.id} filter={filter} list={list} scope={name} />
            ))}
          </div>
          <ListFiles list={list} files={files} />
        </div>
      )}
      <ProblemNotice problem={list.problem} again={list.reload} />
      {nothing && !filtered && <EmptyState empty={empty} />}
      {nothing && filtered && (
        <EmptyState
          empty={{
            title: t("nothingMatches"),
            text: t("nothingMatchesText"),
            action: (
              <Button size="md" kind="tertiary" onClick={() => list.setFilters({})}>
                {t("clearFilters")}
              </Button>
            ),
          }}
        />
      )}
      {list.loading && list.items.length === 0 && <Loading />}
      {list.items.length > 0 && (
        <>
          <div className={`s-scroll s-cards-below${list.loading ? " s-busy" : ""}`} tabIndex={0} role="region" aria-label={name} aria-busy={list.loading}>
            <Table size="lg" aria-label={name}>
              <TableHead>
                <TableRow>
                  {columns.map((column) => (
                    <HeadCell key={column.id} column={column} list={list} />
                  ))}
                </TableRow>
              </TableHead>
              <TableBody>
                {list.items.map((item) => (
                  <TableRow key={keyOf(item)}>
                    {columns.map((column) => (
                      <TableCell key={column.id} data-label={column.name} className={column.end ? "s-end" : undefined}>
                        {column.cell(item)}
                      </TableCell>
                    ))}
                  </TableRow>
                ))}
              </TableBody>
            </Table>
          </div>
          <Pager list={list} />
        </>
      )}
    </section>
  );
}

// The whole list as files, with the filters and the order that are shown.
export function ListFiles<Item>({ list, files = ["csv", "xlsx"] }: { list: CursorList<Item>; files?: Props<Item>["files"] }) {
  const t = useTexts(texts);
  if (!files || files.length === 0) return null;
  return (
    <div className="s-row s-no-print" role="group" aria-label={t("download")}>
      {files.map((format) => (
        <SaveFile key={format} path={list.path} query={{ ...list.query, format }} kind="ghost">
          {t(format)}
        </SaveFile>
      ))}
    </div>
  );
}

function HeadCell<Item>({ column, list }: { column: Column<Item>; list: CursorList<Item> }) {
  const t = useTexts(texts);
  const className = column.end ? "s-end" : undefined;
  if (!column.sort) return <TableHeader className={className}>{column.name}</TableHeader>;
  const up = list.sort === column.sort;
  const down = list.sort === `-${column.sort}`;
  return (
    <TableHeader
      className={className}
      isSortable
      isSortHeader={up || down}
      sortDirection={up ? "ASC" : down ? "DESC" : "NONE"}
      translateWithId={() => t(up ? "sortDown" : "sortUp", { column: column.name })}
      onClick={() => list.setSort(up ? `-${column.sort}` : column.sort)}
    >
      {column.name}
    </TableHeader>
  );
}

function FilterField<Item>({ filter, list, scope }: { filter: Filter; list: CursorList<Item>; scope: string }) {
  const t = useTexts(texts);
  const id = `filter-${scope}-${filter.id}`.replace(/\s/g, "-");
  const value = String(list.filters[filter.id] ?? "");
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  // Asked for when the typing pauses, not letter by letter.
  useEffect(() => {
    if (typed === value) return;
    const timer = setTimeout(() => list.setFilters({ ...list.filters, [filter.id]: typed || undefined }), 350);
    return () => clearTimeout(timer);
  }, [typed, value, filter.id, list]);
  if (filter.kind === "choice") {
    return (
      <Select
        id={id}
        labelText={filter.name}
        value={value}
        onChange={(event) => list.setFilters({ ...list.filters, [filter.id]: event.target.value || undefined })}
      >
        <SelectItem value="" text={t("all")} />
        {filter.options.map((option) => (
          <SelectItem key={option.value} value={option.value} text={option.name} />
        ))}
      </Select>
    );
  }
  if (filter.kind === "day") return <DayField id={id} label={filter.name} value={typed} change={setTyped} />;
  return (
    <div className="cds--form-item">
      <span className="cds--label" aria-hidden="true">
        {filter.name}
      </span>
      <Search id={id} size="md" labelText={filter.name} placeholder="" closeButtonLabelText={t("clearFilters")} value={typed} onChange={(event) => setTyped(event.target.value)} />
    </div>
  );
}

// For lists that are no table, too.
export function Pager<Item>({ list }: { list: CursorList<Item> }) {
  const t = useTexts(texts);
  const paged = list.hasNext || list.hasPrevious || (list.total ?? 0) > 20;
  return (
    <div className="s-pager">
      <span aria-live="polite">
        {list.total !== undefined && `${t("total", { count: list.total })} `}
        {(list.hasNext || list.hasPrevious) && t("pageOf", { page: list.page })}
      </span>
      {paged && (
        <div className="s-row">
          <Select id={`limit-${list.path}`} inline labelText={t("perPage")} value={list.limit} onChange={(event) => list.setLimit(Number(event.target.value))}>
            {[20, 50, 100, 200].map((count) => (
              <SelectItem key={count} value={count} text={String(count)} />
            ))}
          </Select>
          <Button size="md" kind="tertiary" disabled={!list.hasPrevious} onClick={list.previous}>
            {t("previous")}
          </Button>
          <Button size="md" kind="tertiary" disabled={!list.hasNext} onClick={list.next}>
            {t("next")}
          </Button>
        </div>
      )}
    </div>
  );
}

// An empty list says how to fill it.
export function EmptyState({ empty }: { empty: Empty }) {
  return (
    <div className="s-empty">
      <h3>{empty.title}</h3>
      <p>{empty.text}</p>
      {empty.action}
    </div>
  );
}
