import { Button } from "@carbon/react";
import { useState, type ReactNode } from "react";
import { fetchFile, type Query } from "../api/client";
import { asProblem, type Problem } from "../api/problem";
import { useLanguage } from "../i18n/language";
import { ProblemNotice } from "./ProblemNotice";

// A file of the server, saved. Fetched as everything else is (for the organisation for which one acts, in the user's language), and a refusal is shown here.
export function SaveFile({
  path,
  query,
  children,
  kind = "tertiary",
  size = "md",
}: {
  path: string;
  query?: Query;
  children: ReactNode;
  kind?: "primary" | "tertiary" | "ghost";
  size?: "sm" | "md";
}) {
  const { language } = useLanguage();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const save = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      const { blob, name } = await fetchFile(path, query, language);
      saveBlob(blob, name);
    } catch (error) {
      setProblem(asProblem(error));
    }
    setBusy(false);
  };
  return (
    <>
      <Button size={size} kind={kind} disabled={busy} onClick={() => void save()}>
        {children}
      </Button>
      <ProblemNotice problem={problem} again={() => void save()} />
    </>
  );
}

export function saveBlob(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
