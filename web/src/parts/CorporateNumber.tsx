// An organisation's corporate number, and the others that have it: a finding, with what to do, never a verdict.
import { useGet } from "../api/queries";
import { useTexts } from "../i18n/language";
import { Notice } from "./Notice";
import { texts } from "./texts";

export interface Numbered {
  organisation: number;
  name: string;
  corporate_number: string;
  same_corporate_number: number[];
}

export function CorporateNumber({ of }: { of: Numbered }) {
  const t = useTexts(texts);
  if (!of.corporate_number) return <>-</>;
  return (
    <>
      {of.corporate_number} {of.same_corporate_number.length > 0 && <strong>{t("sameNumberAs", { others: of.same_corporate_number.join(t("listComma")) })}</strong>}
    </>
  );
}

// After that one was registered.
export function SameNumber({ organisation }: { organisation: number }) {
  const t = useTexts(texts);
  const { data } = useGet<{ items: Numbered[] }>("/organisations", { same_corporate_number: true, limit: 500, sort: "-number" });
  const own = data?.items.find((one) => one.organisation === organisation);
  if (!own) return null;
  const others = own.same_corporate_number.join(t("listComma"));
  return <Notice kind="info" title={t("sameNumberTitle")} text={t("sameNumberText", { number: own.corporate_number, others })} />;
}
