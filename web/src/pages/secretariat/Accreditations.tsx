// Which bodies may validate and verify what, and until when.
import { Button, Checkbox, Select, SelectItem, Tag, TextInput } from "@carbon/react";
import { useState } from "react";
import { useCommand, useCursorList, useGet } from "../../api/queries";
import { useTexts } from "../../i18n/language";
import { DateText } from "../../parts/Amounts";
import { DataTable } from "../../parts/DataTable";
import { NextStep } from "../../parts/NextStep";
import { PageHead } from "../../parts/PageHead";
import { Upload } from "../../parts/Upload";
import { Words } from "../../parts/Term";
import { DayField } from "../../parts/DayField";
import { ProblemNotice } from "../../parts/ProblemNotice";
import type { Accreditation } from "../verifier/model";
import type { Choices } from "./model";
import { texts } from "./texts";

export default function Accreditations() {
  const t = useTexts(texts);
  const list = useCursorList<Accreditation>("/secretariat/accreditations");
  const choices = useGet<Choices>("/secretariat/choices");
  return (
    <>
      <PageHead title={t("accreditationsTitle")} lead={t("accreditationsLead")} />
      <Words words={["accreditation", "verifier"]} />
      <NextStep text={list.items.length === 0 ? t("accreditationsNextNone") : t("accreditationsNext")} />
      <DataTable
        name={t("accreditationsTitle")}
        list={list}
        keyOf={(one) => `${one.verifier.number}-${one.number}`}
        columns={[
          { id: "verifier", name: t("verifier"), sort: "verifier", cell: (one) => one.verifier.name },
          { id: "standard", name: t("standard"), sort: "standard", cell: (one) => one.standard },
          { id: "scopes", name: t("scopes"), cell: (one) => one.scopes.join(t("and")) },
          { id: "from", name: t("validFrom"), sort: "valid_from", cell: (one) => <DateText date={one.valid_from} /> },
          { id: "to", name: t("validTo"), sort: "valid_to", cell: (one) => <DateText date={one.valid_to} /> },
          { id: "valid", name: t("state"), cell: (one) => <Tag type={one.valid ? "green" : "gray"}>{one.valid ? t("valid") : t("notValid")}</Tag> },
        ]}
        empty={{ title: t("accreditationsNone"), text: t("accreditationsNoneText") }}
      />
      {choices.data && <Record choices={choices.data} />}
    </>
  );
}

function Record({ choices }: { choices: Choices }) {
  const t = useTexts(texts);
  const [verifier, setVerifier] = useState("");
  const [standard, setStandard] = useState("ISO 14065");
  const [scopes, setScopes] = useState<string[]>([]);
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  const [certificate, setCertificate] = useState("");
  const record = useCommand<object>("RecordAccreditation");
  const send = () => record.mutate({ verifier: Number(verifier), standard, scopes, valid_from: from, valid_to: to, certificate });
  const ready = verifier && standard && scopes.length > 0 && from && to && certificate;
  return (
    <section className="s-section s-narrow s-stack">
      <h2>{t("recordAccreditation")}</h2>
      <Select id="verifier" labelText={t("verifier")} helperText={t("verifierHelp")} value={verifier} onChange={(event) => setVerifier(event.target.value)}>
        <SelectItem value="" text={t("choose")} />
        {choices.verifiers.map((one) => (
          <SelectItem key={one.number} value={one.number ?? ""} text={one.name} />
        ))}
      </Select>
      <TextInput id="standard" labelText={t("standard")} value={standard} onChange={(event) => setStandard(event.target.value)} />
      <fieldset className="cds--fieldset">
        <legend className="cds--label">{t("scopes")}</legend>
        {choices.scopes.map((scope) => (
          <Checkbox key={scope} id={`scope-${scope}`} labelText={scope} checked={scopes.includes(scope)} onChange={(_, { checked }) => setScopes((all) => (checked ? [...all, scope] : all.filter((one) => one !== scope)))} />
        ))}
      </fieldset>
      <DayField id="from" label={t("validFrom")} value={from} change={setFrom} />
      <DayField id="to" label={t("validTo")} value={to} change={setTo} />
      <Upload<{ hash: string }> name={t("certificate")} path="/secretariat/documents" types={[".pdf"]} size_mb_max={20} onAnswer={(answer) => setCertificate(answer.hash)} />
      <ProblemNotice problem={record.error} again={send} />
      {record.isSuccess && <p role="status">{t("recorded", { entry: record.data.entry })}</p>}
      <Button size="md" disabled={!ready || record.isPending} onClick={send}>
        {t("record")}
      </Button>
      {!ready && <p className="s-source">{t("fillAll")}</p>}
    </section>
  );
}
