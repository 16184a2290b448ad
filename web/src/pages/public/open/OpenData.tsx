import { Button } from "@carbon/react";
import { Download } from "@carbon/react/icons";
import { address } from "../../../api/client";
import { useGet } from "../../../api/queries";
import { useTexts } from "../../../i18n/language";
import { Loading } from "../../../parts/Loading";
import { NextStep } from "../../../parts/NextStep";
import { PageHead } from "../../../parts/PageHead";
import { ProblemNotice } from "../../../parts/ProblemNotice";
import { grouped } from "../../../parts/values";
import type { OpenData as Data } from "../api";
import { PlainTable } from "../projects/tables";
import { texts } from "./texts";

const KNOWN = ["projects", "certifications", "batches", "retirements", "retired_units", "organisations", "manifest"] as const;

function sizeText(bytes: number): string {
  return bytes < 10_000 ? `${grouped(String(bytes))} B` : `${grouped(String(Math.round(bytes / 1000)))} kB`;
}

export default function OpenData() {
  const t = useTexts(texts);
  const { data, error, isPending, refetch } = useGet<Data>("/open-data");
  const contentOf = (name: string) => {
    const known = KNOWN.find((one) => name.startsWith(`${one}.`));
    return t(known ? `content_${known}` : "content_other");
  };
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} />
      <ProblemNotice problem={error} again={() => void refetch()} />
      {isPending && <Loading />}
      {data && (
        <section className="s-section">
          <h2>{t("files")}</h2>
          <p className="s-prose">{t("asOf", { entry: String(data.entry) })}</p>
          <p>
            <Button className="s-no-print" as="a" renderIcon={Download} href={address("/open-data/all.zip")} download>
              {t("all", { size: sizeText(Number(data.zip_bytes)) })}
            </Button>
          </p>
          <PlainTable
            name={t("files")}
            head={[{ name: t("file") }, { name: t("what") }, { name: t("size"), end: true }]}
            rows={data.files.map((one) => ({
              key: one.name,
              cells: [
                <a href={address(`/open-data/${one.name}`)} download={one.name}>
                  {one.name}
                </a>,
                contentOf(one.name),
                sizeText(Number(one.bytes)),
              ],
            }))}
          />
          <p className="s-source">{t("formats")}</p>
        </section>
      )}
      <NextStep
        text={t("next")}
        steps={[
          { action: t("toApi"), to: "/api" },
          { action: t("toCheck"), to: "/check-receipt" },
        ]}
      />
    </>
  );
}
