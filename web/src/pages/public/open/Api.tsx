import { Button, Tag } from "@carbon/react";
import { Download } from "@carbon/react/icons";
import { useMemo, useState } from "react";
import { address } from "../../../api/client";
import { useGet } from "../../../api/queries";
import { useLanguage, useTexts } from "../../../i18n/language";
import { Loading } from "../../../parts/Loading";
import { NextStep } from "../../../parts/NextStep";
import { PageHead } from "../../../parts/PageHead";
import { ProblemNotice } from "../../../parts/ProblemNotice";
import { SearchField } from "../../../parts/SearchField";
import type { Language } from "../../../i18n/texts";
import { useActWord } from "../actWord";
import { referenced, rowsOf, typeText, type OpenApi, type Row, type Schema } from "./openapi";
import { groups, texts } from "./texts";

const RULES = ["rule_base", "rule_amount", "rule_list", "rule_command", "rule_problem", "rule_token"] as const;

export default function Api() {
  const t = useTexts(texts);
  const { data, error, isPending, refetch } = useGet<OpenApi>("/openapi.json");
  return (
    <>
      <PageHead
        title={t("apiTitle")}
        lead={t("apiLead")}
        actions={
          <Button as="a" size="md" kind="tertiary" renderIcon={Download} href={address("/openapi.json")} download="sumi-openapi.json">
            {t("openapi")}
          </Button>
        }
      />
      <section className="s-section">
        <h2>{t("rules")}</h2>
        <ul className="s-list">
          {RULES.map((rule) => (
            <li key={rule}>{t(rule)}</li>
          ))}
        </ul>
      </section>
      <ProblemNotice problem={error} again={() => void refetch()} />
      {isPending && <Loading />}
      {data && <Operations file={data} />}
      <NextStep text={t("apiNext")} steps={[{ action: t("tryIt"), onClick: () => window.open(address("/scheme"), "_blank", "noopener") }]} />
    </>
  );
}

function Operations({ file }: { file: OpenApi }) {
  const t = useTexts(texts);
  const group = useTexts(groups);
  const { language } = useLanguage();
  const act = useActWord();
  const [typed, setTyped] = useState("");
  const rows = useMemo(() => rowsOf(file), [file]);
  const wanted = typed.trim().toLowerCase();
  const shown = rows.filter((row) => `${row.method} ${row.path} ${row.operation.summary} ${summaryOf(row, language, act)}`.toLowerCase().includes(wanted));
  const tags = [...new Set(shown.map((row) => row.tag))];
  return (
    <>
      <div className="s-narrow s-no-print">
        <SearchField name={t("filter")} value={typed} change={setTyped} />
      </div>
      <p className="s-source" role="status">
        {shown.length === 0 ? t("nothing") : t("operations", { count: shown.length })}
      </p>
      {tags.map((tag) => (
        <section key={tag} className="s-section">
          <h2>{tag in groups ? group(tag as keyof typeof groups) : tag}</h2>
          {shown
            .filter((row) => row.tag === tag)
            .map((row) => (
              <One key={row.operation.operationId} row={row} file={file} act={act} />
            ))}
        </section>
      ))}
    </>
  );
}

// A command says by its own words what it does; every other operation by the file's.
function summaryOf(row: Row, language: Language, act: ((command: string) => string) | undefined): string {
  const command = /\/commands\/(\w+)$/.exec(row.path)?.[1];
  if (command && act) return act(command);
  return (language === "ja" ? row.operation["x-summary-ja"] : undefined) ?? row.operation.summary;
}

function One({ row, file, act }: { row: Row; file: OpenApi; act: ((command: string) => string) | undefined }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const [open, setOpen] = useState(false);
  const { operation } = row;
  const right = operation["x-right"];
  const body = Object.entries(operation.requestBody?.content ?? {});
  const answer = Object.entries(operation.responses["200"]?.content ?? {});
  return (
    <details className="s-operation" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Tag type={row.method === "GET" ? "blue" : "purple"}>{row.method}</Tag>
        <code className="s-code">{row.path}</code> {summaryOf(row, language, act)}
      </summary>
      {open && (
        <div className="s-stack s-operation-body">
          <p className="s-source">{right && right !== "everyone" ? t("right", { right }) : t("everyone")}</p>
          {operation.parameters && operation.parameters.length > 0 && (
            <div>
              <h3 className="s-sub">{t("parameters")}</h3>
              <dl className="s-values">
                {operation.parameters.map((one) => [
                  <dt key={`${one.name}-name`}>
                    <code className="s-code">{one.name}</code>
                  </dt>,
                  <dd key={one.name}>{[one.in, typeText(one.schema), one.required && t("required")].filter(Boolean).join(", ")}</dd>,
                ])}
              </dl>
            </div>
          )}
          {body.map(([type, { schema }]) => (
            <div key={type}>
              <h3 className="s-sub">{t("body")}</h3>
              <Shape type={type} schema={schema} file={file} />
            </div>
          ))}
          {answer.map(([type, { schema }]) => (
            <div key={type}>
              <h3 className="s-sub">{t("answer")}</h3>
              <Shape type={type} schema={schema} file={file} />
            </div>
          ))}
        </div>
      )}
    </details>
  );
}

function Shape({ type, schema, file }: { type: string; schema: Schema | undefined; file: OpenApi }) {
  const name = referenced(schema);
  return (
    <>
      <p className="s-source">{`${type}${schema ? `: ${typeText(schema)}` : ""}`}</p>
      {name ? <Fields schema={file.components.schemas[name]} file={file} /> : schema?.properties && <Fields schema={schema} file={file} />}
    </>
  );
}

// What a field is made of opens below it, as deep as somebody wants to look.
function Fields({ schema, file }: { schema: Schema | undefined; file: OpenApi }) {
  const t = useTexts(texts);
  if (!schema?.properties) return null;
  return (
    <dl className="s-values">
      {Object.entries(schema.properties).map(([name, one]) => {
        const inner = referenced(one);
        return [
          <dt key={`${name}-name`}>
            <code className="s-code">{name}</code>
          </dt>,
          <dd key={name}>
            {[typeText(one), schema.required?.includes(name) && t("required")].filter(Boolean).join(", ")}
            {inner && <Inner name={inner} file={file} />}
          </dd>,
        ];
      })}
    </dl>
  );
}

function Inner({ name, file }: { name: string; file: OpenApi }) {
  const t = useTexts(texts);
  const [open, setOpen] = useState(false);
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t("more", { name })}</summary>
      {open && <Fields schema={file.components.schemas[name]} file={file} />}
    </details>
  );
}
