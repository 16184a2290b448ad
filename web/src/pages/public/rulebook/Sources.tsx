import { useTexts } from "../../../i18n/language";
import type { SourceLine } from "../api";
import { texts } from "./texts";

// Publications by title, publisher and date. An address is told, not followed: no link of ours leads away from the server's own pages unasked.
export function Sources({ sources }: { sources: readonly SourceLine[] }) {
  const t = useTexts(texts);
  if (sources.length === 0) return null;
  return (
    <section className="s-section">
      <h2>{t("sources")}</h2>
      <dl className="s-values">
        {sources.map((one) => [
          <dt key={`${one.id}-name`}>
            <code className="s-code">{one.id}</code>
          </dt>,
          <dd key={one.id}>
            {[one.title, one.publisher, one.published].filter(Boolean).join(", ")}
            {/^https?:\/\//.test(one.address) && (
              <>
                {" "}
                <a href={one.address} rel="noreferrer noopener" target="_blank">
                  {one.address}
                </a>
              </>
            )}
          </dd>,
        ])}
      </dl>
    </section>
  );
}
