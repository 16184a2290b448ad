import { Button } from "@carbon/react";
import type { ReactNode } from "react";
import { useLocation, useNavigate } from "react-router-dom";
import { mayOpen, type Page } from "../area";
import { useSession } from "../api/session";
import { useTexts } from "../i18n/language";
import { Loading } from "../parts/Loading";
import { PageHead } from "../parts/PageHead";
import { ProblemNotice } from "../parts/ProblemNotice";
import { texts } from "./texts";

// Spares a dead end: what somebody may not open says so, and what to do. The server decides by itself.
export function Guard({ page, children }: { page: Page; children: ReactNode }) {
  const t = useTexts(texts);
  const { session, problem } = useSession();
  const navigate = useNavigate();
  const location = useLocation();
  if (page.right === undefined) return children;
  if (!session) return problem ? <ProblemNotice problem={problem} /> : <Loading />;
  if (mayOpen(page, session)) return children;
  if (!session.person) {
    return (
      <>
        <PageHead title={t("needSignIn")} lead={t("needSignInText")} />
        <Button onClick={() => navigate(`/sign-in?to=${encodeURIComponent(location.pathname + location.search)}`)}>{t("signIn")}</Button>
      </>
    );
  }
  return (
    <>
      <PageHead title={t("notYours")} lead={t("notYoursText")} />
      <Button onClick={() => navigate("/")}>{t("home")}</Button>
    </>
  );
}
