// One member: what the register says, a change, and erasing what is personal.
import { Button, Checkbox, Select, SelectItem, TextInput } from "@carbon/react";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { send } from "../../api/client";
import type { Problem } from "../../api/problem";
import { useCommand } from "../../api/queries";
import { useTexts } from "../../i18n/language";
import { DayField } from "../../parts/DayField";
import { Dialog } from "../../parts/Dialog";
import { ProblemNotice } from "../../parts/ProblemNotice";
import type { EvidenceKept, MemberView } from "./api";
import { EvidenceUpload } from "./EvidenceUpload";
import { texts } from "./memberTexts";

const KINDS = ["leave", "move_house", "owner_change", "inheritance", "equipment", "consent_ended", "correction"] as const;

export function MemberDialog({ member, project, close }: { member: MemberView; project: number; close: () => void }) {
  const t = useTexts(texts);
  const [kind, setKind] = useState<(typeof KINDS)[number]>("leave");
  const [on, setOn] = useState("");
  const [name, setName] = useState("");
  const [home, setHome] = useState("");
  const [equipment, setEquipment] = useState("");
  const [meters, setMeters] = useState("");
  const [evidence, setEvidence] = useState<EvidenceKept>();
  const change = useMutation<unknown, Problem>({
    mutationFn: () =>
      send("POST", `/proponent/cases/${project}/members/${member.member}/change`, { kind, on, name, address: home, equipment: split(equipment), meters: split(meters), evidence: evidence?.hash }, { once: true }),
  });
  const [sure, setSure] = useState(false);
  const erase = useCommand<{ project: number; member: MemberView["member"] }>("EraseMember");
  const ends = kind === "leave" || kind === "consent_ended";
  return (
    <Dialog title={t("memberTitle", { number: member.own })} close={close}>
      <dl className="s-values">
        {[
          [t("name"), member.erased ? t("erased") : member.name],
          [t("address"), member.address],
          [t("applied"), member.applied_on],
          [t("start"), member.start],
          [t("period"), member.period],
          [t("status"), t(member.status)],
        ].map(([term, value]) => [<dt key={`${term}-term`}>{term}</dt>, <dd key={term}>{value}</dd>])}
      </dl>
      {change.isSuccess ? (
        <p role="status">{t("recorded")}</p>
      ) : (
        member.status === "active" && (
          <form
            className="s-stack-small"
            onSubmit={(event) => {
              event.preventDefault();
              change.mutate();
            }}
          >
            <Select id="change-kind" labelText={t("change")} value={kind} onChange={(event) => setKind(event.target.value as (typeof KINDS)[number])}>
              {KINDS.map((one) => (
                <SelectItem key={one} value={one} text={t(one)} />
              ))}
            </Select>
            <DayField id="change-on" label={t("on")} value={on} change={setOn} />
            {!ends && (
              <>
                <TextInput id="change-name" labelText={t("newName")} value={name} onChange={(event) => setName(event.target.value)} />
                <TextInput id="change-address" labelText={t("newAddress")} value={home} onChange={(event) => setHome(event.target.value)} />
                <TextInput id="change-equipment" labelText={t("newEquipment")} value={equipment} onChange={(event) => setEquipment(event.target.value)} />
                <TextInput id="change-meters" labelText={t("newMeters")} value={meters} onChange={(event) => setMeters(event.target.value)} />
              </>
            )}
            <EvidenceUpload onKept={setEvidence} />
            <Button type="submit" size="md" disabled={!on || change.isPending}>
              {t("record")}
            </Button>
            <ProblemNotice problem={change.error} />
          </form>
        )
      )}
      {member.status !== "active" && !member.erased && (
        <div className="s-stack-small">
          <p>{t("eraseText")}</p>
          <Checkbox id="erase-sure" labelText={t("eraseSure")} checked={sure} onChange={(_event, state) => setSure(state.checked)} />
          <Button kind="danger" size="md" disabled={!sure || erase.isPending || erase.isSuccess} onClick={() => erase.mutate({ project, member: member.member })}>
            {t("erase")}
          </Button>
          <ProblemNotice problem={erase.error} />
        </div>
      )}
    </Dialog>
  );
}

function split(text: string): string[] {
  return text
    .split(";")
    .map((part) => part.trim())
    .filter(Boolean);
}
