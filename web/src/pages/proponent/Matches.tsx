// Two members that have a key in common, side by side; a person decides.
import { Button, Select, SelectItem, Tag, TextInput, Tile } from "@carbon/react";
import { useState } from "react";
import { useParams } from "react-router-dom";
import { useCommand, useGet } from "../../api/queries";
import { useSession } from "../../api/session";
import { useLanguage, useTexts } from "../../i18n/language";
import { say } from "../../i18n/texts";
import type { Option } from "../../parts/CommandForm";
import { EmptyState } from "../../parts/DataTable";
import { useGrounds } from "../../parts/grounds";
import { Loading } from "../../parts/Loading";
import { NextStep } from "../../parts/NextStep";
import { PageHead } from "../../parts/PageHead";
import { ProblemNotice } from "../../parts/ProblemNotice";
import type { MemberMatch, MemberView } from "./api";
import { dateText, periodText } from "../../parts/values";
import { texts } from "./memberTexts";

export default function Matches() {
  const t = useTexts(texts);
  const { project } = useParams();
  const { session } = useSession();
  // The scheme lets the secretariat decide; everybody else sees what waits and why.
  const decides = session?.roles.includes("secretariat") ?? false;
  const { data, error } = useGet<{ items: MemberMatch[] }>(`/proponent/cases/${project}/matches`);
  const grounds = useGrounds("jcredit-registry/committee_grounds") ?? [];
  const open = data?.items.filter((match) => match.open).length ?? 0;
  return (
    <>
      <PageHead title={t("matchesTitle")} lead={t("matchesLead")} />
      {data && (
        <NextStep
          text={open === 0 ? t("nextMatchNone") : decides ? t("nextMatch", { count: open }) : t("nextMatchOthers", { count: open })}
          steps={[decides ? { action: t("toInbox"), to: "/inbox" } : { action: t("toMembers"), to: `/cases/${project}/members` }, { action: t("toCase"), to: `/cases/${project}` }]}
        />
      )}
      <ProblemNotice problem={error} />
      {!data && !error && <Loading />}
      {data?.items.length === 0 && <EmptyState empty={{ title: t("matchesNone"), text: t("matchesNoneText") }} />}
      <div className="s-stack">
        {data?.items.map((match) => (
          <Match key={match.match} match={match} project={Number(project)} grounds={grounds} decides={decides} />
        ))}
      </div>
    </>
  );
}

// Who does not decide looks at it only.
function Match({ match, project, grounds, decides }: { match: MemberMatch; project: number; grounds: readonly Option[]; decides: boolean }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const [ground, setGround] = useState("");
  const [tonnes, setTonnes] = useState("0");
  const decide = useCommand<{ project: number; match: MemberMatch["match"]; decision: "distinct" | "duplicate"; ground: string; tonnes: string }>("DecideMatch");
  const groundText = (key: string) => grounds.find((one) => one.value === key)?.name ?? key;
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
      {decided && <p>{t("decidedAs", { decision: t(decided), ground: groundText(match.ground) })}</p>}
      {match.open && decides && (
        <div className="s-stack-small s-narrow">
          <Select id={`ground-${match.match}`} labelText={t("ground")} value={ground} onChange={(event) => setGround(event.target.value)}>
            <SelectItem value="" text={t("chooseGround")} />
            {grounds.map((one) => (
              <SelectItem key={one.value} value={one.value} text={one.name} />
            ))}
          </Select>
          <TextInput id={`tonnes-${match.match}`} labelText={t("issuedFor")} helperText={t("issuedForHelp")} inputMode="numeric" value={tonnes} onChange={(event) => setTonnes(event.target.value)} />
          <div className="s-row">
            {(["distinct", "duplicate"] as const).map((decision) => (
              <Button key={decision} size="md" kind="tertiary" disabled={decide.isPending || !ground} onClick={() => decide.mutate({ project, match: match.match, decision, ground, tonnes: tonnes.normalize("NFKC").replaceAll(",", "").trim() || "0" })}>
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
    [t("applied"), dateText(member.applied_on, language)],
    [t("period"), periodText(member.period, language)],
  ];
  return (
    <Tile>
      <h3>{name}</h3>
      <dl className="s-values">{rows.map(([term, value]) => [<dt key={`${term}-term`}>{term}</dt>, <dd key={term}>{value}</dd>])}</dl>
    </Tile>
  );
}
