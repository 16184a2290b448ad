import { useSession } from "../api/session";
import { useTexts } from "../i18n/language";
import { texts } from "./texts";

// On every page of a store that is not the real one.
export function StoreBand() {
  const t = useTexts(texts);
  const { session } = useSession();
  const kind = session?.store.kind;
  if (kind !== "demo" && kind !== "training") return null;
  return (
    <div className="s-band" role="note">
      <strong>{t(kind)}</strong>
      {t(kind === "demo" ? "demoText" : "trainingText")}
    </div>
  );
}
