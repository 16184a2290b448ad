import { ProgressIndicator, ProgressStep } from "@carbon/react";

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
  return (
    <ProgressIndicator currentIndex={current} vertical={vertical} spaceEqually={!vertical} onChange={go ? (index) => index < current && go(index) : undefined}>
      {names.map((name, i) => (
        <ProgressStep key={name} label={name} complete={i < current} current={i === current} disabled={i > current} />
      ))}
    </ProgressIndicator>
  );
}
