import { Button } from "@carbon/react";
import { useState, type MouseEvent, type ReactNode } from "react";
import { fetchFile, link, type Query } from "../api/client";
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
  disabled = false,
}: {
  path: string;
  query?: Query;
  children: ReactNode;
  kind?: "primary" | "tertiary" | "ghost";
  size?: "sm" | "md";
  disabled?: boolean;
}) {
  const { save, busy, problem } = useSave(path, query);
  return (
    <>
      <Button size={size} kind={kind} disabled={busy || disabled} onClick={() => void save()}>
        {children}
      </Button>
      <ProblemNotice problem={problem} again={() => void save()} />
    </>
  );
}

// The same as a link in a text or a list. Opened beside (a middle click), it is the file's own address, for the same organisation.
export function FileLink({ path, query, children, label }: { path: string; query?: Query; children: ReactNode; label?: string }) {
  const { language } = useLanguage();
  const { save, busy, problem } = useSave(path, query);
  const onClick = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (!busy) void save();
  };
  return (
    <>
      <a className="cds--link" href={link(path, { language, ...query })} download aria-label={label} aria-busy={busy} onClick={onClick}>
        {children}
      </a>
      <ProblemNotice problem={problem} again={() => void save()} />
    </>
  );
}

function useSave(path: string, query?: Query) {
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
  return { save, busy, problem };
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
