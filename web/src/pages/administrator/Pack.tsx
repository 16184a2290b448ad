import { Accordion, AccordionItem, Select, SelectItem } from "@carbon/react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useParams } from "react-router-dom";
import { send } from "../../api/client";
import type { Problem } from "../../api/problem";
import { useGet } from "../../api/queries";
import { useSession } from "../../api/session";
import { useLanguage, useTexts } from "../../i18n/language";
import { say } from "../../i18n/texts";
import { Tonnes } from "../../parts/Amounts";
import { Loading } from "../../parts/Loading";
import { NextStep } from "../../parts/NextStep";
import { Notice } from "../../parts/Notice";
import { PageHead } from "../../parts/PageHead";
import { ProblemNotice } from "../../parts/ProblemNotice";
import { originTexts } from "../../parts/originTexts";
import type { PackChange } from "./api";
import { texts } from "./texts";

export default function Pack() {
  const t = useTexts(texts);
  const o = useTexts(originTexts);
  const { language } = useLanguage();
  const { hash } = useParams();
  const client = useQueryClient();
  const { session } = useSession();
  // As whom one may adopt: the server decides, this only lists where one is of a ministry.
  const authorities = session?.organisations.filter((one) => one.roles.includes("ministry")) ?? [];
  const [chosen, setChosen] = useState("");
  const authority = chosen || String(authorities[0]?.id ?? "");
  const { data, error } = useGet<PackChange>(`/administration/packs/${hash}`);
  const adopt = useMutation<{ entry: number; adoption: number }, Problem>({
    mutationFn: () => send("POST", `/administration/packs/${hash}/adopt`, { authority: Number(authority) || undefined }, { once: true }),
    onSuccess: () => void client.invalidateQueries(),
  });
  if (!data) {
    return (
      <>
        <PageHead title={t("packsTitle")} />
        {error ? <ProblemNotice problem={error} /> : <Loading />}
        <NextStep text={t("packsNext")} steps={[{ action: t("toPacks"), to: "/administration/packs" }]} />
      </>
    );
  }
  const { pack } = data;
  const obstacle = say(data.obstacle, language);
  return (
    <>
      <PageHead
        title={t("packTitle", { family: pack.family, edition: pack.edition })}
        lead={pack.edition_in_force ? t("packLead", { before: pack.edition_in_force }) : t("packNew")}
      />
      {obstacle && <Notice kind="bad" title={t("packBad")} text={obstacle} />}
      <NextStep
        text={t(pack.in_force ? "packInForce" : obstacle ? "packBad" : "packNext")}
        steps={
          pack.in_force || obstacle
            ? [{ action: t("toPacks"), to: "/administration/packs" }]
            : [
                { action: t("adopt"), onClick: () => adopt.mutate(), disabled: adopt.isPending || adopt.isSuccess },
                { action: t("toPacks"), to: "/administration/packs" },
              ]
        }
      />
      {!pack.in_force && !obstacle && authorities.length > 0 && (
        <div className="s-narrow">
          <Select id="adopt-authority" labelText={t("adoptAs")} value={authority} onChange={(event) => setChosen(event.target.value)}>
            {authorities.map((one) => (
              <SelectItem key={one.id} value={one.id} text={one.name} />
            ))}
          </Select>
        </div>
      )}
      {!pack.in_force && authorities.length === 0 && <p>{t("adoptNobody")}</p>}
      <ProblemNotice problem={adopt.error} />
      {adopt.data && <p role="status">{t("adopted", { entry: adopt.data.entry, adoption: adopt.data.adoption })}</p>}
      <section className="s-section">
        <h2>{t("changes")}</h2>
        {data.sections.length === 0 && <p>{t("noChanges")}</p>}
        <Accordion>
          {data.sections.map((section) => (
            <AccordionItem key={section.name} title={`${section.name} (${t("counts", { added: section.added, removed: section.removed, changed: section.changed })})`}>
              {section.things.map((thing) => (
                <div key={`${thing.change}${thing.name}`}>
                  <h3>{`${thing.name} (${t(thing.change)})`}</h3>
                  <dl className="s-values">
                    {thing.fields.map((field) => [
                      <dt key={`${field.name}-name`}>{field.name}</dt>,
                      <dd key={field.name}>
                        {thing.change === "changed" ? (
                          <>
                            <del className="s-code">{field.before || "-"}</del> <ins className="s-code">{field.after || "-"}</ins>
                          </>
                        ) : (
                          <span className="s-code">{field.after || field.before}</span>
                        )}
                      </dd>,
                    ])}
                  </dl>
                </div>
              ))}
            </AccordionItem>
          ))}
        </Accordion>
      </section>
      <section className="s-section">
        <h2>{t("touched")}</h2>
        {data.projects.length === 0 && <p>{t("touchedNone")}</p>}
        {data.projects.map((project) => (
          <div key={project.project} className="s-stack">
            <h3>
              <Link to={`/projects/${project.project}`}>{project.title}</Link>
            </h3>
            <p>{t(project.keeps ? "keeps" : "keepsNot")}</p>
            <dl className="s-values">
              {project.lines.map((line, i) => [
                <dt key={`n${i}`}>{t("certificationLine", { number: String(line.certification), methodology: line.methodology, vintage: line.vintage })}</dt>,
                <dd key={`v${i}`}>
                  {t("certified")} <Tonnes amount={line.certified} from={{ text: o("lineCertified"), to: { path: `/projects/${project.project}`, name: project.title } }} /> / {t("underNew")}{" "}
                  <Tonnes amount={line.under_new} from={{ text: o("underNew"), to: { path: `/rulebook/methodologies/${line.methodology}`, name: line.methodology } }} />
                </dd>,
              ])}
            </dl>
            {say(project.reason, language) && <p className="s-source">{t("reasonMissing", { reason: say(project.reason, language) })}</p>}
          </div>
        ))}
      </section>
    </>
  );
}
