// One question with the field that its kind asks for. Figures are typed as text, so that nothing is rounded on the way.
import { Button, RadioButton, RadioButtonGroup, Select, SelectItem, TextInput } from "@carbon/react";
import { useEffect, useState, type FormEvent } from "react";
import { useLanguage, useTexts } from "../../i18n/language";
import { DayField } from "../../parts/DayField";
import { say } from "../../i18n/texts";
import type { Question } from "./api";
import { texts } from "./startTexts";

interface Props {
  question: Question;
  give: (value: string) => void;
  skip?: () => void;
}

export function QuestionField({ question, give, skip }: Props) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const [value, setValue] = useState(question.answer);
  useEffect(() => setValue(question.answer), [question.id, question.answer]);
  const id = `q-${question.id}`;
  const title = say(question.text, language);
  const help = [say(question.help, language), question.unit ? t("number", { unit: question.unit }) : ""].filter(Boolean).join(" ");
  const wrong = question.problem ? say(question.problem, language) : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (value.trim()) give(value.trim());
  };
  return (
    <form className="s-narrow s-stack" onSubmit={submit} aria-live="polite">
      {question.kind === "yes_no" ? (
        <RadioButtonGroup key={question.id} name={id} legendText={title} helperText={help} orientation="vertical" valueSelected={value} onChange={(next) => setValue(String(next))}>
          <RadioButton id={`${id}-yes`} value="yes" labelText={t("yes")} />
          <RadioButton id={`${id}-no`} value="no" labelText={t("no")} />
        </RadioButtonGroup>
      ) : question.kind === "choice" ? (
        <Select id={id} labelText={title} helperText={help} invalid={wrong !== undefined} invalidText={wrong} value={value} onChange={(event) => setValue(event.target.value)}>
          <SelectItem value="" text={t("choose")} />
          {question.options.map((option) => (
            <SelectItem key={option.value} value={option.value} text={say(option.title, language)} />
          ))}
        </Select>
      ) : question.kind === "day" ? (
        <DayField id={id} label={title} help={help} wrong={wrong} value={value} change={setValue} />
      ) : (
        <TextInput
          id={id}
          labelText={title}
          helperText={help}
          inputMode={question.kind === "quantity" || question.kind === "money" ? "decimal" : undefined}
          invalid={wrong !== undefined}
          invalidText={wrong}
          value={value}
          onChange={(event) => setValue(event.target.value)}
        />
      )}
      <div className="s-row">
        <Button type="submit" size="md" disabled={!value.trim()}>
          {t("next")}
        </Button>
        {skip && (
          <Button type="button" size="md" kind="ghost" onClick={skip}>
            {t("skip")}
          </Button>
        )}
      </div>
    </form>
  );
}
