import { Button, Form } from "@carbon/react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { useNavigate, useParams } from "react-router-dom";
import * as account from "../../api/account";
import type { SessionAnswer } from "../../api/contract";
import type { Problem } from "../../api/problem";
import { useSession } from "../../api/session";
import { useTexts } from "../../i18n/language";
import { Loading } from "../../parts/Loading";
import { PageHead } from "../../parts/PageHead";
import { ProblemNotice } from "../../parts/ProblemNotice";
import { DateText } from "../../parts/Amounts";
import { PASSWORD_LENGTH_MIN, PasswordField, TextField } from "./fields";
import { texts } from "./texts";

export default function Invitation() {
  const t = useTexts(texts);
  const navigate = useNavigate();
  const { token = "" } = useParams();
  const asked = useQuery<account.Invitation, Problem>({ queryKey: ["invitation", token], queryFn: () => account.invitation(token) });
  if (asked.isPending) return <Loading />;
  if (asked.error || !asked.data) {
    return (
      <>
        <PageHead title={t("invitationPlain")} />
        <div className="s-stack">
          <ProblemNotice problem={asked.error} again={() => void asked.refetch()} />
          <Button kind="tertiary" onClick={() => navigate("/sign-in")}>
            {t("signInInstead")}
          </Button>
        </div>
      </>
    );
  }
  return <Accept token={token} invitation={asked.data} />;
}

function Accept({ token, invitation }: { token: string; invitation: account.Invitation }) {
  const t = useTexts(texts);
  const navigate = useNavigate();
  const { take } = useSession();
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const [tried, setTried] = useState(false);
  const long = [...password].length >= PASSWORD_LENGTH_MIN;
  const sending = useMutation<SessionAnswer, Problem>({
    mutationFn: () => account.acceptInvitation(token, name.trim(), password),
    onSuccess: (answer) => {
      take(answer);
      navigate(answer.second_factor === "to_enrol" ? "/account/authenticator" : "/", { replace: true });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (name.trim() && long) sending.mutate();
  };
  const organisation = invitation.organisation;
  return (
    <>
      <PageHead title={t("invitationTitle", { organisation })} lead={t("invitationLead", { organisation })} />
      <Form className="s-narrow s-stack" onSubmit={submit} noValidate>
        <dl className="s-values">
          <dt>{t("invitationLogin")}</dt>
          <dd>{invitation.login}</dd>
          <dt>{t("invitationUntil")}</dt>
          <dd>
            <DateText date={invitation.expires} />
          </dd>
        </dl>
        <ProblemNotice problem={sending.error} />
        <TextField id="name" label={t("yourName")} value={name} change={setName} wrong={tried && !name.trim() && t("missing")} problem={sending.error} autoComplete="name" />
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
        <Button type="submit" disabled={sending.isPending}>
          {t("join")}
        </Button>
      </Form>
    </>
  );
}
