import { Button, Checkbox, TextInput } from "@carbon/react";
import { useState } from "react";
import { useCommand } from "../../api/queries";
import { useSession } from "../../api/session";
import { useTexts } from "../../i18n/language";
import { NextStep } from "../../parts/NextStep";
import { PageHead } from "../../parts/PageHead";
import { ProblemNotice } from "../../parts/ProblemNotice";
import { Values } from "./parts";
import { texts } from "./texts";

export default function AccountRequest() {
  const t = useTexts(texts);
  const { session } = useSession();
  const [department, setDepartment] = useState("");
  const [second, setSecond] = useState(false);
  const asking = useCommand<Record<string, unknown>>("RequestAccount");
  const send = () => asking.mutate({ organisation: session?.organisation?.id, kind: "holding", department, second_person: second });
  const made = asking.data?.outcomes[0]?.account;
  return (
    <>
      <PageHead title={t("requestTitle")} lead={t("requestLead")} />
      {made !== undefined ? (
        <NextStep text={t("requested", { number: Number(made) })} steps={[{ action: t("toAccount"), to: `/accounts/${String(made)}` }]} />
      ) : (
        <form
          className="s-narrow s-stack"
          onSubmit={(event) => {
            event.preventDefault();
            send();
          }}
        >
          <Values rows={[[t("requestFor"), session?.organisation?.name ?? "-"]]} />
          <TextInput id="department" labelText={t("department")} helperText={t("departmentHelp")} value={department} onChange={(event) => setDepartment(event.target.value)} />
          <Checkbox id="second-from-start" labelText={t("secondFromStart")} checked={second} onChange={(_event, state) => setSecond(state.checked)} />
          <ProblemNotice problem={asking.error} again={send} />
          <Button type="submit" size="md" disabled={asking.isPending}>
            {t("send")}
          </Button>
        </form>
      )}
    </>
  );
}
