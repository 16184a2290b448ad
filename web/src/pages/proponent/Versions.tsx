// Every saved version of a draft; two of them compared; an earlier one brought back as a new one.
import { Button, Select, SelectItem, Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@carbon/react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useParams } from "react-router-dom";
import { send } from "../../api/client";
import type { Problem } from "../../api/problem";
import { useGet } from "../../api/queries";
import { useLanguage, useTexts } from "../../i18n/language";
import { say } from "../../i18n/texts";
import { Loading } from "../../parts/Loading";
import { NextStep } from "../../parts/NextStep";
import { PageHead } from "../../parts/PageHead";
import { ProblemNotice } from "../../parts/ProblemNotice";
import { DateText } from "../../parts/Amounts";
import type { DraftVersion, PlanDifference } from "./api";
import { texts } from "./planTexts";

export default function Versions() {
  const t = useTexts(texts);
  const { draft } = useParams();
  const client = useQueryClient();
  const path = `/proponent/drafts/${draft}`;
  const { data, error } = useGet<{ items: DraftVersion[] }>(`${path}/versions`);
  const versions = data?.items ?? [];
  const newest = versions[0]?.version ?? 0;
  const [chosen, setChosen] = useState<{ before?: number; after?: number }>({});
  const after = chosen.after ?? newest;
  const before = chosen.before ?? Math.max(1, newest - 1);
  const differences = useGet<{ items: PlanDifference[] }>(newest > 1 ? `${path}/differences` : undefined, { before, after });
  const restore = useMutation<unknown, Problem, number>({
    mutationFn: (version) => send("POST", `${path}/restore`, { version }, { ifMatch: `"${newest}"` }),
    onSuccess: () => client.invalidateQueries(),
  });
  return (
    <>
      <PageHead title={t("versionsTitle")} lead={t("versionsLead")} />
      <ProblemNotice problem={error ?? differences.error ?? restore.error} />
      {!data && !error && <Loading />}
      <div className="s-scroll s-cards-below" tabIndex={0} role="region" aria-label={t("versionsTitle")}>
        <Table size="md" aria-label={t("versionsTitle")}>
          <TableHead>
            <TableRow>
              <TableHeader>{t("version")}</TableHeader>
              <TableHeader>{t("savedAt")}</TableHeader>
              <TableHeader>{t("editor")}</TableHeader>
              <TableHeader>{t("restore", { version: "" })}</TableHeader>
            </TableRow>
          </TableHead>
          <TableBody>
            {versions.map((v) => (
              <TableRow key={v.version}>
                <TableCell data-label={t("version")}>
                  {v.version} {v.restored > 0 && `(${t("restored", { version: v.restored })})`}
                </TableCell>
                <TableCell data-label={t("savedAt")}>
                  <DateText date={v.saved} />
                </TableCell>
                <TableCell data-label={t("editor")}>{v.editor || "-"}</TableCell>
                <TableCell data-label={t("restore", { version: v.version })}>
                  {v.version !== newest && (
                    <Button size="sm" kind="ghost" disabled={restore.isPending} onClick={() => restore.mutate(v.version)}>
                      {t("restore", { version: v.version })}
                    </Button>
                  )}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </div>
      {newest > 1 && (
        <section className="s-section">
          <h2>{t("differences")}</h2>
          <div className="s-row">
            <VersionChoice name={t("before")} value={before} versions={versions} choose={(version) => setChosen({ before: version, after })} />
            <VersionChoice name={t("after")} value={after} versions={versions} choose={(version) => setChosen({ before, after: version })} />
          </div>
          <Differences items={differences.data?.items} before={before} after={after} />
        </section>
      )}
      <NextStep text={t("nextVersions")} steps={[{ action: t("writeOn"), to: `/plans/${draft}` }]} />
    </>
  );
}

function VersionChoice({ name, value, versions, choose }: { name: string; value: number; versions: readonly DraftVersion[]; choose: (version: number) => void }) {
  return (
    <Select id={`version-${name}`} labelText={name} value={value} onChange={(event) => choose(Number(event.target.value))}>
      {versions.map((v) => (
        <SelectItem key={v.version} value={v.version} text={String(v.version)} />
      ))}
    </Select>
  );
}

function Differences({ items, before, after }: { items: readonly PlanDifference[] | undefined; before: number; after: number }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  if (!items) return <Loading />;
  if (items.length === 0) return <p>{t("noDifferences")}</p>;
  return (
    <div className="s-scroll s-cards-below" tabIndex={0} role="region" aria-label={t("differences")}>
      <Table size="md" aria-label={t("differences")}>
        <TableHead>
          <TableRow>
            <TableHeader>{t("field")}</TableHeader>
            <TableHeader>{t("valueBefore", { version: before })}</TableHeader>
            <TableHeader>{t("valueBefore", { version: after })}</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {items.map((d) => (
            <TableRow key={d.path}>
              <TableCell data-label={t("field")}>
                {say(d.title, language)} <span className="s-source">{d.path}</span>
              </TableCell>
              <TableCell data-label={t("valueBefore", { version: before })}>
                <del>{d.before || t("empty")}</del>
              </TableCell>
              <TableCell data-label={t("valueBefore", { version: after })}>
                <ins>{d.after || t("empty")}</ins>
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
