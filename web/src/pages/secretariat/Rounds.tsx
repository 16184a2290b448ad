// The committee's rounds, what waits for one, and how a round is opened.
import { Button, Checkbox, NumberInput, Tag } from "@carbon/react";
import { useState } from "react";
import { Link, useNavigate } from "react-router-dom";
import { useCommand, useGet } from "../../api/queries";
import { useSession } from "../../api/session";
import { useLanguage, useTexts } from "../../i18n/language";
import { say } from "../../i18n/texts";
import { DateText } from "../../parts/Amounts";
import { EmptyState } from "../../parts/DataTable";
import { Loading } from "../../parts/Loading";
import { NextStep } from "../../parts/NextStep";
import { PageHead } from "../../parts/PageHead";
import { Words } from "../../parts/Term";
import { DayField } from "../../parts/DayField";
import { ProblemNotice } from "../../parts/ProblemNotice";
import type { Rounds as RoundsAnswer } from "./model";
import { texts } from "./texts";

export default function Rounds() {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const { session } = useSession();
  const navigate = useNavigate();
  const { data, error, isPending, refetch } = useGet<RoundsAnswer>("/rounds");
  if (isPending) return <Loading />;
  if (!data) {
    return (
      <>
        <PageHead title={t("roundsTitle")} />
        <ProblemNotice problem={error} again={() => void refetch()} />
      </>
    );
  }
  const secretariat = session?.roles.includes("secretariat");
  const open = data.items.find((one) => one.open);
  return (
    <>
      <PageHead title={t("roundsTitle")} lead={t("roundsLead")} />
      <Words words={["committee", "docket", "quorum"]} />
      {open ? (
        <NextStep text={t("roundsNextOpen", { round: open.round, count: open.undecided })} steps={[{ action: t("toDocket", { round: open.round }), to: `/rounds/${open.round}` }]} />
      ) : (
        <NextStep text={data.waiting.length > 0 ? t("roundsNextWaiting", { count: data.waiting.length }) : t("roundsNextNothing")} />
      )}
      <section className="s-section">
        <h2>{t("roundsTitle")}</h2>
        {data.items.length === 0 && <EmptyState empty={{ title: t("roundsNone"), text: t("roundsNoneText") }} />}
        <ul className="s-list">
          {data.items.map((one) => (
            <li key={one.round}>
              <Link to={`/rounds/${one.round}`}>{t("roundNumber", { round: one.round })}</Link> <DateText date={one.held_on} />{" "}
              <Tag type={one.open ? "blue" : "gray"}>{one.open ? t("open") : t("closed")}</Tag> {t("itemsOf", { count: one.items, undecided: one.undecided })}
            </li>
          ))}
        </ul>
      </section>
      <section className="s-section">
        <h2>{t("waitingTitle")}</h2>
        {data.waiting.length === 0 && <EmptyState empty={{ title: t("waitingNone"), text: t("waitingNoneText") }} />}
        <ul className="s-list">
          {data.waiting.map((one) => (
            <li key={`${one.kind} ${one.project} ${one.report} ${one.change} ${one.proposal}`}>
              {say(one.kind_words, language)}: {secretariat && one.project ? <Link to={one.report ? `/secretariat/cases/${one.project}/reports/${one.report}` : `/secretariat/cases/${one.project}`}>{one.title}</Link> : one.title}{" "}
              {one.due && <DateText date={one.due} />} {one.overdue && <Tag type="red">{t("overdue")}</Tag>}
            </li>
          ))}
        </ul>
      </section>
      {secretariat && <OpenRound data={data} done={(round) => navigate(`/rounds/${round}`)} />}
    </>
  );
}

function OpenRound({ data, done }: { data: RoundsAnswer; done: (round: number) => void }) {
  const t = useTexts(texts);
  const [round, setRound] = useState(data.next_round);
  const [day, setDay] = useState("");
  const [present, setPresent] = useState<string[]>(() => data.committee.map((one) => one.person));
  // No published text names a quorum: the round before gives it, and for a first one it is to be written.
  const [quorum, setQuorum] = useState<number | "">(data.items[0]?.quorum ?? "");
  const open = useCommand<Record<string, unknown>>("OpenRound");
  const spin = (id: string) => t(id === "increment.number" ? "oneMore" : "oneLess");
  const send = () => open.mutate({ round, held_on: day, quorum, members: present }, { onSuccess: () => done(round) });
  return (
    <section className="s-section s-narrow s-stack">
      <h2>{t("openRound")}</h2>
      <NumberInput id="round" label={t("roundLabel")} helperText={t("roundHelp")} min={1} translateWithId={spin} value={round} onChange={(_, { value }) => setRound(Number(value))} />
      <DayField id="held-on" label={t("heldOn")} value={day} change={setDay} />
      <fieldset className="cds--fieldset">
        <legend className="cds--label">{t("membersPresent")}</legend>
        {data.committee.length === 0 && <p>{t("committeeNone")}</p>}
        {data.committee.map((one) => (
          <Checkbox
            key={one.person}
            id={`present-${one.person}`}
            labelText={one.name}
            checked={present.includes(one.person)}
            onChange={(_, { checked }) => setPresent((all) => (checked ? [...all, one.person] : all.filter((p) => p !== one.person)))}
          />
        ))}
      </fieldset>
      <NumberInput id="quorum" label={t("quorum")} min={1} translateWithId={spin} value={quorum} onChange={(_, { value }) => setQuorum(value === "" ? "" : Number(value))} helperText={t("quorumHelp")} allowEmpty />
      <ProblemNotice problem={open.error} again={send} />
      <Button size="md" disabled={!day || !quorum || present.length === 0 || open.isPending} onClick={send}>
        {t("openRound")}
      </Button>
      {(!day || !quorum) && <p className="s-source">{t("heldOnHelp")}</p>}
    </section>
  );
}

