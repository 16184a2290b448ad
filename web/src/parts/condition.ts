// The condition of a formula or of a question, in the words of what the plan chooses: boiler_PJ == "fuel" reads "boiler to be installed is fuel boiler".
import { say, type Language } from "../i18n/texts";

interface Both {
  ja: string;
  en: string;
}
export interface Choice {
  name: string;
  title: Both;
  options: readonly { value: string; title: Both }[];
}

const COMPARED = /(\w+)\s*(==|!=)\s*"([^"]*)"/g;
const JOINED = { ja: { and: "、かつ", or: "、又は" }, en: { and: " and ", or: " or " } } as const;

// What compares no choice stays as it is written.
export function conditionText(when: string, choices: readonly Choice[], language: Language): string {
  let known = true;
  const text = when.replace(COMPARED, (whole, name: string, sign: string, value: string) => {
    const choice = choices.find((one) => one.name === name);
    const option = choice?.options.find((one) => one.value === value);
    if (!choice || !option) {
      known = false;
      return whole;
    }
    const [title, picked] = [say(choice.title, language), say(option.title, language)];
    if (language === "ja") return `${title}が「${picked}」${sign === "==" ? "" : "以外"}`;
    return `${title} is ${sign === "==" ? "" : "not "}“${picked}”`;
  });
  return known ? text.replace(/\s+(and|or)\s+/g, (_, word: "and" | "or") => JOINED[language][word]) : text;
}
