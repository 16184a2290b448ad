// The fields of the plan's form, drawn from its description. A finding stands at its field.
import { Button, Checkbox, Select, SelectItem, TextArea, TextInput } from "@carbon/react";
import { createContext, memo, useContext } from "react";
import { useLanguage, useTexts } from "../../i18n/language";
import { say } from "../../i18n/texts";
import type { FieldFinding, FormField, PlanTree, PlanValue } from "./api";
import { at, idOf, put, rowOf, stepsOf } from "./planTree";
import { texts } from "./planTexts";

interface Editing {
  plan: PlanTree;
  change: (plan: PlanTree) => void;
  // One field. The same function as long as the page stands, so that a field is drawn again only when it is its own turn.
  edit: (path: string, value: PlanValue) => void;
  findings: readonly FieldFinding[];
}
export const EditingContext = createContext<Editing>({ plan: {}, change: () => undefined, edit: () => undefined, findings: [] });

export function PlanField({ field, path }: { field: FormField; path: string }) {
  const { language } = useLanguage();
  const heading = say(field.heading, language);
  return (
    <>
      {heading && <h4 className="s-form-heading">{heading}</h4>}
      {field.kind === "list" ? <ListField field={field} path={path} /> : field.kind === "group" ? <GroupField field={field} path={path} /> : <ScalarField field={field} path={path} />}
    </>
  );
}

function GroupField({ field, path }: { field: FormField; path: string }) {
  const { language } = useLanguage();
  return (
    <fieldset className="s-form-group" id={idOf(path)} tabIndex={-1}>
      <legend>{say(field.title, language)}</legend>
      {field.parts.map((part) => (
        <PlanField key={part.key} field={part} path={`${path}.${part.key}`} />
      ))}
    </fieldset>
  );
}

function ListField({ field, path }: { field: FormField; path: string }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const { plan, change, findings } = useContext(EditingContext);
  const rows = at(plan, stepsOf(path));
  const list: readonly PlanValue[] = Array.isArray(rows) ? rows : [];
  const name = say(field.title, language);
  const set = (next: PlanValue) => change(put(plan, stepsOf(path), next) as PlanTree);
  const own = findings.filter((f) => f.path === path);
  return (
    <fieldset className="s-form-group" id={idOf(path)} tabIndex={-1}>
      <legend>{name}</legend>
      {own.map((f) => (
        <p key={f.code + f.text.en} className="s-error-text">
          {say(f.text, language)}
        </p>
      ))}
      {list.length === 0 && <p className="s-source">{t("noRows")}</p>}
      {list.map((_, i) => (
        <details key={i} className="s-form-row" open={list.length < 3 || findings.some((f) => f.path.startsWith(`${path}[${i}]`))}>
          <summary>{t("row", { name: summaryOf(field, list[i]) || name, number: i + 1 })}</summary>
          {field.parts.map((part) => (
            <PlanField key={part.key} field={part} path={`${path}[${i}].${part.key}`} />
          ))}
          <Button size="sm" kind="danger--ghost" onClick={() => set(list.filter((_row, k) => k !== i) as PlanValue)}>
            {t("remove", { name, number: i + 1 })}
          </Button>
        </details>
      ))}
      <Button size="sm" kind="tertiary" onClick={() => set([...list, rowOf(field)])}>
        {t("add", { name })}
      </Button>
    </fieldset>
  );
}

// What tells a row from its neighbours: its name, symbol, title or definition.
function summaryOf(field: FormField, row: PlanValue): string {
  for (const key of ["name", "title", "symbol", "label", "fiscal_year", "item", "activity", "id"]) {
    if (!field.parts.some((part) => part.key === key)) continue;
    const value = at(row, [key]);
    if (typeof value === "string" && value) return value;
  }
  return "";
}

function ScalarField({ field, path }: { field: FormField; path: string }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const { plan, edit, findings } = useContext(EditingContext);
  const value = at(plan, stepsOf(path));
  const own = findings.filter((f) => f.path === path);
  const wrong = own.find((f) => f.weight === "refuses");
  const label = field.inferred ? `${say(field.title, language)} (${t("inferred")})` : say(field.title, language);
  const remark = own.find((f) => f.weight === "remark");
  return (
    <Drawn
      field={field}
      path={path}
      label={label}
      value={value === undefined || value === null ? "" : String(value)}
      help={remark ? say(remark.text, language) : undefined}
      wrong={wrong ? [say(wrong.text, language), say(wrong.remedy, language)].filter(Boolean).join(" ") : undefined}
      edit={edit}
    />
  );
}

interface DrawnProps {
  field: FormField;
  path: string;
  label: string;
  value: string;
  help: string | undefined;
  wrong: string | undefined;
  edit: Editing["edit"];
}

const Drawn = memo(function Drawn({ field, path, label, value, help, wrong, edit }: DrawnProps) {
  const { language } = useLanguage();
  const id = idOf(path);
  const set = (next: PlanValue) => edit(path, next);
  const common = { id, labelText: label, helperText: help, invalid: wrong !== undefined, invalidText: wrong };
  switch (field.kind) {
    case "flag":
      return <Checkbox id={id} labelText={label} checked={value === "true"} invalid={common.invalid} invalidText={common.invalidText} onChange={(_event, { checked }) => set(checked)} />;
    case "choice":
      return (
        <Select {...common} value={value} onChange={(event) => set(event.target.value)}>
          {field.options.map((option) => (
            <SelectItem key={option.value} value={option.value} text={say(option.title, language)} />
          ))}
        </Select>
      );
    case "count":
      return <TextInput {...common} inputMode="numeric" value={value} onChange={(event) => /^\d*$/.test(event.target.value) && set(Number(event.target.value || 0))} />;
    case "long_text":
      return <TextArea {...common} rows={3} value={value} onChange={(event) => set(event.target.value)} />;
    default:
      return <TextInput {...common} value={value} onChange={(event) => set(event.target.value)} />;
  }
});
