import { Button } from "@carbon/react";
import { ArrowRight } from "@carbon/react/icons";
import { useId } from "react";
import { useNavigate } from "react-router-dom";
import { useTexts } from "../i18n/language";
import { texts } from "./texts";

export interface Step {
  text: string;
  // The button's words, and where it leads or what it does. Without them the step is done elsewhere (somebody else's turn, a letter to wait for).
  action?: string;
  to?: string;
  onClick?: () => void;
  disabled?: boolean;
}

// Every screen says what to do next: one sentence and at most three buttons, the first of them the usual one.
export function NextStep({ text, steps = [] }: { text: string; steps?: readonly Omit<Step, "text">[] }) {
  const t = useTexts(texts);
  const navigate = useNavigate();
  const id = useId();
  return (
    <section className="s-next" aria-labelledby={id}>
      <h2 id={id}>{t("nextStep")}</h2>
      <p>{text}</p>
      {steps.length > 0 && (
        <div className="s-row">
          {steps.map((step, i) => (
            <Button
              key={step.action}
              size="md"
              kind={i === 0 ? "primary" : "tertiary"}
              renderIcon={i === 0 ? ArrowRight : undefined}
              disabled={step.disabled}
              onClick={() => (step.onClick ? step.onClick() : step.to !== undefined && navigate(step.to))}
            >
              {step.action}
            </Button>
          ))}
        </div>
      )}
    </section>
  );
}
