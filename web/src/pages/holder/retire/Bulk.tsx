// Many retirements from a list: every row is judged by the server on what the rows before it leave; all of them are asked for as one group, or none.
import { Button } from "@carbon/react";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router-dom";
import { commands, get, send } from "../../../api/client";
import { asProblem, type Problem } from "../../../api/problem";
import { useGet } from "../../../api/queries";
import { useSession } from "../../../api/session";
import { useLanguage, useTexts } from "../../../i18n/language";
import { say } from "../../../i18n/texts";
import { Missing } from "../../../parts/Missing";
import { NextStep } from "../../../parts/NextStep";
import { PageHead } from "../../../parts/PageHead";
import { ProblemNotice } from "../../../parts/ProblemNotice";
import { saveBlob } from "../../../parts/SaveFile";
import { sheetLines } from "../../../parts/sheet";
import { Upload } from "../../../parts/Upload";
import type { Account, Purpose, RetirePreview } from "../model";
import { texts as holderTexts } from "../texts";
import { COLUMNS, columnWord, csvOf, keyOfFile, overlaps, readList, ROWS_MAX, samePick, selectionOf, type Row } from "./list";
import { bulkTexts } from "./bulkTexts";
import { texts } from "./texts";
import { OFFSETS, offsetWord } from "./words";

interface Judged {
  line: number;
  fits: boolean;
  units: bigint;
  message: string;
  body?: Record<string, unknown>;
  request?: number;
}
interface Found {
  organisation: number;
  name: string;
  corporate_number: string;
}

export default function Bulk() {
  const t = useTexts(bulkTexts);
  const own = useTexts(holderTexts);
  const { session } = useSession();
  const purposes = useGet<{ items: Purpose[] }>("/retirement-purposes");
  const accounts = useGet<{ items: Account[] }>("/accounts", { limit: 500 });
  const problem = purposes.error ?? accounts.error;
  if (problem) return <Missing title={t("title")} problem={problem} again={() => void purposes.refetch()} back={{ action: own("accountsTitle"), to: "/accounts" }} />;
  const holding = (accounts.data?.items ?? []).filter((one) => one.kind === "holding" && one.status === "open");
  return (
    <>
      <PageHead
        title={t("title")}
        lead={t("lead")}
        actions={
          <Button size="md" kind="tertiary" onClick={() => saveBlob(new Blob(["\ufeff", `${COLUMNS.join(",")}\r\n`], { type: "text/csv" }), "retirements.csv")}>
            {t("template")}
          </Button>
        }
      />
      <p className="s-prose">{t("columns")}</p>
      {purposes.data && accounts.data && <List key={session?.organisation?.id} purposes={purposes.data.items} accounts={holding} acting={session?.organisation?.id ?? 0} />}
    </>
  );
}

function List({ purposes, accounts, acting }: { purposes: readonly Purpose[]; accounts: readonly Account[]; acting: number }) {
  const t = useTexts(bulkTexts);
  const r = useTexts(texts);
  const { language } = useLanguage();
  const client = useQueryClient();
  const [file, setFile] = useState<File>();
  const [consent, setConsent] = useState<string>();
  const [wrong, setWrong] = useState<string>();
  const [rows, setRows] = useState<readonly Judged[]>();
  const [left, setLeft] = useState<{ rows: number; done: number }>();
  const [over, setOver] = useState<"asked" | "repeated">();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);

  const judge = async (chosen: File, agreed: string | undefined) => {
    setRows(undefined);
    setWrong(undefined);
    setOver(undefined);
    setProblem(undefined);
    const lines = await sheetLines(chosen);
    if (!lines) return setWrong(t("unreadable"));
    const mine = accounts.filter((one) => one.holder.number === acting).map((one) => one.account);
    const list = readList(lines, purposes, OFFSETS.map((one) => [one, offsetWord(r, one)] as const), mine);
    if ("fault" in list) {
      const text = { unknown: t("faultUnknown", list), missing: t("faultMissing", { text: (list.columns ?? []).map((one) => columnWord(one, language)).join(" / ") }), empty: t("faultEmpty"), many: t("faultMany", { text: list.text, limit: ROWS_MAX }) };
      return setWrong(text[list.fault]);
    }
    setBusy(true);
    try {
      const judged = await judgeAll(list.rows, agreed);
      const broken = new Map<number, string[]>();
      for (const { line, column, text } of list.unread) {
        const named = { column: columnWord(column, language), text };
        broken.set(line, [...(broken.get(line) ?? []), text === "" ? t("unreadEmpty", named) : t("unread", named)]);
      }
      const all = [...judged, ...[...broken].map(([line, said]) => ({ line, fits: false, units: 0n, message: said.join(" ") }))];
      setRows(all.sort((a, b) => a.line - b.line));
    } catch (error) {
      setProblem(asProblem(error));
    }
    setLeft(undefined);
    setBusy(false);
  };

  const judgeAll = async (list: readonly Row[], agreed: string | undefined): Promise<Judged[]> => {
    const taken = new Map<string, bigint>();
    const users = new Map<string, number | string>();
    const judged: Judged[] = [];
    for (const [i, row] of list.entries()) {
      setLeft({ rows: list.length, done: i });
      const refuse = (message: string) => void judged.push({ line: row.line, fits: false, units: 0n, message });
      const account = accounts.find((one) => one.account === row.account);
      if (!account) {
        refuse(t("notYours", { text: row.account }));
        continue;
      }
      if (!users.has(row.user)) users.set(row.user, await userOf(row.user));
      const user = row.user === "" ? account.holder.number : users.get(row.user)!;
      if (typeof user === "string") {
        refuse(user);
        continue;
      }
      const twin = list.slice(0, i).find((other) => overlaps(row, other));
      if (twin) {
        refuse(t("overlap", { line: twin.line }));
        continue;
      }
      const other = user !== account.holder.number;
      const body = { ...row.body, user, consent: other ? agreed : undefined };
      const sum = (taken.get(samePick(row)) ?? 0n) + (row.amount ?? 0n);
      try {
        const preview = await send<RetirePreview>("POST", `/accounts/${row.account}/retirements/preview`, { ...body, user: other ? user : undefined, selection: selectionOf(row, sum) });
        taken.set(samePick(row), sum);
        const words = new Set(preview.lines.filter((one) => one.eligible !== "yes").map((one) => say(one.words, language)));
        judged.push({
          line: row.line,
          fits: true,
          units: row.amount ?? BigInt(preview.units.value),
          message: words.size > 0 ? t("condition", { words: [...words].join(", ") }) : "",
          body: { account: row.account, ...body, selection: selectionOf(row) },
        });
      } catch (error) {
        const refused = asProblem(error);
        if (refused.passing || refused.status === 401 || refused.status === 403) throw refused;
        refuse(say(refused.answer, language));
      }
    }
    return judged;
  };
  // The number of a user, or why there is none.
  const userOf = async (text: string): Promise<number | string> => {
    if (text === "") return 0;
    if (/^\d{1,12}$/.test(text)) return Number(text);
    const { items } = await get<{ items: Found[] }>("/organisations", { text, limit: 20 });
    const fitting = items.filter((one) => one.corporate_number === text || one.name === text);
    if (fitting.length === 1) return fitting[0]!.organisation;
    return t(fitting.length === 0 ? "userUnknown" : "userMany", { text });
  };

  const enter = async () => {
    if (!file || !rows) return;
    setBusy(true);
    setProblem(undefined);
    try {
      const answer = await commands(
        rows.map((one) => ({ name: "ApplyRetirement", body: one.body })),
        "",
        await keyOfFile(file, String(acting), file.name, consent ?? ""),
      );
      setRows(rows.map((one, i) => ({ ...one, request: Number(answer.outcomes[i]?.retirement) || undefined })));
      setOver(answer.repeated ? "repeated" : "asked");
      await client.invalidateQueries();
    } catch (error) {
      setProblem(asProblem(error));
    }
    setBusy(false);
  };

  const refused = rows?.filter((one) => !one.fits).length ?? 0;
  const units = String((rows ?? []).reduce((sum, one) => sum + one.units, 0n));
  const ready = rows !== undefined && rows.length > 0 && refused === 0 && over === undefined;
  const text = left
    ? t("judging", left)
    : over === "repeated"
      ? t("repeated")
      : over === "asked"
        ? t("asked", { rows: rows?.length ?? 0, units })
        : !rows
          ? t("chooseFirst")
          : refused > 0
            ? t("refused", { rows: rows.length, refused })
            : t("fits", { rows: rows.length, units });
  return (
    <>
      <div role="status">
        <NextStep text={text} steps={ready ? [{ action: t("enter"), onClick: () => void enter(), disabled: busy }] : over ? [{ action: t("toRequests"), to: "/my-retirements" }] : []} />
      </div>
      <section className="s-section s-stack">
        <Upload
          name={t("file")}
          types={[".csv", ".xlsx"]}
          size_mb_max={8}
          onFile={(chosen) => {
            setFile(chosen);
            void judge(chosen, consent);
          }}
        />
        <details>
          <summary>{r("consent")}</summary>
          <Upload<{ hash: string }>
            name={t("consent")}
            path="/account-documents"
            types={[".pdf", ".png", ".jpg", ".jpeg"]}
            size_mb_max={64}
            onAnswer={(answer) => {
              setConsent(answer.hash);
              if (file && !over) void judge(file, answer.hash);
            }}
          />
        </details>
        {consent && <p role="status">{t("consentKept")}</p>}
        {wrong && (
          <p className="s-error-text" role="alert">
            {wrong}
          </p>
        )}
        <ProblemNotice problem={problem} again={ready ? () => void enter() : file && !over ? () => void judge(file, consent) : undefined} />
      </section>
      {rows && <Report rows={rows} />}
    </>
  );
}

function Report({ rows }: { rows: readonly Judged[] }) {
  const t = useTexts(bulkTexts);
  const word = (one: Judged) => (one.request ? t("rowAsked") : one.fits ? t("rowFits") : t("rowRefused"));
  const save = () =>
    saveBlob(
      new Blob(["\ufeff", csvOf([[t("line"), t("result"), t("units"), t("request"), t("message")], ...rows.map((one) => [one.line, word(one), String(one.units), one.request ?? "", one.message])])], { type: "text/csv" }),
      "report.csv",
    );
  return (
    <section className="s-section s-stack" aria-label={t("result")}>
      <Button size="md" kind="ghost" onClick={save}>
        {t("report")}
      </Button>
      <div className="s-scroll s-cards-below" tabIndex={0} role="region" aria-label={t("result")}>
        <table className="cds--data-table" aria-label={t("result")}>
          <thead>
            <tr>
              <th scope="col">{t("line")}</th>
              <th scope="col">{t("result")}</th>
              <th scope="col" className="s-end">
                {t("units")}
              </th>
              <th scope="col">{t("request")}</th>
              <th scope="col">{t("message")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((one) => (
              <tr key={one.line}>
                <td data-label={t("line")}>{one.line}</td>
                <td data-label={t("result")}>{word(one)}</td>
                <td className="s-end" data-label={t("units")}>
                  {String(one.units)}
                </td>
                <td data-label={t("request")}>{one.request ? <Link to={`/my-retirements/${one.request}`}>{t("requestNumber", { number: one.request })}</Link> : "-"}</td>
                <td data-label={t("message")}>{one.message || "-"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
