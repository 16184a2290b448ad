import type { Problem } from "../api/problem";
import { useTexts } from "../i18n/language";
import { NextStep } from "./NextStep";
import { PageHead } from "./PageHead";
import { ProblemNotice } from "./ProblemNotice";
import { texts } from "./texts";

// A page whose content could not be had: still a page with its heading, the reason, and the way back.
export function Missing({ title, problem, again, back }: { title: string; problem: Problem | null | undefined; again?: () => void; back: { action: string; to: string } }) {
  const t = useTexts(texts);
  return (
    <>
      <PageHead title={title} />
      <ProblemNotice problem={problem} again={again} />
      <NextStep text={t("missingNext")} steps={[back]} />
    </>
  );
}
