import { Link } from "react-router-dom";
import { useGet } from "../../api/queries";
import { useTexts } from "../../i18n/language";
import { DateText } from "../../parts/Amounts";
import { Loading } from "../../parts/Loading";
import { Missing } from "../../parts/Missing";
import { NextStep, type Step } from "../../parts/NextStep";
import { PageHead } from "../../parts/PageHead";
import type { Glance } from "./api";
import { texts } from "./texts";

export default function Start() {
  const t = useTexts(texts);
  const { data, error, refetch } = useGet<Glance>("/administration");
  if (error && !data) return <Missing title={t("startTitle")} problem={error} again={() => void refetch()} back={{ action: t("toSafety"), to: "/account" }} />;
  if (!data) return <Loading />;
  const backups: Omit<Step, "text"> = { action: t("toBackups"), to: "/administration/jobs" };
  const packs: Omit<Step, "text"> = { action: t("toPacks"), to: "/administration/packs" };
  const invite: Omit<Step, "text"> = { action: t("toInvite"), to: "/administration/invitations" };
  return (
    <>
      <PageHead title={t("startTitle")} lead={t("startLead", { name: data.operator_name, entries: data.entries, organisations: data.organisations, grants: data.grants })} />
      {!data.backups_folder && <NextStep text={t("nextBackupFolder")} steps={[invite, packs]} />}
      {data.backups_folder && !data.last_backup && <NextStep text={t("nextBackupNone")} steps={[backups, invite]} />}
      {data.backups_folder && data.last_backup && (
        <NextStep
          text={Number(data.packs_to_adopt) > 0 ? t("nextPacks", { count: data.packs_to_adopt }) : t("nextAllWell")}
          steps={Number(data.packs_to_adopt) > 0 ? [packs, invite] : [invite, backups]}
        />
      )}
      <dl className="s-values">
        <dt>{t("lastBackup")}</dt>
        <dd>{data.last_backup ? <DateText date={data.last_backup.made} /> : t("none")}</dd>
        <dt>{t("packsWaiting")}</dt>
        <dd>
          <Link to="/administration/packs">{data.packs_to_adopt}</Link>
        </dd>
        <dt>{t("jobsOpen")}</dt>
        <dd>
          <Link to="/administration/jobs">{data.jobs_open}</Link>
        </dd>
        <dt>{t("mailsWaiting")}</dt>
        <dd>{data.mail_enabled ? <Link to="/administration/mails">{data.mails_waiting}</Link> : t("mailOff")}</dd>
        <dt>{t("signing")}</dt>
        <dd>{t(data.signs ? "signsYes" : "signsNo")}</dd>
      </dl>
    </>
  );
}
