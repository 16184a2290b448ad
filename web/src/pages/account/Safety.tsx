import { Button, Form } from "@carbon/react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { useNavigate } from "react-router-dom";
import * as account from "../../api/account";
import type { OwnSession } from "../../api/account";
import type { Problem } from "../../api/problem";
import { useCursorList } from "../../api/queries";
import { useSession } from "../../api/session";
import { useTexts } from "../../i18n/language";
import { DataTable } from "../../parts/DataTable";
import { NextStep } from "../../parts/NextStep";
import { PageHead } from "../../parts/PageHead";
import { ProblemNotice } from "../../parts/ProblemNotice";
import { DateText } from "../../parts/Amounts";
import { CodeField, PASSWORD_LENGTH_MIN, PasswordField, tidyCode } from "./fields";
import { ContactSection } from "./Contact";
import { RecoveryCodes } from "./RecoveryCodes";
import { texts } from "./texts";

export default function Safety() {
  const t = useTexts(texts);
  const { session } = useSession();
  const passed = session?.second_factor === "passed";
  return (
    <>
      <PageHead title={t("safetyTitle")} />
      <NextStep
        text={t(passed ? "safetyNext" : "safetyNextEnrol")}
        steps={passed ? [] : [{ action: t("enrolTitle"), to: "/account/authenticator?to=/account" }]}
      />
      <section className="s-section">
        <h2>{t("sessions")}</h2>
        <p className="s-lead">{t("sessionsHelp")}</p>
        <Sessions />
      </section>
      <section className="s-section">
        <h2>{t("secondFactor")}</h2>
        <p className="s-lead">{t(passed ? "secondOn" : "secondOff")}</p>
        {passed && <NewRecoveryCodes />}
      </section>
      <ContactSection />
      <section className="s-section">
        <h2>{t("changePassword")}</h2>
        <ChangePassword />
      </section>
    </>
  );
}

function Sessions() {
  const t = useTexts(texts);
  const client = useQueryClient();
  const list = useCursorList<OwnSession>("/account/sessions");
  const end = useMutation<void, Problem, string>({
    mutationFn: account.endSession,
    onSuccess: () => void client.invalidateQueries({ queryKey: ["list", "/account/sessions"] }),
  });
  return (
    <>
      <ProblemNotice problem={end.error} />
      <DataTable
        name={t("sessions")}
        list={list}
        keyOf={(one) => one.id}
        empty={{ title: t("noSessions"), text: t("sessionsHelp") }}
        columns={[
          { id: "browser", name: t("browser"), sort: "browser", cell: (one) => (one.current ? `${one.browser} (${t("thisOne")})` : one.browser) },
          { id: "begun", name: t("begun"), sort: "begun", cell: (one) => <DateText date={one.begun} /> },
          { id: "last_seen", name: t("lastSeen"), sort: "last_seen", cell: (one) => <DateText date={one.last_seen} /> },
          {
            id: "act",
            name: t("act"),
            cell: (one) =>
              one.current ? null : (
                <Button size="sm" kind="danger--ghost" disabled={end.isPending} onClick={() => end.mutate(one.id)}>
                  {t("end")}
                </Button>
              ),
          },
        ]}
      />
    </>
  );
}

function NewRecoveryCodes() {
  const t = useTexts(texts);
  const [typed, setTyped] = useState("");
  const [tried, setTried] = useState(false);
  const code = tidyCode(typed);
  const right = /^\d{6}$/.test(code);
  const sending = useMutation<{ recovery_codes: string[] }, Problem>({ mutationFn: () => account.newRecoveryCodes(code) });
  if (sending.data) {
    return (
      <div className="s-stack">
        <p className="s-prose">{t("recoveryText")}</p>
        <RecoveryCodes codes={sending.data.recovery_codes} done={() => sending.reset()} />
      </div>
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (right) sending.mutate();
  };
  return (
    <Form className="s-narrow s-stack" onSubmit={submit} noValidate>
      <p>{t("newRecoveryHelp")}</p>
      <ProblemNotice problem={sending.error} />
      <CodeField value={typed} change={setTyped} wrong={tried && !right && t("codeWrong")} problem={sending.error} />
      <Button type="submit" kind="tertiary" disabled={sending.isPending}>
        {t("newRecovery")}
      </Button>
    </Form>
  );
}

function ChangePassword() {
  const t = useTexts(texts);
  const navigate = useNavigate();
  const [old, setOld] = useState("");
  const [password, setPassword] = useState("");
  const [tried, setTried] = useState(false);
  const long = [...password].length >= PASSWORD_LENGTH_MIN;
  const sending = useMutation<void, Problem>({
    mutationFn: () => account.changePassword(old, password),
    onSuccess: () => {
      setOld("");
      setPassword("");
      setTried(false);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (old && long) sending.mutate();
  };
  return (
    <Form className="s-narrow s-stack" onSubmit={submit} noValidate>
      <ProblemNotice problem={sending.error} />
      {sending.isSuccess && (
        <p className="s-notice s-notice-good" role="status">
          {t("passwordSaved")}
        </p>
      )}
      <PasswordField id="old_password" label={t("oldPassword")} value={old} change={setOld} wrong={tried && !old && t("missing")} problem={sending.error} autoComplete="current-password" />
      <PasswordField
        id="password"
        label={t("newPassword")}
        help={t("passwordHelp")}
        value={password}
        change={setPassword}
        wrong={tried && !long && t("passwordShort")}
        problem={sending.error}
        autoComplete="new-password"
      />
      <div className="s-row">
        <Button type="submit" disabled={sending.isPending}>
          {t("save")}
        </Button>
        <Button kind="ghost" onClick={() => navigate("/forgotten")}>
          {t("forgot")}
        </Button>
      </div>
    </Form>
  );
}
