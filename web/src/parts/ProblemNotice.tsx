import { Button } from "@carbon/react";
import type { Problem } from "../api/problem";
import { useLanguage, useTexts } from "../i18n/language";
import { say } from "../i18n/texts";
import { SecondFactor } from "./SecondFactor";
import { texts } from "./texts";

// What one tells the operator: the number in the list of refusals that the code's first word names ("registry.same_account", 7: "registry-7").
function refusalNumber(code: string, number: number | undefined): string {
  return number === undefined ? code : `${code.split(".")[0]}-${number}`;
}

// A refusal in the user's language: what was refused, what would pass, on which rule. Said aloud by a screen reader when it appears. Where it is the second factor
// that is missing, it can be given here.
export function ProblemNotice({ problem, again }: { problem: Problem | null | undefined; again?: () => void }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  if (!problem) return null;
  const answer = problem.answer;
  const remedy = say({ ja: answer.remedy_ja, en: answer.remedy_en }, language);
  const asks = problem.code === "service.second_factor_missing" || problem.code === "http.second_factor_needed";
  const notice = (
    <div className="s-notice" role="alert">
      <strong>{say(answer, language)}</strong>
      {remedy && <p>{remedy}</p>}
      {answer.errors && answer.errors.length > 0 && (
        <ul>
          {answer.errors.map((error) => (
            <li key={error.path + error.code}>{say(error, language)}</li>
          ))}
        </ul>
      )}
      <p className="s-source">
        {answer.source && <>{t("source", { source: answer.source })} </>}
        {!answer.code.startsWith("page.") && <span title={answer.code}>{t("number", { code: refusalNumber(answer.code, answer.number) })}</span>}
      </p>
      {again && problem.passing && (
        <Button size="sm" kind="tertiary" onClick={again}>
          {t("tryAgain")}
        </Button>
      )}
    </div>
  );
  if (!asks) return notice;
  return (
    <div className="s-stack">
      {notice}
      <SecondFactor done={again} />
    </div>
  );
}
