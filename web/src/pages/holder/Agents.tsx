import { Button, Checkbox } from "@carbon/react";
import { useState } from "react";
import { useCommand } from "../../api/queries";
import { useTexts } from "../../i18n/language";
import { DateText } from "../../parts/Amounts";
import { Upload } from "../../parts/Upload";
import { DayField } from "../../parts/DayField";
import { ProblemNotice } from "../../parts/ProblemNotice";
import { OrganisationField } from "../../parts/OrganisationField";
import type { AccountRecord } from "./model";
import { texts } from "./texts";

// Firms that act for the account, within a scope and until a day.
export function Agents({ record }: { record: AccountRecord }) {
  const t = useTexts(texts);
  const [open, setOpen] = useState(false);
  const dismissing = useCommand<Record<string, unknown>>("DismissAgent");
  const account = record.account.account;
  const may = record.acts.includes("AppointAgent");
  return (
    <section className="s-section s-stack" aria-labelledby="agents">
      <h2 id="agents">{t("agents")}</h2>
      {record.agents.length === 0 && <p className="s-prose">{t("noAgents")}</p>}
      {record.agents.length > 0 && (
        <div className="s-scroll" tabIndex={0} role="region" aria-label={t("agents")}>
          <table className="cds--data-table" aria-label={t("agents")}>
            <thead>
              <tr>
                <th scope="col">{t("agent")}</th>
                <th scope="col">{t("agentScope")}</th>
                <th scope="col">{t("agentDays")}</th>
                {may && <th scope="col">{t("dismissAgent")}</th>}
              </tr>
            </thead>
            <tbody>
              {record.agents.map((one) => (
                <tr key={one.agent.number}>
                  <td>{one.agent.name}</td>
                  <td>{[one.transfers && t("agentTransfers"), one.retires && t("agentRetires")].filter(Boolean).join(" / ")}</td>
                  <td>
                    <DateText date={one.from} /> - <DateText date={one.until} /> {!one.in_force && t("notInForce")}
                  </td>
                  {may && (
                    <td>
                      <Button size="sm" kind="danger--tertiary" disabled={dismissing.isPending} onClick={() => dismissing.mutate({ account, agent: one.agent.number })}>
                        {t("dismissAgent")}
                      </Button>
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <ProblemNotice problem={dismissing.error} />
      {may && !open && (
        <Button size="md" kind="tertiary" onClick={() => setOpen(true)}>
          {t("appointAgent")}
        </Button>
      )}
      {open && <Appoint record={record} close={() => setOpen(false)} />}
    </section>
  );
}

function Appoint({ record, close }: { record: AccountRecord; close: () => void }) {
  const t = useTexts(texts);
  const [agent, setAgent] = useState<number>();
  const [transfers, setTransfers] = useState(true);
  const [retires, setRetires] = useState(true);
  const [from, setFrom] = useState(record.today);
  const [until, setUntil] = useState("");
  const [document, setDocument] = useState<string>();
  const appointing = useCommand<Record<string, unknown>>("AppointAgent");
  const send = () => appointing.mutate({ account: record.account.account, agent, transfers, retires, from, until: until || undefined, document }, { onSuccess: close });
  return (
    <form
      className="s-narrow s-stack"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <OrganisationField id="agent" label={t("agent")} value={agent} change={setAgent} />
      <fieldset className="cds--fieldset">
        <legend className="cds--label">{t("agentScope")}</legend>
        <Checkbox id="agent-transfers" labelText={t("agentTransfers")} checked={transfers} onChange={(_event, state) => setTransfers(state.checked)} />
        <Checkbox id="agent-retires" labelText={t("agentRetires")} checked={retires} onChange={(_event, state) => setRetires(state.checked)} />
      </fieldset>
      <DayField id="agent-from" label={t("agentFrom")} value={from} change={setFrom} />
      <DayField id="agent-until" label={t("agentUntil")} value={until} change={setUntil} />
      <Upload<{ hash: string }> name={t("powerOfAttorney")} path="/account-documents" types={[".pdf", ".png", ".jpg", ".jpeg"]} size_mb_max={64} onAnswer={(answer) => setDocument(answer.hash)} />
      <ProblemNotice problem={appointing.error} again={send} />
      <div className="s-row">
        <Button type="submit" size="md" disabled={appointing.isPending}>
          {t("appointAgent")}
        </Button>
        <Button size="md" kind="ghost" onClick={close}>
          {t("cancel")}
        </Button>
      </div>
    </form>
  );
}
