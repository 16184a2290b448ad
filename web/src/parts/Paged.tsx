import { Button } from "@carbon/react";
import { useState, type ReactNode } from "react";
import { useTexts } from "../i18n/language";
import { texts } from "./texts";

// Rows that are all at hand, shown a part at a time. Give it a `key` that changes with the rows, so that it begins anew.
export function Paged<Row>({ rows, size = 100, children }: { rows: readonly Row[]; size?: number; children: (shown: readonly Row[]) => ReactNode }) {
  const t = useTexts(texts);
  const [page, setPage] = useState(0);
  const pages = Math.max(1, Math.ceil(rows.length / size));
  return (
    <>
      {children(rows.slice(page * size, (page + 1) * size))}
      {pages > 1 && (
        <div className="s-pager">
          <span aria-live="polite">
            {t("total", { count: rows.length })} {t("pageOf", { page: page + 1 })}
          </span>
          <div className="s-row">
            <Button size="md" kind="tertiary" disabled={page === 0} onClick={() => setPage(page - 1)}>
              {t("previous")}
            </Button>
            <Button size="md" kind="tertiary" disabled={page + 1 === pages} onClick={() => setPage(page + 1)}>
              {t("next")}
            </Button>
          </div>
        </div>
      )}
    </>
  );
}
