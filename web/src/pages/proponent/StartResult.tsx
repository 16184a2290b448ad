// What the answers say so far: rules, tonnes, yen, each figure with where it comes from.
import { TextInput, Tile } from "@carbon/react";
import { useEffect, useState } from "react";
import { useLanguage, useTexts } from "../../i18n/language";
import { say } from "../../i18n/texts";
import { Figure } from "../../parts/Figure";
import type { StartView } from "./api";
import { Rules } from "./Rules";
import { texts } from "./startTexts";
import { YearTable } from "./YearTable";

export function StartResult({ view, own, setOwn }: { view: StartView; own: string; setOwn: (price: string) => void }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const [price, setPrice] = useState(own);
  useEffect(() => {
    if (price === own) return;
    const timer = setTimeout(() => setOwn(price.trim()), 500);
    return () => clearTimeout(timer);
  }, [price, own, setOwn]);
  return (
    <section className="s-stack" aria-label={t("result")}>
      <h2>{t("result")}</h2>
      <p className={view.against ? "s-notice" : "s-notice s-notice-good"} role="status">
        {t(view.against ? "against" : "fine")}
      </p>
      {view.figures_missing && <p>{say(view.figures_missing, language)}</p>}
      {view.per_year && view.total && (
        <div className="s-cards">
          <Tile>
            <p>{t("perYear")}</p>
            <p className="s-tile-number">
              <Figure
                amount={view.per_year}
                name={t("perYear")}
                from={{
                  text: t("tonnesText", { year: view.values_of ?? "" }),
                  parts: view.years.map((y) => ({ name: y.fiscal_year, value: `${y.baseline.value} - ${y.project.value} = ${y.reduction.value} t-CO2` })),
                }}
              />
            </p>
          </Tile>
          <Tile>
            <p>{t("total")}</p>
            <p className="s-tile-number">
              <Figure amount={view.total} name={t("total")} from={{ text: t("period", { period: view.crediting_period ?? "" }), parts: view.years.map((y) => ({ name: y.fiscal_year, value: y.reduction.value })) }} />
            </p>
          </Tile>
          {view.price && (
            <Tile>
              <p>{t(own ? "moneyOwn" : "money")}</p>
              <p className="s-tile-number">
                <Figure
                  amount={view.price.yen_per_year}
                  name={t("money")}
                  from={{ text: t("moneyText", { tonnes: view.per_year.value, price: view.price.yen_per_t.value }), source: say(view.price.basis, language) }}
                />
              </p>
              <p className="s-source">{say(view.price.basis, language)}</p>
            </Tile>
          )}
        </div>
      )}
      {view.per_year && !view.price && <p>{t("noPrice")}</p>}
      {view.per_year && (
        <div className="s-narrow">
          <TextInput id="own-price" labelText={t("ownPrice")} helperText={t("ownPriceHelp")} inputMode="decimal" value={price} onChange={(event) => setPrice(event.target.value)} />
        </div>
      )}
      {view.years.length > 0 && (
        <details>
          <summary>{t("years")}</summary>
          <YearTable years={view.years} />
        </details>
      )}
      <h3>{t("rulesTitle")}</h3>
      <Rules findings={view.findings} />
    </section>
  );
}
