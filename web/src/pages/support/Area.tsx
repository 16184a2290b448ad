import { Button, Form, TextInput } from "@carbon/react";
import { useState } from "react";
import { useNavigate, useSearchParams } from "react-router-dom";
import { useGet } from "../../api/queries";
import { useLanguage, useTexts } from "../../i18n/language";
import { say } from "../../i18n/texts";
import { FigureTable } from "../../parts/FigureTable";
import { Loading } from "../../parts/Loading";
import { NextStep } from "../../parts/NextStep";
import { PageHead } from "../../parts/PageHead";
import { ProblemNotice } from "../../parts/ProblemNotice";
import { SaveFile } from "../../parts/SaveFile";
import type { AreaPaper } from "./api";
import { texts } from "./texts";

export default function Area() {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const shown = search.get("area") ?? "";
  const [area, setArea] = useState(shown);
  const { data, error } = useGet<AreaPaper>(shown ? "/support/area" : undefined, { area: shown });
  return (
    <>
      <PageHead title={t("areaTitle")} lead={t("areaLead")} />
      <NextStep text={t("areaNext")} />
      <Form
        className="s-narrow s-stack s-no-print"
        onSubmit={(event) => {
          event.preventDefault();
          navigate(`/support/area?area=${encodeURIComponent(area)}`);
        }}
      >
        <TextInput id="area" labelText={t("areaField")} helperText={t("areaHelp")} value={area} onChange={(event) => setArea(event.target.value)} />
        <Button type="submit" size="md" disabled={!area}>
          {t("areaShow")}
        </Button>
      </Form>
      <ProblemNotice problem={error} />
      {shown && !data && !error && <Loading />}
      {data && (
        <section className="s-section s-stack">
          <h2>{say(data.title, language)}</h2>
          <div className="s-row s-no-print">
            <SaveFile path="/support/area.pdf" query={{ area: shown }}>
              {t("areaPdf")}
            </SaveFile>
          </div>
          {data.paragraphs.map((one) => (
            <p key={one.en}>{say(one, language)}</p>
          ))}
          <dl className="s-values">
            {data.facts.map((fact) => [<dt key={`${fact.label.en}-name`}>{say(fact.label, language)}</dt>, <dd key={fact.label.en}>{say(fact.value, language)}</dd>])}
          </dl>
          {data.tables.map((table) => (
            <FigureTable
              key={table.caption.en}
              name={say(table.caption, language)}
              words={2}
              head={table.head.map((one) => say(one, language))}
              rows={table.rows.map((row) => row.cells.map((cell) => say(cell, language)))}
            />
          ))}
          {data.notes.map((one) => (
            <p key={one.en} className="s-source">
              {say(one, language)}
            </p>
          ))}
        </section>
      )}
    </>
  );
}
