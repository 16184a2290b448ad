import { FileUploaderDropContainer, FileUploaderItem, ProgressBar } from "@carbon/react";
import { useState } from "react";
import { upload } from "../api/client";
import { asProblem, type Problem } from "../api/problem";
import { useTexts } from "../i18n/language";
import { ProblemNotice } from "./ProblemNotice";
import { texts } from "./texts";

interface Props<Answer> {
  // What the file is: "monitoring data".
  name: string;
  // Where it is sent (below /api/v1). Absent: nothing is sent, `onFile` takes the file as it is (a receipt that the browser checks itself).
  path?: string;
  // ".csv", ".xlsx" ...; the server looks at the content and decides.
  types: readonly string[];
  size_mb_max: number;
  onFile?: (file: File) => void;
  onAnswer?: (answer: Answer, file: File) => void;
}

// One file: dropped or chosen, checked for size and kind before it is sent, its progress told.
export function Upload<Answer>({ name, path, types, size_mb_max, onFile, onAnswer }: Props<Answer>) {
  const t = useTexts(texts);
  const [file, setFile] = useState<File>();
  const [sent, setSent] = useState<number>();
  const [wrong, setWrong] = useState<string>();
  const [problem, setProblem] = useState<Problem>();

  const take = async (taken: File | undefined) => {
    setProblem(undefined);
    setWrong(undefined);
    if (!taken) return;
    const lower = taken.name.toLowerCase();
    if (!types.some((type) => lower.endsWith(type))) return setWrong(t("wrongType", { name: taken.name, types: types.join(", ") }));
    if (taken.size > size_mb_max * 1_000_000) return setWrong(t("tooLarge", { name: taken.name, size: size_mb_max }));
    setFile(taken);
    onFile?.(taken);
    if (path === undefined) return;
    setSent(0);
    try {
      const answer = await upload<Answer>(path, taken, (done, all) => setSent(all ? done / all : 0));
      setSent(1);
      onAnswer?.(answer, taken);
    } catch (error) {
      setFile(undefined);
      setSent(undefined);
      setProblem(asProblem(error));
    }
  };
  const rules = t("fileRules", { types: types.join(", "), size: size_mb_max });
  return (
    <div className="s-narrow s-stack">
      <div>
        <p className="cds--file--label">{name}</p>
        <p className="cds--label-description">{rules}</p>
        <FileUploaderDropContainer
          accept={[...types]}
          labelText={t("chooseFile")}
          aria-label={`${name}: ${t("chooseFile")}`}
          onAddFiles={(_event, { addedFiles }) => void take(addedFiles[0])}
        />
      </div>
      {wrong && (
        <p className="s-error-text" role="alert">
          {wrong}
        </p>
      )}
      {file && (path === undefined || sent === 1) && (
        <FileUploaderItem
          name={file.name}
          status="edit"
          iconDescription={t("remove", { name: file.name })}
          onDelete={() => {
            setFile(undefined);
            setSent(undefined);
          }}
        />
      )}
      {file && sent !== undefined && (
        <ProgressBar
          label={sent === 1 ? t("sent", { name: file.name }) : t("sending", { name: file.name })}
          value={sent}
          max={1}
          status={sent === 1 ? "finished" : "active"}
        />
      )}
      <ProblemNotice problem={problem} again={file ? () => void take(file) : undefined} />
    </div>
  );
}
