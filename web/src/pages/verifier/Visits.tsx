// Site visits, and the samples of a programme's members with the seed from which anybody can draw them again.
import { Button, Tag, TextInput } from "@carbon/react";
import { useState } from "react";
import { useLanguage, useTexts } from "../../i18n/language";
import { DateText, PeriodText } from "../../parts/Amounts";
import { CommandForm } from "../../parts/CommandForm";
import { EmptyState } from "../../parts/DataTable";
import { hexOf } from "../../receipt/bytes";
import type { Review, Sample } from "./model";
import { texts } from "./texts";

const bytes = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));

export function Visits({ data, keep }: { data: Review; keep: string }) {
  const t = useTexts(texts);
  const [recording, setRecording] = useState(false);
  const { project, report, change, open } = data.review;
  const programme = data.head.project.type === "programme";
  return (
    <>
      <section className="s-section s-stack">
        <h2>{t("visits")}</h2>
        {data.visits.length === 0 && <EmptyState empty={{ title: t("visitsNone"), text: t("visitsNoneText") }} />}
        <ul className="s-list">
          {data.visits.map((visit) => (
            <li key={visit.visit}>
              <DateText date={visit.visited_on} /> {visit.remote ? t("remote") : t("onSite")} {visit.members.length > 0 && t("membersVisited", { count: visit.members.length })}
            </li>
          ))}
        </ul>
        {open && !recording && (
          <Button size="md" kind="tertiary" onClick={() => setRecording(true)}>
            {t("recordVisit")}
          </Button>
        )}
        {open && recording && (
          <CommandForm
            command="RecordSiteVisit"
            fixed={{ project, report, change }}
            fields={[
              { id: "visited_on", name: t("visitedOn"), kind: "day" },
              { id: "remote", name: t("visitHow"), kind: "yes_no", yes: t("remote"), no: t("onSite") },
              ...(programme ? [{ id: "members", name: t("membersOfVisit"), kind: "text" as const, optional: true, help: t("membersHelp") }] : []),
              { id: "record", name: t("visitRecord"), kind: "document", keep },
            ]}
            shape={(body) => ({ ...body, members: String(body.members ?? "").split(/[\s,、]+/).filter(Boolean).map(Number) })}
            submit={t("recordVisit")}
            onDone={() => setRecording(false)}
          />
        )}
      </section>
      {programme && (
        <section className="s-section s-stack">
          <h2>{t("samples")}</h2>
          <p className="s-prose">{t("samplesText")}</p>
          {data.samples.length === 0 && <EmptyState empty={{ title: t("samplesNone"), text: t("samplesNoneText") }} />}
          {data.samples.map((sample) => (
            <SampleCard key={sample.list} project={project} sample={sample} />
          ))}
          {open && data.review.period && <FixList project={project} period={data.review.period} />}
        </section>
      )}
    </>
  );
}

function SampleCard({ project, sample }: { project: number; sample: Sample }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  return (
    <article className="s-rule" aria-label={t("sampleNumber", { number: sample.list })}>
      <div className="s-row">
        <strong>{t("sampleNumber", { number: sample.list })}</strong>
        <Tag type={sample.drawn ? "green" : "gray"}>{sample.drawn ? t("drawn") : t("notDrawn")}</Tag>
      </div>
      <dl className="s-values">
        <dt>{t("fixedBy")}</dt>
        <dd>
          {sample.by.name} <DateText date={sample.fixed_on} />
        </dd>
        <dt>{t("period")}</dt>
        <dd>
          <PeriodText period={sample.period} />
        </dd>
        <dt>{t("population")}</dt>
        <dd>{sample.population.toLocaleString(language)}</dd>
        <dt>{t("commitment")}</dt>
        <dd>
          <code className="s-code">{sample.seed_commitment}</code>
        </dd>
        {sample.drawn && (
          <>
            <dt>{t("seed")}</dt>
            <dd>
              <code className="s-code">{sample.seed}</code> <Tag type={sample.seed_fits ? "green" : "red"}>{sample.seed_fits ? t("seedFits") : t("seedWrong")}</Tag>
            </dd>
            <dt>{t("sample")}</dt>
            <dd>
              {sample.sample.join(", ")} <Tag type={sample.drawn_again ? "green" : "red"}>{sample.drawn_again ? t("drawnAgain") : t("drawnOther")}</Tag>
            </dd>
          </>
        )}
      </dl>
      {sample.own && <Draw project={project} sample={sample} />}
    </article>
  );
}

interface Stratum {
  list: string;
  size: string;
}
// One sample of all members, or one of each list of them: houses apart from flats, say.
function Draw({ project, sample }: { project: number; sample: Sample }) {
  const t = useTexts(texts);
  const [strata, setStrata] = useState<readonly Stratum[]>([{ list: "", size: "" }]);
  const set = (at: number, change: Partial<Stratum>) => setStrata((all) => all.map((one, i) => (i === at ? { ...one, ...change } : one)));
  const scope = `stratum-${sample.list}`;
  return (
    <CommandForm
      command="DrawSample"
      fixed={{ project, list: sample.list }}
      fields={[{ id: "seed", name: t("seed"), kind: "text", help: t("seedHelp"), initial: localStorage.getItem(`sumi-seed-${sample.seed_commitment}`) ?? undefined }]}
      shape={(body) => ({ ...body, strata: strata.map((one) => ({ list: one.list.trim(), size: Number(one.size.normalize("NFKC")) })) })}
      submit={t("draw")}
    >
      <fieldset className="cds--fieldset s-stack">
        <legend className="cds--label">{t("strata")}</legend>
        {strata.map((one, i) => (
          <div key={i} className="s-row">
            <TextInput id={`${scope}-list-${i}`} labelText={t("stratumList", { number: i + 1 })} helperText={t("stratumListHelp")} value={one.list} onChange={(event) => set(i, { list: event.target.value })} />
            <TextInput id={`${scope}-size-${i}`} labelText={t("stratumSize", { number: i + 1 })} inputMode="numeric" value={one.size} onChange={(event) => set(i, { size: event.target.value })} />
            {strata.length > 1 && (
              <Button size="md" kind="ghost" onClick={() => setStrata((all) => all.filter((_, k) => k !== i))}>
                {t("stratumRemove", { number: i + 1 })}
              </Button>
            )}
          </div>
        ))}
        <div>
          <Button size="md" kind="tertiary" onClick={() => setStrata((all) => [...all, { list: "", size: "" }])}>
            {t("stratumAdd")}
          </Button>
        </div>
      </fieldset>
    </CommandForm>
  );
}

// The list is fixed with a commitment to a seed that this browser makes and shows: it must be kept until the sample is drawn.
function FixList({ project, period }: { project: number; period: string }) {
  const t = useTexts(texts);
  const [seed, setSeed] = useState<string>();
  const [commitment, setCommitment] = useState<string>();
  const make = async () => {
    const made = crypto.getRandomValues(new Uint8Array(32));
    const committed = hexOf(new Uint8Array(await crypto.subtle.digest("SHA-256", Uint8Array.from([5, ...made]))));
    localStorage.setItem(`sumi-seed-${committed}`, hexOf(made));
    setSeed(hexOf(bytes(hexOf(made))));
    setCommitment(committed);
  };
  if (!seed || !commitment) {
    return (
      <Button size="md" kind="tertiary" onClick={() => void make()}>
        {t("fixList")}
      </Button>
    );
  }
  return (
    <div className="s-stack">
      <p className="s-prose">{t("keepSeed")}</p>
      <code className="s-code">{seed}</code>
      <CommandForm command="FixMemberList" fixed={{ project, period, purpose: "verification", seed_commitment: commitment }} fields={[]} submit={t("fixList")} onDone={() => setSeed(undefined)} />
    </div>
  );
}
