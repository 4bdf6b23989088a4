// duckdb.mjs DATA OUT FOLDER WORK,QUESTION.sql,FIRST,LAST,ELEMENT...: loads the nation into DuckDB, asks each question
// of tables in memory and of a Parquet file, and leaves times and answers below OUT. FOLDER takes the database.
import { readFileSync, writeFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { DuckDBInstance } from '@duckdb/node-api';

const [data, out, folder, ...questions] = process.argv.slice(2);
const [fastRuns, leastRuns, budget] = ['FAST_RUNS', 'LEAST_RUNS', 'BUDGET_MS'].map((name) => Number(process.env[name]));
const options = { threads: '2' };

async function timeOf(act) {
  const start = performance.now();
  await act();
  return performance.now() - start;
}

function keepTimes(peer, work, times) {
  writeFileSync(`${out}/times/${peer}.${work}`, times.map((ms) => `${ms.toFixed(3)}\n`).join(''));
}

// The one-time load into a file: after the checkpoint it is on the disk, in its final form.
async function load(file) {
  const disk = await (await DuckDBInstance.create(file, options)).connect();
  await disk.run('create table unit(unit integer not null, province smallint not null)');
  await disk.run(
    'create table figure(unit integer not null, element smallint not null, period varchar not null, value integer not null)');
  await disk.run(`copy unit from '${data}/units.csv' (header)`);
  const ms = await timeOf(async () => {
    await disk.run(`copy figure from '${data}/figures.csv' (header)`);
    await disk.run('checkpoint');
  });
  keepTimes('duckdb', 'bulk_load', [ms]);
  disk.closeSync();
}

// Sorted, as the keys of the other peers are: whole blocks can then be passed over.
async function inMemory(file) {
  const memory = await (await DuckDBInstance.create(':memory:', options)).connect();
  await memory.run(`attach '${file}' as disk (read_only)`);
  await memory.run('create table unit as from disk.unit');
  await memory.run('create table figure as from disk.figure order by period, element, unit');
  await memory.run('detach disk');
  return memory;
}

async function answer(statement) {
  const reader = await statement.runAndReadAll();
  return { names: reader.columnNames(), rows: reader.getRows() };
}

async function ask(connection, peer, [work, question, first, last, element]) {
  const text = readFileSync(question, 'utf8').replace(/:(first|last|element)\b/g, '$$$1');
  const statement = await connection.prepare(text);
  const values = Object.entries({ first, last, element: Number(element) });
  statement.bind(Object.fromEntries(values.filter(([name]) => text.includes(`$${name}`))));
  await answer(statement);
  const { names, rows } = await answer(statement);
  writeFileSync(`${out}/answers/${peer}.${work}.csv`, [names, ...rows].map((row) => `${row.join(',')}\n`).join(''));
  const once = await timeOf(() => answer(statement));
  const runs = Math.min(fastRuns, Math.max(leastRuns, Math.floor(budget / once)));
  const times = [];
  while (times.length < runs) times.push(await timeOf(() => answer(statement)));
  keepTimes(peer, work, times);
}

const database = `${folder}/figures.duckdb`;
await load(database);
const memory = await inMemory(database);
const version = (await memory.runAndReadAll('select version()')).getRows()[0][0];
writeFileSync(`${folder}/version`, `DuckDB ${version}`);
for (const question of questions) await ask(memory, 'duckdb', question.split(','));

await memory.run(`copy figure to '${folder}/figures.parquet'`);
await memory.run('drop table figure');
await memory.run(`create view figure as from read_parquet('${folder}/figures.parquet')`);
for (const question of questions) await ask(memory, 'duckdb_parquet', question.split(','));
