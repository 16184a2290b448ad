import { ProgressIndicator, ProgressStep } from "@carbon/react";
import { useSyncExternalStore } from "react";
import { useTexts } from "../i18n/language";
import { texts } from "./texts";

// Below this width the steps stand under each other.
const NARROW = "(max-width: 41.99rem)";
function useNarrow(): boolean {
  return useSyncExternalStore(
    (told) => {
      const media = window.matchMedia(NARROW);
      media.addEventListener("change", told);
      return () => media.removeEventListener("change", told);
    },
    () => window.matchMedia(NARROW).matches,
    () => false,
  );
}

const STATES = { complete: "stepDone", current: "stepCurrent", incomplete: "stepAhead", invalid: "stepWrong" } as const;

// The steps of a wizard: which are done, where one is. Steps that were done can be gone back to.
export function Steps({
  names,
  current,
  go,
  vertical,
}: {
  names: readonly string[];
  current: number;
  go?: (index: number) => void;
  vertical?: boolean;
}) {
  const t = useTexts(texts);
  const narrow = useNarrow();
  // What who hears the page is told of each step.
  const state = (id: string) => t(STATES[id.slice(id.lastIndexOf(".") + 1) as keyof typeof STATES] ?? "stepAhead");
  const standing = vertical || narrow;
  return (
    <ProgressIndicator currentIndex={current} vertical={standing} spaceEqually={!standing} onChange={go ? (index) => index < current && go(index) : undefined}>
      {names.map((name, i) => (
        <ProgressStep key={name} label={name} complete={i < current} current={i === current} disabled={i > current} translateWithId={state} />
      ))}
    </ProgressIndicator>
  );
}
