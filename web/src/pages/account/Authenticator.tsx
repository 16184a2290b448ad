import { Button, Form } from "@carbon/react";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useState, type FormEvent } from "react";
import { useNavigate, useSearchParams } from "react-router-dom";
import * as account from "../../api/account";
import type { Problem } from "../../api/problem";
import { useSession } from "../../api/session";
import { useTexts } from "../../i18n/language";
import { Loading } from "../../parts/Loading";
import { PageHead } from "../../parts/PageHead";
import { ProblemNotice } from "../../parts/ProblemNotice";
import { Steps } from "../../parts/Steps";
import { CodeField, tidyCode } from "./fields";
import { qrCode, qrPath } from "./qr";
import { RecoveryCodes } from "./RecoveryCodes";
import { safeTarget } from "./SignIn";
import { texts } from "./texts";

export default function Authenticator() {
  const t = useTexts(texts);
  const { session, problem, take } = useSession();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const [codes, setCodes] = useState<string[]>();
  const target = safeTarget(search.get("to"));
  const known = session !== undefined && (session.person !== undefined || session.second_factor === "to_enrol");
  const done = async () => {
    take(await account.session());
    navigate(target, { replace: true });
  };
  if (!session) return problem ? <ProblemNotice problem={problem} /> : <Loading />;
  return (
    <>
      <PageHead title={codes ? t("recoveryTitle") : t("enrolTitle")} lead={codes ? t("recoveryText") : t("enrolLead")} />
      {!known && (
        <>
          <p>{t("enrolNeedSignIn")}</p>
          <Button onClick={() => navigate(`/sign-in?to=${encodeURIComponent("/account/authenticator")}`)}>{t("signIn")}</Button>
        </>
      )}
      {known && (
        <div className="s-stack">
          <Steps names={[t("stepScan"), t("stepConfirm"), t("stepKeep")]} current={codes ? 2 : 0} />
          {codes ? <RecoveryCodes codes={codes} done={() => void done()} /> : <Scan confirmed={setCodes} />}
        </div>
      )}
    </>
  );
}

function Scan({ confirmed }: { confirmed: (codes: string[]) => void }) {
  const t = useTexts(texts);
  const [typed, setTyped] = useState("");
  const [tried, setTried] = useState(false);
  const begin = useMutation<account.Enrolment, Problem>({ mutationFn: account.beginEnrolment });
  const { mutate } = begin;
  useEffect(() => mutate(), [mutate]);
  const code = tidyCode(typed);
  const right = /^\d{6}$/.test(code);
  const confirm = useMutation<{ recovery_codes: string[] }, Problem>({
    mutationFn: () => account.confirmEnrolment(code),
    onSuccess: (answer) => confirmed(answer.recovery_codes),
  });
  if (begin.error) return <ProblemNotice problem={begin.error} again={() => mutate()} />;
  if (!begin.data) return <Loading />;
  const { path, size } = qrPath(qrCode(begin.data.uri));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (right) confirm.mutate();
  };
  return (
    <Form className="s-narrow s-stack" onSubmit={submit} noValidate>
      <p>{t("scan")}</p>
      <svg className="s-qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={t("qrName")} shapeRendering="crispEdges">
        <path d={path} fill="#000" />
      </svg>
      <p>{t("typeSecret")}</p>
      <p>
        <code>{begin.data.secret.replace(/(.{4})(?=.)/g, "$1 ")}</code>
      </p>
      <p>{t("thenCode")}</p>
      <ProblemNotice problem={confirm.error} />
      <CodeField value={typed} change={setTyped} wrong={tried && !right && t("codeWrong")} problem={confirm.error} />
      <Button type="submit" disabled={confirm.isPending}>
        {t("confirm")}
      </Button>
    </Form>
  );
}
