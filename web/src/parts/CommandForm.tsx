// One command of the scheme as a form: what is fixed, what is chosen or typed. What may be given and why not is the server's to say; a refusal stands at its field.
import { Button, Checkbox, RadioButton, RadioButtonGroup, Select, SelectItem, TextArea, TextInput } from "@carbon/react";
import { useId, useState, type ReactNode } from "react";
import { upload } from "../api/client";
import { asProblem, Problem } from "../api/problem";
import { useCommand } from "../api/queries";
import type { CommandAnswer } from "../api/contract";
import { useLanguage, useTexts } from "../i18n/language";
import { say } from "../i18n/texts";
import { formTexts } from "./commandTexts";
import { ProblemNotice } from "./ProblemNotice";
import { serialsOf } from "./serials";
import { Upload } from "./Upload";

export interface Option {
  value: string;
  name: string;
}
export type CommandField =
  | { id: string; name: string; kind: "text" | "long" | "day" | "number"; help?: string; optional?: boolean; initial?: string }
  | { id: string; name: string; kind: "yes_no"; yes: string; no: string; optional?: boolean }
  // Blocks of serials, a line each ("3:1-120"); a list of names, separated by commas.
  | { id: string; name: string; kind: "serials" | "names"; help?: string; optional?: boolean }
  | { id: string; name: string; kind: "choice"; options: readonly Option[]; optional?: boolean; help?: string; initial?: string }
  // A document that is kept first, and whose hash the command names. `text`: the field whose words are kept as the document where no file was chosen.
  | { id: string; name: string; kind: "document"; keep: string; optional?: boolean; text?: string };
export type Given = Record<string, string | boolean | undefined>;

interface Props {
  command: string;
  fixed: Readonly<Record<string, unknown>>;
  fields: readonly CommandField[];
  submit: string;
  // It cannot be undone: the button is red, and one says first that one knows.
  danger?: boolean;
  // The last look at the body before it is sent: what depends on another field.
  shape?: (body: Record<string, unknown>, given: Given) => Record<string, unknown>;
  // A field that is asked only where another one says so.
  hidden?: (field: string, given: Given) => boolean;
  onDone?: (answer: CommandAnswer) => void;
  children?: ReactNode;
}

// Digits as they may be typed, by threes or in full width; what is not a number stays as it is, for the server to refuse. Long ones stay text.
function numberOf(text: string): number | string {
  const digits = text.normalize("NFKC").replace(/[,\s]/g, "");
  return /^\d{1,15}$/.test(digits) ? Number(digits) : digits;
}

// In the body a number is a number and a day is its ISO text; what was left empty is left out.
export function bodyOf(fields: readonly CommandField[], given: Given): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const field of fields) {
    const value = given[field.id];
    if (value === undefined || value === "") continue;
    if (field.kind === "number") body[field.id] = numberOf(String(value));
    else if (field.kind === "serials") body[field.id] = serialsOf(String(value)) ?? [];
    else if (field.kind === "names") body[field.id] = String(value).split(/[,、\n]/).map((one) => one.normalize("NFKC").trim()).filter(Boolean);
    else body[field.id] = value;
  }
  return body;
}

// The server names a field as programs do; whoever reads the page knows it by the words that stand at it.
function inWords(problem: Problem, fields: readonly CommandField[], isOf: (field: CommandField, path: string) => boolean): Problem {
  const { errors, ...answer } = problem.answer;
  const names = (errors ?? []).flatMap(({ path }) => fields.filter((field) => isOf(field, path)).map((field) => [path, field.name] as const));
  if (names.length === 0) return problem;
  const swap = (text: string) => names.reduce((said, [path, name]) => said.replaceAll(`「${path}」`, `「${name}」`).replaceAll(`"${path}"`, `“${name}”`), text);
  const said = <Said extends { ja: string; en: string }>(one: Said): Said => ({ ...one, ja: swap(one.ja), en: swap(one.en) });
  return new Problem(said({ ...answer, errors: errors?.map(said) }), problem.retryAfter);
}

export function CommandForm({ command, fixed, fields, submit, danger, shape, hidden, onDone, children }: Props) {
  const t = useTexts(formTexts);
  const { language } = useLanguage();
  const scope = useId();
  const act = useCommand<Record<string, unknown>>(command);
  const [given, setGiven] = useState<Given>(() => Object.fromEntries(fields.map((field) => [field.id, "initial" in field ? field.initial : undefined])));
  const [tried, setTried] = useState(false);
  const [sure, setSure] = useState(false);
  const [keeping, setKeeping] = useState<{ busy: boolean; problem?: Problem }>({ busy: false });
  const shown = fields.filter((field) => !hidden?.(field.id, given));
  const missing = (field: CommandField) => !("optional" in field && field.optional) && (given[field.id] === undefined || given[field.id] === "");
  const unread = (field: CommandField) => {
    const text = given[field.id];
    if (typeof text !== "string" || text === "") return false;
    return field.kind === "serials" ? serialsOf(text) === undefined : field.kind === "number" && !/^\d+$/.test(String(numberOf(text)));
  };
  // What the server says of one field stands there; of a list, at the list; of a part of the body that the field became, by its own name.
  const isOf = (field: CommandField, path: string) => path === field.id || path.startsWith(`${field.id}.`) || path.startsWith(`${field.id}[`) || path.endsWith(`.${field.id}`);
  const problem = act.error && inWords(act.error, shown, isOf);
  const refusedAt = (field: CommandField) => problem?.answer.errors?.find((one) => isOf(field, one.path));
  const wrongAt = (field: CommandField) => {
    if (tried && missing(field)) return t("missing");
    if (tried && unread(field)) return t(field.kind === "number" ? "numberWrong" : "serialsWrong");
    const refused = refusedAt(field);
    return refused && say(refused, language);
  };
  const set = (id: string, value: string | boolean | undefined) => setGiven((all) => ({ ...all, [id]: value }));
  const send = async () => {
    setTried(true);
    if (shown.some((field) => missing(field) || unread(field)) || (danger && !sure)) return;
    const body: Record<string, unknown> = { ...fixed, ...bodyOf(shown, given) };
    setKeeping({ busy: true });
    try {
      for (const field of shown) {
        if (field.kind !== "document" || field.text === undefined || body[field.id] !== undefined) continue;
        const words = new File([String(given[field.text] ?? "")], `${field.id}.txt`, { type: "text/plain" });
        body[field.id] = (await upload<{ hash: string }>(field.keep, words)).hash;
      }
      setKeeping({ busy: false });
    } catch (error) {
      setKeeping({ busy: false, problem: asProblem(error) });
      return;
    }
    act.mutate(shape ? shape(body, given) : body, {
      onSuccess: (answer) => {
        setTried(false);
        setSure(false);
        onDone?.(answer);
      },
    });
  };
  return (
    <form
      className="s-narrow s-stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {shown.map((field) => (
        <OneField
          key={field.id}
          id={`${scope}${field.id}`}
          field={field}
          value={given[field.id]}
          set={(value) => set(field.id, value)}
          wrong={wrongAt(field)}
        />
      ))}
      {children}
      {danger && (
        <div>
          <Checkbox id={`${scope}sure`} labelText={t("sure")} checked={sure} onChange={(_event, state) => setSure(state.checked)} />
          {tried && !sure && <p className="s-error-text">{t("sureMissing")}</p>}
        </div>
      )}
      <ProblemNotice problem={keeping.problem ?? problem} again={() => void send()} />
      {act.isSuccess && !onDone && <p role="status">{t("recorded", { entry: act.data.entry })}</p>}
      <div className="s-row">
        <Button type="submit" size="md" kind={danger ? "danger" : "primary"} disabled={act.isPending || keeping.busy}>
          {act.isPending ? t("sending") : submit}
        </Button>
      </div>
    </form>
  );
}

interface FieldProps {
  id: string;
  field: CommandField;
  value: string | boolean | undefined;
  set: (value: string | boolean | undefined) => void;
  wrong: string | undefined;
}

function OneField({ id, field, value, set, wrong }: FieldProps) {
  const t = useTexts(formTexts);
  const text = typeof value === "string" ? value : "";
  const label = "optional" in field && field.optional ? `${field.name} ${t("optional")}` : field.name;
  if (field.kind === "yes_no") {
    return (
      <div>
        <RadioButtonGroup legendText={label} name={id} valueSelected={value === undefined ? "" : String(value)} onChange={(chosen) => set(chosen === "true")}>
          <RadioButton id={`${id}-yes`} value="true" labelText={field.yes} />
          <RadioButton id={`${id}-no`} value="false" labelText={field.no} />
        </RadioButtonGroup>
        {wrong && <p className="s-error-text">{wrong}</p>}
      </div>
    );
  }
  if (field.kind === "choice") {
    return (
      <Select id={id} labelText={label} helperText={field.help} value={text} invalid={wrong !== undefined} invalidText={wrong} onChange={(event) => set(event.target.value)}>
        <SelectItem value="" text={t("choose")} />
        {field.options.map((option) => (
          <SelectItem key={option.value} value={option.value} text={option.name} />
        ))}
      </Select>
    );
  }
  if (field.kind === "document") {
    return (
      <div>
        <Upload<{ hash: string }> name={label} path={field.keep} types={[".pdf", ".txt", ".csv", ".xlsx", ".zip", ".jpg", ".png"]} size_mb_max={50} onAnswer={(answer) => set(answer.hash)} />
        {wrong && <p className="s-error-text">{wrong}</p>}
      </div>
    );
  }
  if (field.kind === "long" || field.kind === "serials") {
    return <TextArea id={id} labelText={label} helperText={field.help ?? (field.kind === "serials" ? t("serialsHelp") : undefined)} value={text} rows={4} invalid={wrong !== undefined} invalidText={wrong} onChange={(event) => set(event.target.value)} />;
  }
  if (field.kind === "day") {
    return (
      <div className="cds--form-item">
        <label className="cds--label" htmlFor={id}>
          {label}
        </label>
        <input
          id={id}
          type="date"
          className={wrong ? "cds--text-input cds--text-input--invalid" : "cds--text-input"}
          aria-invalid={wrong !== undefined}
          aria-describedby={[field.help && `${id}-help`, wrong && `${id}-wrong`].filter(Boolean).join(" ") || undefined}
          value={text}
          onChange={(event) => set(event.target.value)}
        />
        {wrong && (
          <p className="s-error-text" id={`${id}-wrong`}>
            {wrong}
          </p>
        )}
        {field.help && (
          <div className="cds--form__helper-text" id={`${id}-help`}>
            {field.help}
          </div>
        )}
      </div>
    );
  }
  // Its error is said by aria-describedby, too: what Carbon gives it (aria-errormessage alone) few screen readers say.
  return (
    <TextInput
      id={id}
      labelText={label}
      helperText={field.help}
      inputMode={field.kind === "number" ? "numeric" : undefined}
      value={text}
      invalid={wrong !== undefined}
      invalidText={wrong}
      {...(wrong ? { "aria-describedby": `${id}-error-msg` } : {})}
      onChange={(event) => set(event.target.value)}
    />
  );
}
