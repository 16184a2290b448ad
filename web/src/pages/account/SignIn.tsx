import { Button, Form } from "@carbon/react";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useState, type FormEvent } from "react";
import { Link, useNavigate, useSearchParams } from "react-router-dom";
import * as account from "../../api/account";
import type { SessionAnswer } from "../../api/contract";
import type { Problem } from "../../api/problem";
import { useSession } from "../../api/session";
import { useTexts } from "../../i18n/language";
import { PageHead } from "../../parts/PageHead";
import { ProblemNotice } from "../../parts/ProblemNotice";
import { CodeField, PasswordField, TextField, tidyCode } from "./fields";
import { texts } from "./texts";

// Where somebody wanted to go before they were asked to sign in: a path of this page and nothing else.
export function safeTarget(to: string | null): string {
  return to && /^\/(?![/\\])/.test(to) ? to : "/";
}

export default function SignIn() {
  const t = useTexts(texts);
  const { session, take } = useSession();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const target = safeTarget(search.get("to"));
  const state = session?.second_factor;

  const taken = (answer: SessionAnswer) => {
    take(answer);
    if (answer.second_factor === "to_enrol") navigate(`/account/authenticator?to=${encodeURIComponent(target)}`, { replace: true });
    // Who did not want to go anywhere begins with what waits for them.
    else if (answer.second_factor !== "asked") navigate(target === "/" ? "/inbox" : target, { replace: true });
  };
  if (state === "asked") return <SecondStep taken={taken} />;
  if (session?.person) {
    return (
      <>
        <PageHead title={t("signIn")} lead={t("signedInAlready", { name: session.person.name })} />
        <Button onClick={() => navigate(target)}>{t("goOn")}</Button>
      </>
    );
  }
  return <FirstStep taken={taken} />;
}

function FirstStep({ taken }: { taken: (answer: SessionAnswer) => void }) {
  const t = useTexts(texts);
  const { session } = useSession();
  const [login, setLogin] = useState("");
  const [password, setPassword] = useState("");
  const [tried, setTried] = useState(false);
  const sending = useMutation<SessionAnswer, Problem>({ mutationFn: () => account.signIn(login.trim(), password), onSuccess: taken });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (login.trim() && password) sending.mutate();
  };
  return (
    <>
      <PageHead title={t("signIn")} lead={t("signInLead")} />
      <Form className="s-narrow s-stack" onSubmit={submit} noValidate>
        <ProblemNotice problem={sending.error} />
        <TextField id="login" label={t("login")} value={login} change={setLogin} wrong={tried && !login.trim() && t("missing")} autoComplete="username" />
        <PasswordField id="password" label={t("password")} value={password} change={setPassword} wrong={tried && !password && t("missing")} autoComplete="current-password" />
        <div className="s-row">
          <Button type="submit" disabled={sending.isPending}>
            {t("signIn")}
          </Button>
          <Link className="cds--link" to="/forgotten">
            {t("forgot")}
          </Link>
        </div>
        {session?.store.kind === "demo" && <p className="s-source">{t("demoLogins")}</p>}
      </Form>
    </>
  );
}

function SecondStep({ taken }: { taken: (answer: SessionAnswer) => void }) {
  const t = useTexts(texts);
  const { session, leave } = useSession();
  const [recovery, setRecovery] = useState(false);
  const [typed, setTyped] = useState("");
  const [tried, setTried] = useState(false);
  const code = tidyCode(typed);
  const right = recovery ? code.length > 0 : /^\d{6}$/.test(code);
  const sending = useMutation<SessionAnswer, Problem>({
    mutationFn: () => account.giveSecondFactor(recovery ? { recovery_code: code } : { code }),
    onSuccess: taken,
  });
  useEffect(() => {
    document.getElementById(recovery ? "recovery_code" : "code")?.focus();
  }, [recovery]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (right) sending.mutate();
  };
  return (
    <>
      <PageHead title={t("secondTitle")} lead={recovery ? t("recoveryHelp") : t("secondLead")} />
      <Form className="s-narrow s-stack" onSubmit={submit} noValidate>
        <ProblemNotice problem={sending.error} />
        {recovery ? (
          <TextField id="recovery_code" label={t("recoveryCode")} value={typed} change={setTyped} wrong={tried && !right && t("missing")} autoComplete="off" />
        ) : (
          <CodeField value={typed} change={setTyped} wrong={tried && !right && t("codeWrong")} />
        )}
        <div className="s-row">
          <Button type="submit" disabled={sending.isPending}>
            {t("confirm")}
          </Button>
          <Button
            kind="ghost"
            onClick={() => {
              setRecovery(!recovery);
              setTyped("");
              setTried(false);
            }}
          >
            {t(recovery ? "useCode" : "useRecovery")}
          </Button>
          <Button kind="ghost" onClick={() => void leave()}>
            {t("back")}
          </Button>
        </div>
        {recovery && <p className="s-source">{t("lostBoth")}</p>}
        {!recovery && session?.store.kind === "demo" && <p className="s-source">{t("demoCode")}</p>}
      </Form>
    </>
  );
}
