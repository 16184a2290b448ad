import { Button, Form } from "@carbon/react";
import { useMutation } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { useNavigate } from "react-router-dom";
import * as account from "../../api/account";
import type { Problem } from "../../api/problem";
import { useTexts } from "../../i18n/language";
import { PageHead } from "../../parts/PageHead";
import { ProblemNotice } from "../../parts/ProblemNotice";
import { TextField } from "./fields";
import { texts } from "./texts";

export default function Forgotten() {
  const t = useTexts(texts);
  const navigate = useNavigate();
  const [login, setLogin] = useState("");
  const [tried, setTried] = useState(false);
  const sending = useMutation<void, Problem>({ mutationFn: () => account.askReset(login.trim()) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (login.trim()) sending.mutate();
  };
  return (
    <>
      <PageHead title={t("forgotTitle")} lead={t("forgotLead")} />
      {sending.isSuccess ? (
        <div className="s-stack">
          <p className="s-notice s-notice-info" role="status">
            {t("forgotSent")}
          </p>
          <Button onClick={() => navigate("/sign-in")}>{t("signInInstead")}</Button>
        </div>
      ) : (
        <Form className="s-narrow s-stack" onSubmit={submit} noValidate>
          <ProblemNotice problem={sending.error} />
          <TextField id="login" label={t("login")} value={login} change={setLogin} wrong={tried && !login.trim() && t("missing")} autoComplete="username" />
          <div className="s-row">
            <Button type="submit" disabled={sending.isPending}>
              {t("forgotSend")}
            </Button>
            <Button kind="ghost" onClick={() => navigate("/sign-in")}>
              {t("back")}
            </Button>
          </div>
        </Form>
      )}
    </>
  );
}
