import { Button, TextInput } from "@carbon/react";
import { useId, useState } from "react";
import { Link } from "react-router-dom";
import * as account from "../api/account";
import { asProblem, type Problem } from "../api/problem";
import { useSession } from "../api/session";
import { useTexts } from "../i18n/language";
import { ProblemNotice } from "./ProblemNotice";
import { texts } from "./texts";

// Where a refusal says that the second factor is missing, it is given here: what was read is read again, and `done` asks once more for what was refused.
export function SecondFactor({ done }: { done?: () => void }) {
  const t = useTexts(texts);
  const { take } = useSession();
  const id = useId();
  const [code, setCode] = useState("");
  const [problem, setProblem] = useState<Problem>();
  const give = async () => {
    setProblem(undefined);
    try {
      take(await account.giveSecondFactor({ code: code.normalize("NFKC").replace(/\s/g, "") }));
      done?.();
    } catch (error) {
      setProblem(asProblem(error));
    }
  };
  return (
    <form
      className="s-narrow s-stack"
      onSubmit={(event) => {
        event.preventDefault();
        void give();
      }}
    >
      <ProblemNotice problem={problem} />
      <TextInput id={id} labelText={t("secondFactor")} helperText={t("secondFactorHelp")} inputMode="numeric" autoComplete="one-time-code" value={code} onChange={(event) => setCode(event.target.value)} />
      <div className="s-row">
        <Button type="submit" size="md">
          {t("giveCode")}
        </Button>
        <Link className="cds--link" to="/account/authenticator">
          {t("setUpAuthenticator")}
        </Link>
      </div>
    </form>
  );
}
