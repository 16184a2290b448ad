import { Button } from "@carbon/react";
import { useNavigate } from "react-router-dom";
import { useTexts } from "../i18n/language";
import { PageHead } from "../parts/PageHead";
import { texts } from "./texts";

export function NotFound() {
  const t = useTexts(texts);
  const navigate = useNavigate();
  return (
    <>
      <PageHead title={t("notFoundTitle")} lead={t("notFoundText")} />
      <Button onClick={() => navigate("/")}>{t("home")}</Button>
    </>
  );
}

// A chunk that is gone since the server was upgraded, or a fault of ours.
export function Broken() {
  const t = useTexts(texts);
  return (
    <main className="s-main">
      <PageHead title={t("broken")} lead={t("brokenText")} />
      <Button onClick={() => window.location.reload()}>{t("reload")}</Button>
    </main>
  );
}
