import { Select, SelectItem, Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@carbon/react";
import { useState } from "react";
import { useGet } from "../../api/queries";
import { useLanguage, useTexts } from "../../i18n/language";
import { say } from "../../i18n/texts";
import { Loading } from "../../parts/Loading";
import { Missing } from "../../parts/Missing";
import { NextStep } from "../../parts/NextStep";
import { PageHead } from "../../parts/PageHead";
import { actWord, ROLES, roleWord } from "../auditor/words";
import type { RightsView } from "./api";
import { texts } from "./texts";

interface Row {
  key: string;
  name: string;
  roles: string[];
  nobody: string;
  second_factor: boolean;
}

export default function Rights() {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const { data, error, refetch } = useGet<RightsView>("/rights");
  const [role, setRole] = useState("");
  if (error && !data) return <Missing title={t("rightsTitle")} problem={error} again={() => void refetch()} back={{ action: t("peopleTitle"), to: "/administration/people" }} />;
  if (!data) return <Loading />;
  const fits = (row: Row) => !role || row.roles.includes(role);
  const screens: Row[] = data.rights.map((one) => ({ key: one.key, name: say(one.words, language), roles: one.roles, nobody: t("everybody"), second_factor: one.second_factor }));
  const commands: Row[] = data.commands.map((one) => ({ key: one.command, name: actWord(one.command, language), roles: one.roles, nobody: t("byTime"), second_factor: one.second_factor }));
  return (
    <>
      <PageHead title={t("rightsTitle")} lead={t("rightsLead")} />
      <NextStep text={t("rightsNext")} steps={[{ action: t("peopleTitle"), to: "/administration/people" }]} />
      <div className="s-narrow">
        <Select id="rights-role" labelText={t("role")} value={role} onChange={(event) => setRole(event.target.value)}>
          <SelectItem value="" text={t("allRoles")} />
          {ROLES.map((one) => (
            <SelectItem key={one} value={one} text={roleWord(one, language)} />
          ))}
        </Select>
      </div>
      <Matrix name={t("screens")} rows={screens.filter(fits)} />
      <Matrix name={t("commands")} rows={commands.filter(fits)} />
    </>
  );
}

function Matrix({ name, rows }: { name: string; rows: readonly Row[] }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  return (
    <section className="s-section">
      <h2>{name}</h2>
      <div className="s-scroll s-cards-below" tabIndex={0} role="region" aria-label={name}>
        <Table size="sm" aria-label={name}>
          <TableHead>
            <TableRow>
              <TableHeader>{name}</TableHeader>
              <TableHeader>{t("roles")}</TableHeader>
              <TableHeader>{t("secondFactor")}</TableHeader>
            </TableRow>
          </TableHead>
          <TableBody>
            {rows.map((row) => (
              <TableRow key={row.key}>
                <TableCell data-label={name}>{row.name}</TableCell>
                <TableCell data-label={t("roles")}>{row.roles.length === 0 ? row.nobody : row.roles.map((one) => roleWord(one, language)).join(language === "ja" ? "、" : ", ")}</TableCell>
                <TableCell data-label={t("secondFactor")}>{t(row.second_factor ? "needed" : "notNeeded")}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </div>
    </section>
  );
}
