// A file that is kept by its hash; what is shown afterwards is how data and plans cite it.
import { useState } from "react";
import { useTexts } from "../../i18n/language";
import { Upload } from "../../parts/Upload";
import type { EvidenceKept } from "./api";
import { texts } from "./texts";

export const EVIDENCE_TYPES = [".pdf", ".png", ".jpg", ".jpeg", ".csv", ".xlsx", ".docx", ".txt", ".zip"];
export const EVIDENCE_MB_MAX = 64;

export function EvidenceUpload({ name, onKept }: { name?: string; onKept: (kept: EvidenceKept) => void }) {
  const t = useTexts(texts);
  const [kept, setKept] = useState<EvidenceKept>();
  return (
    <div className="s-stack-small">
      <Upload<EvidenceKept>
        name={name ?? t("evidence")}
        path="/proponent/evidence"
        types={EVIDENCE_TYPES}
        size_mb_max={EVIDENCE_MB_MAX}
        onAnswer={(answer) => {
          setKept(answer);
          onKept(answer);
        }}
      />
      {kept && (
        <p className="s-source" role="status">
          {t("evidenceKept", { cited: kept.cited })}
        </p>
      )}
    </div>
  );
}
