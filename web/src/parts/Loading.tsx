import { InlineLoading } from "@carbon/react";
import { useTexts } from "../i18n/language";
import { texts } from "../shell/texts";

export function Loading({ text }: { text?: string }) {
  const t = useTexts(texts);
  return <InlineLoading description={text ?? t("loading")} iconDescription={text ?? t("loading")} />;
}
