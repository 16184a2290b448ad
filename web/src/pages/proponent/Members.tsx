// The register of a programme: 100,000 rows by pages of the server, lists in with a report per row, changes of one member.
import { Button, Select, SelectItem, Table, TableBody, TableCell, TableHead, TableHeader, TableRow, TextInput } from "@carbon/react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useParams } from "react-router-dom";
import { list, upload } from "../../api/client";
import type { Answered, Job } from "../../api/jobs";
import { asProblem, type Problem } from "../../api/problem";
import { useGet } from "../../api/queries";
import { useLanguage, useTexts } from "../../i18n/language";
import { say } from "../../i18n/texts";
import { EmptyState } from "../../parts/DataTable";
import { Loading } from "../../parts/Loading";
import { LongWork, WorkBefore } from "../../parts/LongWork";
import { NextStep } from "../../parts/NextStep";
import { PageHead } from "../../parts/PageHead";
import { ProblemNotice } from "../../parts/ProblemNotice";
import { SaveFile } from "../../parts/SaveFile";
import { Upload } from "../../parts/Upload";
import { useWork } from "../../parts/useWork";
import { VirtualTable, type VirtualColumn } from "../../parts/VirtualTable";
import { dateText, grouped, periodText } from "../../parts/values";
import { Words } from "../../parts/Term";
import type { ListReport, MemberMatch, MemberView } from "./api";
import { MemberDialog } from "./MemberDialog";
import { texts } from "./memberTexts";

const PAGE = 200;

export default function Members() {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const { project } = useParams();
  const base = `/proponent/cases/${project}`;
  const client = useQueryClient();
  const [text, setText] = useState("");
  const [status, setStatus] = useState("");
  const [sort, setSort] = useState("member");
  const [opened, setOpened] = useState<MemberView>();
  const [stamp, setStamp] = useState(0);
  const [total, setTotal] = useState<number>();
  const [problem, setProblem] = useState<Problem | null>(null);
  const matches = useGet<{ items: MemberMatch[] }>(`${base}/matches`);
  const waiting = matches.data?.items.filter((m) => m.open).length ?? 0;

  const reload = useCallback(() => {
    setStamp((n) => n + 1);
    void client.invalidateQueries({ queryKey: ["get"] });
  }, [client]);
  // The same columns as long as they say the same: rows in sight are not drawn anew when others arrive.
  const columns = useMemo(() => {
    const by = (field: string) => ({
      sort: () => setSort(sort === field ? `-${field}` : field),
      sorted: sort === field ? ("ascending" as const) : sort === `-${field}` ? ("descending" as const) : undefined,
    });
    const all: readonly VirtualColumn<MemberView>[] = [
      { id: "own", name: t("member"), cell: (m) => m.own, width: "9rem", ...by("member") },
      { id: "name", name: t("name"), cell: (m) => (m.erased ? t("erased") : m.name), width: "minmax(9rem, 2fr)" },
      { id: "address", name: t("address"), cell: (m) => m.address, width: "minmax(10rem, 3fr)" },
      { id: "applied", name: t("applied"), cell: (m) => dateText(m.applied_on, language), width: "9rem", ...by("applied_on") },
      { id: "period", name: t("period"), cell: (m) => periodText(m.period, language), width: "15rem" },
      { id: "list", name: t("list"), cell: (m) => m.list, width: "6rem" },
      { id: "status", name: t("status"), cell: (m) => t(m.status), width: "6rem" },
    ];
    return all;
  }, [t, sort, language]);
  const query = { text, status, sort };
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} />
      <Words words={["programme_project", "operator", "sample_seed"]} />
      <NextStep
        text={waiting > 0 ? t("nextMatches", { count: waiting }) : t("nextAdd")}
        steps={[...(waiting > 0 ? [{ action: t("openMatches"), to: `/cases/${project}/matches` }] : []), { action: t("backToCase"), to: `/cases/${project}` }]}
      />
      <div className="s-tools">
        <div className="s-filters" role="search">
          <TextInput id="member-search" labelText={t("search")} value={text} onChange={(event) => setText(event.target.value)} />
          <Select id="member-status" labelText={t("status")} value={status} onChange={(event) => setStatus(event.target.value)}>
            <SelectItem value="" text={t("all")} />
            {(["active", "left", "excluded"] as const).map((one) => (
              <SelectItem key={one} value={one} text={t(one)} />
            ))}
          </Select>
        </div>
        <div className="s-row">
          {(["csv", "xlsx"] as const).map((format) => (
            <SaveFile key={format} kind="ghost" path={`${base}/members`} query={{ ...query, format }}>
              {t(format)}
            </SaveFile>
          ))}
        </div>
      </div>
      <ProblemNotice problem={problem} again={() => setStamp((n) => n + 1)} />
      {total === undefined && !problem && <Loading />}
      {total === 0 && !text && !status && <EmptyState empty={{ title: t("none"), text: t("noneText") }} />}
      <Rows base={base} text={text} status={status} sort={sort} stamp={stamp} total={total} columns={columns} open={setOpened} setTotal={setTotal} setProblem={setProblem} />
      <ListIn base={base} project={Number(project)} taken={reload} />
      {opened && <MemberDialog member={opened} project={Number(project)} close={() => (setOpened(undefined), reload())} />}
    </>
  );
}

interface RowsProps {
  base: string;
  text: string;
  status: string;
  sort: string;
  stamp: number;
  total: number | undefined;
  columns: readonly VirtualColumn<MemberView>[];
  open: (member: MemberView) => void;
  setTotal: (total: number) => void;
  setProblem: (problem: Problem | null) => void;
}
// The table with the pages of it that were fetched so far. On its own, so that what arrives draws nothing else anew.
function Rows({ base, text, status, sort, stamp, total, columns, open, setTotal, setProblem }: RowsProps) {
  const t = useTexts(texts);
  const pages = useRef(new Map<number, readonly MemberView[]>());
  const asked = useRef(new Set<number>());
  const [, redraw] = useState(0);
  const fetchPage = useCallback(
    async (page: number) => {
      if (asked.current.has(page)) return;
      const wanted = asked.current;
      wanted.add(page);
      try {
        const answer = await list<MemberView>(`${base}/members`, { limit: PAGE, cursor: page === 0 ? undefined : String(page * PAGE), text, status, sort });
        if (wanted !== asked.current) return;  // another filter was chosen meanwhile
        pages.current.set(page, answer.items);
        setTotal(answer.total ?? answer.items.length);
        setProblem(null);
        redraw((n) => n + 1);
      } catch (error) {
        wanted.delete(page);
        setProblem(asProblem(error));
      }
    },
    [base, text, status, sort, setTotal, setProblem],
  );
  useEffect(() => {
    pages.current = new Map();
    asked.current = new Set();
    const timer = setTimeout(() => void fetchPage(0), 250);
    return () => clearTimeout(timer);
  }, [fetchPage, stamp]);
  const need = useCallback(
    (first: number, last: number) => {
      for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); page += 1) void fetchPage(page);
    },
    [fetchPage],
  );
  if (!total) return null;
  return <VirtualTable<MemberView> name={t("title")} count={total} row={(index) => pages.current.get(Math.floor(index / PAGE))?.[index % PAGE]} need={need} open={open} columns={columns} />;
}

function ListIn({ base, project, taken }: { base: string; project: number; taken: () => void }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const [file, setFile] = useState<File>();
  const onDone = useCallback((job: Answered<{ member_list: ListReport }>) => Number(job.member_list?.taken ?? 0) > 0 && taken(), [taken]);
  const work = useWork<{ member_list: ListReport }>(["member_check", "member_list"], { project }, onDone);
  const check = useMutation<Job, Problem, File>({ mutationFn: (one) => upload<Job>(`${base}/members/check`, one), onSuccess: work.begin });
  const take = useMutation<Job, Problem, File>({ mutationFn: (one) => upload<Job>(`${base}/members/admit`, one), onSuccess: work.begin });
  const report = work.job?.member_list;
  const wrong = report?.report.filter((row) => !row.good) ?? [];
  const clean = report && wrong.length === 0 && report.findings.length === 0;
  const checked = clean && work.job?.kind === "member_check";
  const busy = check.isPending || take.isPending || work.open;
  return (
    <section className="s-section s-stack">
      <h2>{t("add")}</h2>
      <p>{t("addText")}</p>
      <Upload
        name={t("file")}
        types={[".csv", ".xlsx"]}
        size_mb_max={64}
        onFile={(one) => {
          setFile(one);
          take.reset();
          work.leave();
          check.mutate(one);
        }}
      />
      {(check.isPending || take.isPending) && <Loading />}
      {work.job && <LongWork job={work.job} />}
      <WorkBefore job={busy ? undefined : work.before} show={work.show} />
      <ProblemNotice problem={check.error ?? take.error ?? work.problem} />
      {report && (
        <>
          <p className={clean ? "s-notice s-notice-good" : "s-notice"} role="status">
            {report.repeated
              ? t("repeated")
              : Number(report.taken) > 0
                ? t("taken", { count: grouped(String(report.taken)), matches: grouped(String(report.matches)) })
                : clean
                  ? t("checked", { rows: grouped(String(report.rows)) })
                  : t("wrong", { count: Math.max(1, wrong.length) })}
          </p>
          {report.findings.map((f, i) => (
            <p key={i} className="s-error-text">
              {say(f.text, language)} {say(f.remedy, language)}
            </p>
          ))}
          {checked && file && (
            <Button size="md" disabled={busy} onClick={() => take.mutate(file)}>
              {t("take")}
            </Button>
          )}
          {checked && !file && <p>{t("chooseAgain")}</p>}
          <ReportRows report={report} />
        </>
      )}
    </section>
  );
}

function ReportRows({ report }: { report: ListReport }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  if (report.report.length === 0) return null;
  return (
    <div className="s-scroll s-cards-below" tabIndex={0} role="region" aria-label={t("finding")}>
      <Table size="sm" aria-label={t("finding")}>
        <TableHead>
          <TableRow>
            <TableHeader>{t("line")}</TableHeader>
            <TableHeader>{t("member")}</TableHeader>
            <TableHeader>{t("finding")}</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {report.report.map((row) => (
            <TableRow key={row.line}>
              <TableCell data-label={t("line")}>{row.line}</TableCell>
              <TableCell data-label={t("member")}>{row.own}</TableCell>
              <TableCell data-label={t("finding")}>
                {row.good
                  ? t("right")
                  : row.findings.map((f, i) => (
                      <p key={i} className="s-error-text">
                        {say(f.text, language)} {say(f.remedy, language)}
                      </p>
                    ))}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
