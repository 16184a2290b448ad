import { Button, Form } from "@carbon/react";
import { useMutation } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { useNavigate, useParams } from "react-router-dom";
import * as account from "../../api/account";
import type { Problem } from "../../api/problem";
import { useTexts } from "../../i18n/language";
import { PageHead } from "../../parts/PageHead";
import { ProblemNotice } from "../../parts/ProblemNotice";
import { PASSWORD_LENGTH_MIN, PasswordField } from "./fields";
import { texts } from "./texts";

export default function Reset() {
  const t = useTexts(texts);
  const navigate = useNavigate();
  const { token = "" } = useParams();
  const [password, setPassword] = useState("");
  const [tried, setTried] = useState(false);
  const long = [...password].length >= PASSWORD_LENGTH_MIN;
  const sending = useMutation<void, Problem>({ mutationFn: () => account.resetPassword(token, password) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (long) sending.mutate();
  };
  return (
    <>
      <PageHead title={t("forgotTitle")} lead={t("resetLead")} />
      {sending.isSuccess ? (
        <div className="s-stack">
          <p className="s-notice s-notice-good" role="status">
            {t("resetDone")}
          </p>
          <Button onClick={() => navigate("/sign-in")}>{t("signInInstead")}</Button>
        </div>
      ) : (
        <Form className="s-narrow s-stack" onSubmit={submit} noValidate>
          <ProblemNotice problem={sending.error} />
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
            {t("save")}
          </Button>
        </Form>
      )}
    </>
  );
}
