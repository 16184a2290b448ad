// The two fields that the sign-in pages share.
import { PasswordInput, TextInput } from "@carbon/react";
import type { Problem } from "../../api/problem";
import { useLanguage, useTexts } from "../../i18n/language";
import { say } from "../../i18n/texts";
import { texts } from "./texts";

export const PASSWORD_LENGTH_MIN = 12;

interface FieldProps {
  id: string;
  label: string;
  value: string;
  change: (value: string) => void;
  // Shown once the form was sent.
  wrong?: string | false;
  problem?: Problem | null;
  help?: string;
  autoComplete: string;
}

function useWrong(wrong: string | false | undefined, problem: Problem | null | undefined, id: string): string | undefined {
  const { language } = useLanguage();
  const field = problem?.field(id);
  return wrong || (field ? say(field, language) : undefined);
}

export function PasswordField({ id, label, value, change, wrong, problem, help, autoComplete }: FieldProps) {
  const t = useTexts(texts);
  const text = useWrong(wrong, problem, id);
  return (
    <PasswordInput
      id={id}
      name={id}
      labelText={label}
      helperText={help}
      showPasswordLabel={t("showPassword")}
      hidePasswordLabel={t("hidePassword")}
      tooltipPosition="left"
      autoComplete={autoComplete}
      value={value}
      invalid={text !== undefined}
      invalidText={text}
      onChange={(event) => change(event.target.value)}
    />
  );
}

export function TextField({ id, label, value, change, wrong, problem, help, autoComplete }: FieldProps) {
  const text = useWrong(wrong, problem, id);
  return (
    <TextInput
      id={id}
      name={id}
      labelText={label}
      helperText={help}
      autoComplete={autoComplete}
      autoCapitalize="none"
      spellCheck={false}
      value={value}
      invalid={text !== undefined}
      invalidText={text}
      onChange={(event) => change(event.target.value)}
    />
  );
}

// Six digits of the authenticator; spaces and full-width digits are taken as they are meant.
export function tidyCode(typed: string): string {
  return typed.normalize("NFKC").replace(/\s/g, "");
}

export function CodeField(props: Omit<FieldProps, "autoComplete" | "label" | "id"> & { label?: string }) {
  const t = useTexts(texts);
  const text = useWrong(props.wrong, props.problem, "code");
  return (
    <TextInput
      id="code"
      name="code"
      labelText={props.label ?? t("code")}
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={12}
      value={props.value}
      invalid={text !== undefined}
      invalidText={text}
      onChange={(event) => props.change(event.target.value)}
    />
  );
}
