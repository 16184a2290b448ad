// Two members that have a key in common, side by side; a person decides.
import { Button, Tag, TextInput, Tile } from "@carbon/react";
import { useState } from "react";
import { useParams } from "react-router-dom";
import { useCommand, useGet } from "../../api/queries";
import { useLanguage, useTexts } from "../../i18n/language";
import { say } from "../../i18n/texts";
import { EmptyState } from "../../parts/DataTable";
import { Loading } from "../../parts/Loading";
import { NextStep } from "../../parts/NextStep";
import { PageHead } from "../../parts/PageHead";
import { ProblemNotice } from "../../parts/ProblemNotice";
import type { MemberMatch, MemberView } from "./api";
import { periodText } from "../../parts/values";
import { texts } from "./memberTexts";

export default function Matches() {
  const t = useTexts(texts);
  const { project } = useParams();
  const { data, error } = useGet<{ items: MemberMatch[] }>(`/proponent/cases/${project}/matches`);
  return (
    <>
      <PageHead title={t("matchesTitle")} lead={t("matchesLead")} />
      <ProblemNotice problem={error} />
      {!data && !error && <Loading />}
      {data?.items.length === 0 && <EmptyState empty={{ title: t("matchesNone"), text: t("matchesNoneText") }} />}
      <div className="s-stack">
        {data?.items.map((match) => (
          <Match key={match.match} match={match} project={Number(project)} />
        ))}
      </div>
      <NextStep text={t("nextMatch")} steps={[{ action: t("toMembers"), to: `/cases/${project}/members` }]} />
    </>
  );
}

function Match({ match, project }: { match: MemberMatch; project: number }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const [ground, setGround] = useState("");
  const decide = useCommand<{ project: number; match: number; decision: "distinct" | "duplicate"; ground: string }>("DecideMatch");
  const decided = match.decision === "distinct" || match.decision === "duplicate" ? match.decision : undefined;
  return (
    <article className="s-finding">
      <Tag type={match.open ? "red" : "gray"}>{say(match.kind_words, language)}</Tag>
      <div className="s-two">
        <MemberTile name={t("thisMember")} member={match.member} />
        {match.other ? (
          <MemberTile name={`${t("otherMember")} (${t("otherProject", { project: match.other_project })})`} member={match.other} />
        ) : (
          <Tile>
            <h3>{t("otherMember")}</h3>
            <p>{t("otherHidden")}</p>
          </Tile>
        )}
      </div>
      {decided && <p>{t("decidedAs", { decision: t(decided), ground: match.ground })}</p>}
      {match.open && (
        <div className="s-stack-small">
          <TextInput id={`ground-${match.match}`} labelText={t("ground")} value={ground} onChange={(event) => setGround(event.target.value)} />
          <div className="s-row">
            {(["distinct", "duplicate"] as const).map((decision) => (
              <Button key={decision} size="md" kind="tertiary" disabled={decide.isPending} onClick={() => decide.mutate({ project, match: match.match, decision, ground })}>
                {t(decision)}
              </Button>
            ))}
          </div>
          <ProblemNotice problem={decide.error} />
        </div>
      )}
    </article>
  );
}

function MemberTile({ name, member }: { name: string; member: MemberView }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const rows: readonly (readonly [string, string])[] = [
    [t("member"), member.own],
    [t("name"), member.erased ? t("erased") : member.name],
    [t("address"), member.address],
    [t("applied"), member.applied_on],
    [t("period"), periodText(member.period, language)],
  ];
  return (
    <Tile>
      <h3>{name}</h3>
      <dl className="s-values">{rows.map(([term, value]) => [<dt key={`${term}-term`}>{term}</dt>, <dd key={term}>{value}</dd>])}</dl>
    </Tile>
  );
}
