import { Button, Select, SelectItem, Table, TableBody, TableCell, TableHead, TableHeader, TableRow, TextInput } from "@carbon/react";
import { useState } from "react";
import { useCommand, useCursorList, useGet } from "../../api/queries";
import { useLanguage, useTexts } from "../../i18n/language";
import { say } from "../../i18n/texts";
import { Loading } from "../../parts/Loading";
import { NextStep } from "../../parts/NextStep";
import { PageHead } from "../../parts/PageHead";
import { ProblemNotice } from "../../parts/ProblemNotice";
import { DateText } from "../../parts/Amounts";
import type { CaseRow, EvidenceKept, SupportView, WordChoice } from "./api";
import { EvidenceUpload } from "./EvidenceUpload";
import { texts } from "./texts";

export default function Support() {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const { data, error } = useGet<SupportView>("/proponent/support");
  const cases = useCursorList<CaseRow>("/proponent/cases", { limit: 200 });
  const [project, setProject] = useState("");
  const [kind, setKind] = useState("");
  const [body, setBody] = useState("");
  const [tonnes, setTonnes] = useState("");
  const [document, setDocument] = useState<EvidenceKept>();
  const apply = useCommand<unknown>("ApplyForSupport");
  const words = (list: readonly WordChoice[], value: string) => say(list.find((o) => o.value === value)?.title, language);
  const result = (item: SupportView["items"][number]) => (!item.decided ? t("supportWaits") : item.approved ? t("supportGranted") : t("supportRefused", { ground: item.ground }));
  const ready = project && kind && body && tonnes && document;
  return (
    <>
      <PageHead title={t("supportTitle")} lead={t("supportLead")} />
      <ProblemNotice problem={error} />
      {!data && !error && <Loading />}
      {data && (
        <>
          {data.items.length === 0 ? (
            <p>{t("supportNone")}</p>
          ) : (
            <div className="s-scroll s-cards-below" tabIndex={0} role="region" aria-label={t("supportTitle")}>
              <Table size="md" aria-label={t("supportTitle")}>
                <TableHead>
                  <TableRow>
                    <TableHeader>{t("supportCase")}</TableHeader>
                    <TableHeader>{t("supportKind")}</TableHeader>
                    <TableHeader>{t("date")}</TableHeader>
                    <TableHeader>{t("supportResult")}</TableHeader>
                  </TableRow>
                </TableHead>
                <TableBody>
                  {data.items.map((item) => (
                    <TableRow key={`${item.project}${item.kind}`}>
                      <TableCell data-label={t("supportCase")}>{item.title}</TableCell>
                      <TableCell data-label={t("supportKind")}>{words(data.kinds, item.kind)}</TableCell>
                      <TableCell data-label={t("date")}>
                        <DateText date={item.applied_on} />
                      </TableCell>
                      <TableCell data-label={t("supportResult")}>{result(item)}</TableCell>
                    </TableRow>
                  ))}
                </TableBody>
              </Table>
            </div>
          )}
          <section className="s-section s-narrow s-stack">
            <h2>{t("supportApply")}</h2>
            <Select id="support-case" labelText={t("supportCase")} value={project} onChange={(event) => setProject(event.target.value)}>
              <SelectItem value="" text={t("chooseVerifier")} />
              {cases.items.map((c) => (
                <SelectItem key={c.project.project} value={c.project.project} text={c.project.title} />
              ))}
            </Select>
            <Choice id="support-kind" name={t("supportKind")} all={data.kinds} value={kind} set={setKind} />
            <Choice id="support-body" name={t("supportBody")} all={data.bodies} value={body} set={setBody} />
            <TextInput id="support-tonnes" labelText={t("supportTonnes")} inputMode="numeric" value={tonnes} onChange={(event) => setTonnes(event.target.value)} />
            <EvidenceUpload name={t("supportDocument")} onKept={setDocument} />
            <Button disabled={!ready || apply.isPending} onClick={() => apply.mutate({ project: Number(project), kind, body, tonnes_per_year: Number(tonnes), document: document?.hash })}>
              {t("supportApply")}
            </Button>
            <ProblemNotice problem={apply.error} />
            {apply.data && <p role="status">{t("done", { entry: apply.data.entry })}</p>}
          </section>
        </>
      )}
      <NextStep text={t("supportNext")} steps={[{ action: t("openCase"), to: "/cases" }]} />
    </>
  );
}

function Choice({ id, name, all, value, set }: { id: string; name: string; all: readonly WordChoice[]; value: string; set: (value: string) => void }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  return (
    <Select id={id} labelText={name} value={value} onChange={(event) => set(event.target.value)}>
      <SelectItem value="" text={t("chooseVerifier")} />
      {all.map((o) => (
        <SelectItem key={o.value} value={o.value} text={say(o.title, language)} />
      ))}
    </Select>
  );
}
