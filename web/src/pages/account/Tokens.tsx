// Tokens with which programs act in one's stead: made for a scope and until a day, shown once, listed, revoked.
import { Button, Checkbox, Form, Select, SelectItem, Tag, TextInput } from "@carbon/react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { send } from "../../api/client";
import type { Problem } from "../../api/problem";
import { useCursorList, useGet } from "../../api/queries";
import { useSession } from "../../api/session";
import { useLanguage, useTexts } from "../../i18n/language";
import { say } from "../../i18n/texts";
import { DateText } from "../../parts/Amounts";
import { DataTable } from "../../parts/DataTable";
import { NextStep } from "../../parts/NextStep";
import { PageHead } from "../../parts/PageHead";
import { ProblemNotice } from "../../parts/ProblemNotice";
import { actWord } from "../auditor/words";
import { tokenTexts } from "./settingsTexts";

interface Token {
  id: number;
  name: string;
  organisation?: number;
  scopes: string[];
  made: string;
  until: string;
  last_used?: string;
  revoked: boolean;
  text: string;
}
interface Rights {
  commands: { command: string; roles: string[]; second_factor: boolean }[];
}

export default function Tokens() {
  const t = useTexts(tokenTexts);
  const { language } = useLanguage();
  const { session } = useSession();
  const client = useQueryClient();
  const list = useCursorList<Token>("/account/tokens");
  const again = () => void client.invalidateQueries({ queryKey: ["list", "/account/tokens"] });
  const revoke = useMutation<void, Problem, number>({ mutationFn: (id) => send("DELETE", `/account/tokens/${id}`), onSuccess: again });
  const scopeWord = (scope: string) => (scope === "read" ? t("read") : scope === "commands" ? t("commands") : scope === "audit" ? t("audit") : actWord(scope, language));
  const stateOf = (one: Token) => (one.revoked ? "revoked" : Date.parse(one.until) < Date.now() ? "over" : "valid");
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} />
      <NextStep text={t("next")} steps={[{ action: t("toApi"), to: "/api" }]} />
      <section className="s-section">
        <h2>{t("list")}</h2>
        <ProblemNotice problem={revoke.error} />
        <DataTable
          name={t("list")}
          list={list}
          files={[]}
          keyOf={(one) => one.id}
          empty={{ title: t("none"), text: t("noneText") }}
          columns={[
            { id: "name", name: t("name"), cell: (one) => one.name },
            { id: "scope", name: t("scope"), cell: (one) => one.scopes.map(scopeWord).join(" / ") },
            { id: "organisation", name: t("organisation"), cell: (one) => session?.organisations.find((o) => o.id === (one.organisation ?? 0))?.name ?? "-" },
            { id: "made", name: t("madeOn"), cell: (one) => <DateText date={one.made} /> },
            { id: "used", name: t("lastUsed"), cell: (one) => (one.last_used ? <DateText date={one.last_used} /> : t("never")) },
            { id: "ends", name: t("ends"), cell: (one) => <DateText date={one.until} /> },
            { id: "state", name: t("state"), cell: (one) => <Tag type={stateOf(one) === "valid" ? "green" : "gray"}>{t(stateOf(one))}</Tag> },
            {
              id: "act",
              name: t("act"),
              cell: (one) =>
                stateOf(one) === "valid" && (
                  <Button size="sm" kind="danger--ghost" disabled={revoke.isPending} onClick={() => revoke.mutate(one.id)}>
                    {t("revoke")}
                  </Button>
                ),
            },
          ]}
        />
      </section>
      <section className="s-section">
        <h2>{t("make")}</h2>
        <Make made={again} />
      </section>
    </>
  );
}

function inNinetyDays(): string {
  return new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10);
}

function Make({ made }: { made: () => void }) {
  const t = useTexts(tokenTexts);
  const { language } = useLanguage();
  const { session } = useSession();
  const rights = useGet<Rights>("/rights");
  const [name, setName] = useState("");
  const [organisation, setOrganisation] = useState(String(session?.organisation?.id ?? ""));
  const [scopes, setScopes] = useState<readonly string[]>(["read"]);
  const [until, setUntil] = useState(inNinetyDays);
  const [tried, setTried] = useState(false);
  const [copied, setCopied] = useState(false);
  const roles = session?.organisations.find((one) => String(one.id) === organisation)?.roles ?? [];
  const own = (rights.data?.commands ?? []).filter((one) => one.roles.some((role) => roles.includes(role)));
  const making = useMutation<Token, Problem>({
    mutationFn: () => send("POST", "/account/tokens", { name: name.trim(), organisation: Number(organisation) || undefined, scopes, until: new Date(`${until}T23:59:59+09:00`).toISOString() }),
    onSuccess: made,
  });
  const ready = name.trim() !== "" && scopes.length > 0 && until !== "";
  const go = () => {
    setTried(true);
    if (ready) making.mutate();
  };
  const set = (scope: string, on: boolean) => setScopes((all) => (on ? [...all, scope] : all.filter((one) => one !== scope)));
  const wrong = (id: string) => (making.error?.field(id) ? say(making.error.field(id), language) : undefined);
  if (making.data) {
    return (
      <div className="s-notice s-notice-good s-stack" role="status">
        <strong>{t("made")}</strong>
        <p>{t("onlyNow")}</p>
        <p>
          <span className="cds--visually-hidden">{t("text")}: </span>
          <code className="s-code" id="new-token">
            {making.data.text}
          </code>
        </p>
        <div className="s-row">
          <Button size="md" kind="tertiary" onClick={() => void navigator.clipboard?.writeText(making.data.text).then(() => setCopied(true))}>
            {t("copy")}
          </Button>
          <Button
            size="md"
            onClick={() => {
              making.reset();
              setName("");
              setTried(false);
              setCopied(false);
            }}
          >
            {t("kept")}
          </Button>
          {copied && <span>{t("copied")}</span>}
        </div>
      </div>
    );
  }
  return (
    <Form
      className="s-narrow s-stack"
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        go();
      }}
    >
      <TextInput
        id="token-name"
        labelText={t("name")}
        helperText={t("nameHelp")}
        value={name}
        invalid={(tried && !name.trim()) || wrong("name") !== undefined}
        invalidText={wrong("name") ?? t("missing")}
        onChange={(event) => setName(event.target.value)}
      />
      {(session?.organisations.length ?? 0) > 1 && (
        <Select id="token-organisation" labelText={t("organisation")} value={organisation} onChange={(event) => setOrganisation(event.target.value)}>
          {session?.organisations.map((one) => (
            <SelectItem key={one.id} value={one.id} text={one.name} />
          ))}
        </Select>
      )}
      <fieldset className="cds--fieldset">
        <legend className="cds--label">{t("scope")}</legend>
        {(session?.rights.includes("audit") ? (["read", "commands", "audit"] as const) : (["read", "commands"] as const)).map((scope) => (
          <Checkbox key={scope} id={`scope-${scope}`} labelText={t(scope)} checked={scopes.includes(scope)} onChange={(_event, state) => set(scope, state.checked)} />
        ))}
        <details>
          <summary>{t("single")}</summary>
          <p className="s-source">{t("singleHelp")}</p>
          {own.map(({ command, second_factor }) => (
            <Checkbox
              key={command}
              id={`scope-${command}`}
              labelText={second_factor ? t("sensitive", { act: actWord(command, language) }) : actWord(command, language)}
              checked={scopes.includes(command)}
              onChange={(_event, state) => set(command, state.checked)}
            />
          ))}
        </details>
        {tried && scopes.length === 0 && <p className="s-error-text">{t("scopeMissing")}</p>}
      </fieldset>
      <div className="cds--form-item">
        <label className="cds--label" htmlFor="token-until">
          {t("until")}
        </label>
        <input id="token-until" type="date" className="cds--text-input" aria-describedby="token-until-help" value={until} onChange={(event) => setUntil(event.target.value)} />
        <div className="cds--form__helper-text" id="token-until-help">
          {t("untilHelp")}
        </div>
      </div>
      <ProblemNotice problem={making.error} again={go} />
      <div className="s-row">
        <Button type="submit" size="md" disabled={making.isPending}>
          {t("make")}
        </Button>
      </div>
    </Form>
  );
}
