// The totals of a programme's members by DuckDB, exactly (DECIMAL), without traces: what `./dev bench monitoring` stands beside.
//
//   node programme_totals.mjs FOLDER DATA MEMBERS THREADS TIMES
//
// FOLDER holds node_modules (./dev puts them there). The members stand in a table before the clock runs; each time reads DATA anew. Prints one JSON
// object: milliseconds of each time, the totals as decimal texts, the process's peak memory in kilobytes.
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder, data, members, threads, times] = process.argv.slice(2);
const { DuckDBInstance, version } = await import(pathToFileURL(createRequire(resolve(folder, 'package.json')).resolve('@duckdb/node-api')));
const instance = await DuckDBInstance.create(':memory:', { threads });
const connection = await instance.connect();
const text = (path) => `'${resolve(path).replaceAll("'", "''")}'`;
await connection.run(`create table members as select * from read_csv(${text(members)}, header = true,
  columns = {'number': 'VARCHAR', 'first': 'DATE', 'last': 'DATE'})`);
const query = `
  with rows as (
    select member, (period || '-01')::date as first, value
    from read_csv(${text(data)}, header = true, quote = '"', columns = {'member': 'VARCHAR', 'symbol': 'VARCHAR', 'period': 'VARCHAR',
      'value': 'DECIMAL(18,3)', 'unit': 'VARCHAR', 'class': 'VARCHAR', 'evidence': 'VARCHAR'}))
  select year(rows.first) - (case when month(rows.first) < 4 then 1 else 0 end) as fiscal_year,
         (sum(rows.value) * 0.000434::DECIMAL(9,6))::VARCHAR as em_bl, count(*)::VARCHAR as counted
  from rows join members on rows.member = members.number
  where rows.first >= members.first and last_day(rows.first) <= members.last
  group by all order by all`;
const milliseconds = [];
let totals = [];
for (let i = 0; i < Number(times); ++i) {
  const begin = performance.now();
  totals = (await connection.runAndReadAll(query)).getRowsJson();
  milliseconds.push(performance.now() - begin);
}
console.log(JSON.stringify({ version: version(), milliseconds, totals, peak_kb: process.resourceUsage().maxRSS }));
