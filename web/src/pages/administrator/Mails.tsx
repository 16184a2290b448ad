import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@carbon/react";
import { useGet } from "../../api/queries";
import { useTexts } from "../../i18n/language";
import { DateText } from "../../parts/Amounts";
import { Loading } from "../../parts/Loading";
import { Missing } from "../../parts/Missing";
import { NextStep } from "../../parts/NextStep";
import { PageHead } from "../../parts/PageHead";
import type { Mails as MailsAnswer } from "./api";
import { texts } from "./texts";

export default function Mails() {
  const t = useTexts(texts);
  const { data, error, refetch } = useGet<MailsAnswer>("/administration/mails");
  if (error && !data) return <Missing title={t("mailsTitle")} problem={error} again={() => void refetch()} back={{ action: t("startTitle"), to: "/administration" }} />;
  if (!data) return <Loading />;
  return (
    <>
      <PageHead title={t("mailsTitle")} lead={t("mailsLead")} />
      <NextStep text={t(data.enabled ? "mailsNext" : "mailsOff")} />
      <p>{t("mailCounts", { sent: data.sent, deferred: data.deferred, given: data.given_up })}</p>
      {data.waiting.length === 0 ? (
        <p>{t("noMails")}</p>
      ) : (
        <div className="s-scroll s-cards-below" tabIndex={0} role="region" aria-label={t("mailsTitle")}>
          <Table size="md" aria-label={t("mailsTitle")}>
            <TableHead>
              <TableRow>
                <TableHeader>{t("address")}</TableHeader>
                <TableHeader>{t("subject")}</TableHeader>
                <TableHeader>{t("nextTry")}</TableHeader>
                <TableHeader>{t("tries")}</TableHeader>
                <TableHeader>{t("lastError")}</TableHeader>
              </TableRow>
            </TableHead>
            <TableBody>
              {data.waiting.map((mail) => (
                <TableRow key={mail.id}>
                  <TableCell data-label={t("address")}>{mail.address}</TableCell>
                  <TableCell data-label={t("subject")}>{mail.subject}</TableCell>
                  <TableCell data-label={t("nextTry")}>
                    <DateText date={mail.next} />
                  </TableCell>
                  <TableCell data-label={t("tries")}>{mail.tries}</TableCell>
                  <TableCell data-label={t("lastError")}>{mail.last_error || "-"}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </div>
      )}
    </>
  );
}
