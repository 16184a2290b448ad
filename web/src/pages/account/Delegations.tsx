// Who acts in one's stead, in which role and until when; and what was lent to oneself.
import { Button, Form, Select, SelectItem, Table, TableBody, TableCell, TableHead, TableHeader, TableRow, Tag, TextInput } from "@carbon/react";
import { useState, type FormEvent } from "react";
import { get } from "../../api/client";
import { asProblem, type Problem } from "../../api/problem";
import { useCommand, useGet } from "../../api/queries";
import { useLanguage, useTexts } from "../../i18n/language";
import { DayField } from "../../parts/DayField";
import { DateText } from "../../parts/Amounts";
import { EmptyState } from "../../parts/DataTable";
import { Loading } from "../../parts/Loading";
import { NextStep } from "../../parts/NextStep";
import { PageHead } from "../../parts/PageHead";
import { ProblemNotice } from "../../parts/ProblemNotice";
import { roleWord } from "../auditor/words";
import { delegationTexts } from "./settingsTexts";

interface Person {
  person: string;
  login: string;
  name: string;
}
interface Delegation {
  delegation: number;
  organisation?: number;
  organisation_name: string;
  to: Person;
  by: Person;
  role: string;
  from: string;
  until: string;
  ended: boolean;
  in_force: boolean;
  own: boolean;
  may_end: boolean;
}
interface Answer {
  items: Delegation[];
  roles: string[];
  organisation?: number;
  today: string;
}

export default function Delegations() {
  const t = useTexts(delegationTexts);
  const { data, error, refetch } = useGet<Answer>("/account/delegations");
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} />
      <ProblemNotice problem={error} again={() => void refetch()} />
      {!data && !error && <Loading />}
      {data && (
        <>
          <NextStep text={t(data.roles.length > 0 ? "next" : "nextNothing")} steps={[{ action: t("toInbox"), to: "/inbox" }]} />
          <section className="s-section">
            <h2>{t("list")}</h2>
            {data.items.length === 0 ? <EmptyState empty={{ title: t("none"), text: t(data.roles.length > 0 ? "noneText" : "nextNothing") }} /> : <Listed items={data.items} />}
          </section>
          {data.roles.length > 0 && (
            <section className="s-section">
              <h2>{t("give")}</h2>
              <Give answer={data} />
            </section>
          )}
        </>
      )}
    </>
  );
}

function Listed({ items }: { items: readonly Delegation[] }) {
  const t = useTexts(delegationTexts);
  const { language } = useLanguage();
  const end = useCommand<{ delegation: number }>("EndDelegation");
  return (
    <>
      <ProblemNotice problem={end.error} />
      <div className="s-scroll s-cards-below" tabIndex={0} role="region" aria-label={t("list")}>
        <Table size="lg" aria-label={t("list")}>
          <TableHead>
            <TableRow>
              {(["to", "role", "organisation", "days", "by", "state", "act"] as const).map((key) => (
                <TableHeader key={key}>{t(key)}</TableHeader>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {items.map((one) => (
              <TableRow key={one.delegation}>
                <TableCell data-label={t("to")}>{one.own ? t("you", { name: one.to.name || one.to.login }) : one.to.name || one.to.login}</TableCell>
                <TableCell data-label={t("role")}>{roleWord(one.role, language)}</TableCell>
                <TableCell data-label={t("organisation")}>{one.organisation_name}</TableCell>
                <TableCell data-label={t("days")}>
                  <DateText date={one.from} /> - <DateText date={one.until} />
                </TableCell>
                <TableCell data-label={t("by")}>{one.by.name || one.by.login}</TableCell>
                <TableCell data-label={t("state")}>
                  <Tag type={one.in_force ? "green" : "gray"}>{t(one.ended ? "ended" : one.in_force ? "inForce" : "notNow")}</Tag>
                </TableCell>
                <TableCell data-label={t("act")}>
                  {one.may_end && (
                    <Button size="sm" kind="danger--ghost" disabled={end.isPending} onClick={() => end.mutate({ delegation: one.delegation })}>
                      {t("end")}
                    </Button>
                  )}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </div>
    </>
  );
}

function Give({ answer }: { answer: Answer }) {
  const t = useTexts(delegationTexts);
  const { language } = useLanguage();
  const [login, setLogin] = useState("");
  const [role, setRole] = useState(answer.roles.length === 1 ? answer.roles[0]! : "");
  const [from, setFrom] = useState(answer.today);
  const [until, setUntil] = useState("");
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [to, setTo] = useState<Person>();
  const give = useCommand<Record<string, unknown>>("Delegate");
  const go = async () => {
    setTried(true);
    setProblem(undefined);
    if (!login.trim() || !role || !from || !until) return;
    try {
      const person = await get<Person>("/account/delegations/person", { login: login.normalize("NFKC").trim() });
      setTo(person);
      give.mutate({ organisation: answer.organisation, person: person.person, role, from, until }, { onSuccess: () => (setLogin(""), setTried(false)) });
    } catch (error) {
      setProblem(asProblem(error));
    }
  };
  const day = (id: string, name: string, value: string, change: (value: string) => void) => (
    <DayField id={id} label={name} value={value} change={change} wrong={tried && !value ? t("missing") : undefined} />
  );
  return (
    <Form
      className="s-narrow s-stack"
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void go();
      }}
    >
      <TextInput
        id="delegate-login"
        labelText={t("login")}
        helperText={t("loginHelp")}
        autoCapitalize="none"
        spellCheck={false}
        value={login}
        invalid={tried && !login.trim()}
        invalidText={t("missing")}
        onChange={(event) => setLogin(event.target.value)}
      />
      <Select id="delegate-role" labelText={t("role")} value={role} invalid={tried && !role} invalidText={t("missing")} onChange={(event) => setRole(event.target.value)}>
        <SelectItem value="" text={t("choose")} />
        {answer.roles.map((one) => (
          <SelectItem key={one} value={one} text={roleWord(one, language)} />
        ))}
      </Select>
      {day("delegate-from", t("from"), from, setFrom)}
      {day("delegate-until", t("until"), until, setUntil)}
      <ProblemNotice problem={problem ?? give.error} again={() => void go()} />
      {give.isSuccess && to && (
        <p className="s-notice s-notice-good" role="status">
          {t("done", { name: to.name || to.login })}
        </p>
      )}
      <div className="s-row">
        <Button type="submit" size="md" disabled={give.isPending}>
          {t("give")}
        </Button>
      </div>
    </Form>
  );
}
