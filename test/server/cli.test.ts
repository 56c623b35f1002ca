import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importSeizures } from '../../server/pipeline/import-seizures.ts';
import { importPorts } from '../../server/pipeline/ingest.ts';
import { openDatabase } from '../../server/db/open.ts';
import { copyOfTemplate } from '../support/database.ts';
import { tempFile } from '../support/files.ts';
import { leeward, type Finished } from '../support/leeward.ts';
import { SEIZURE_HEADER, seizureRow } from '../support/seizures.ts';

const NOW = Date.UTC(2026, 10, 25);
/** Rows of the file whose import is killed: a write long enough to be hit in the middle. */
const MANY = 6_000;

const seizureFile = (...rows: string[]): string =>
  tempFile('cases.csv', [SEIZURE_HEADER, ...rows, ''].join('\r\n'));

/** A data directory with the gazetteer and the 124 public cases; each test works on a copy. */
let held = '';
const folders: string[] = [];

async function copyOfHeld(): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'leeward cli '));
  folders.push(folder);
  await cp(held, folder, { recursive: true });
  return folder;
}

beforeAll(async () => {
  expect(readFileSync('data/seizures.csv', 'utf8').split('\r\n')[1]).toContain('S001');
  held = await copyOfTemplate();
  folders.push(held);
  const db = await openDatabase({ databaseUrl: '', dataDirectory: held });
  const into = (id: string) => ({
    dataSet: { id, title: id, synthetic: false, marking: 'clear' as const },
    dryRun: false,
    now: NOW,
  });
  await importPorts(db, 'data/ports.csv', into('gazetteer'));
  await importSeizures(db, 'data/seizures.csv', into('reported'));
  await db.close();
});

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** What a machine reads: standard output is one JSON value on one line, whatever happened. */
function jsonOf({ stdout }: Finished): Record<string, unknown> {
  expect(stdout.endsWith('\n') && stdout.indexOf('\n') === stdout.length - 1).toBe(true);
  return JSON.parse(stdout) as Record<string, unknown>;
}

describe.concurrent('what is not understood ends with 2, on the command line and as JSON', () => {
  it.each([
    [['bogus'], "unknown command 'bogus'"],
    [['status', 'more'], "too many arguments for 'status'. Expected 0 arguments but got 1."],
    [['import', 'ais'], "missing required argument 'files'"],
    [['start', '--port', 'abc'], "option '--port <number>' argument 'abc' is invalid."],
    [
      ['import', 'seizures', 'x.csv', '--data-set', 'Bad Name'],
      "option '--data-set <name>' argument 'Bad Name'",
    ],
    [['export', 'totals', '--commodity', 'cocaine', '--to', '2025-12-31'], "leave '--to', '--commodity' out"],
    [['export', 'routes', '--format', 'csv'], "'--json' goes with '--format csv' only when"],
    [['--data', '', 'status'], "option '--data <dir>' argument '' is invalid."],
  ])('%j', async (args, message) => {
    const finished = await leeward([...args, '--json'], { LEEWARD_DATA: '/no/such' });
    expect(finished.code).toBe(2);
    const { error } = jsonOf(finished) as { error: { code: string; message: string; rejects: unknown[] } };
    expect(error).toMatchObject({ code: 'usage', rejects: [] });
    expect(error.message).toContain(message);
    expect(finished.stderr).toContain(message);
  });

  it('and --help with 0', async () => {
    const { code, stdout } = await leeward(['import', 'ais', '--help'], {});
    expect(code).toBe(0);
    expect(stdout).toContain('Usage: leeward import ais [options] <files...>');
  });
});

describe.concurrent('a setting at fault ends with 1 and says what to do', () => {
  it.each([
    [{ LEEWARD_DATA: `${process.cwd()}/package.json` }, 'data-directory', '--data DIR'],
    [{ DATABASE_URL: 'postgres://u:secret@127.0.0.1:abc/x' }, 'bad-setting', 'DATABASE_URL'],
    [{ DATABASE_URL: 'postgres://u:secret@127.0.0.1:1/x' }, 'database-server', 'Check DATABASE_URL'],
  ])('%j', async (settings, code, says) => {
    const finished = await leeward(['status', '--json'], settings);
    expect(finished.code).toBe(1);
    expect(jsonOf(finished)).toMatchObject({ error: { code, rejects: [] } });
    expect(finished.stdout).toContain(says);
    expect(finished.stdout).not.toContain('secret');
  });
});

it('keeps a second process out of a directory in use, and lets it in afterwards', async () => {
  const folder = await copyOfHeld();
  const db = await openDatabase({ databaseUrl: '', dataDirectory: folder });
  const refused = await leeward(['status'], { LEEWARD_DATA: folder });
  await db.close();
  expect(refused).toMatchObject({ code: 1, stdout: '' });
  expect(refused.stderr).toBe(
    `The data directory ${folder} is in use by process ${String(process.pid)}. ` +
      'Stop that Leeward first, or choose another directory with --data DIR.\n',
  );
  const status = jsonOf(await leeward(['status', '--json', '--data', folder], {}));
  expect(status).toMatchObject({ batches: [{ kind: 'seizures' }, { kind: 'ports' }] });
});

it('names file, row, column, value and fix, and writes nothing', async () => {
  const folder = await copyOfHeld();
  const file = seizureFile(
    seizureRow({ record_id: 'G1' }),
    seizureRow({ record_id: 'B1', quantity: 'abc' }),
    // Rows of commas, as a spreadsheet leaves them, are no rows.
    ','.repeat(SEIZURE_HEADER.split(',').length - 1),
  );
  const finished = await leeward(['import', 'seizures', file, '--json'], { LEEWARD_DATA: folder });
  expect(finished.code).toBe(1);
  expect(jsonOf(finished)).toEqual({
    error: {
      code: 'rows-refused',
      message: 'cases.csv: 1 fault; nothing was imported.',
      rejects: [
        {
          file: 'cases.csv',
          row: 3,
          column: 'quantity',
          value: 'abc',
          reason: 'the quantity is not a number',
          fix: 'Write digits only, such as 772.4; the words of the source go into quantity_as_reported.',
        },
      ],
    },
  });
  // Times with an offset cannot be read from AIS: of such a file nothing is left, so nothing is taken in.
  const ais = tempFile(
    'offset.csv',
    'MMSI,BaseDateTime,LAT,LON\n319000001,2025-12-01T00:00:00-04:00,13.1,-61.2\n',
  );
  const refused = await leeward(['import', 'ais', ais, '--json'], { LEEWARD_DATA: folder });
  expect(refused.code).toBe(1);
  expect(jsonOf(refused)).toMatchObject({
    error: {
      code: 'rows-unusable',
      rejects: [{ file: ais, row: 2, column: 'BaseDateTime', value: '2025-12-01T00:00:00-04:00' }],
    },
  });
  const status = await leeward(['status', '--json'], { LEEWARD_DATA: folder });
  expect(jsonOf(status)).toMatchObject({ batches: [{ kind: 'seizures' }, { kind: 'ports' }] });
});

it('does not put real records under a synthetic label, and writes exports whole and without formulas', async () => {
  const folder = await copyOfHeld();
  const settings = { LEEWARD_DATA: folder };
  const formulas = { place: "=cmd|' /C calc'!A0", vessel_name: '+1', operation: '@x', source_title: '-2+3' };
  const file = seizureFile(seizureRow({ record_id: '=1+1', ...formulas }));
  const made = await leeward(['import', 'seizures', file, '--data-set', 'made', '--synthetic'], settings);
  expect(made.code).toBe(0);
  const other = seizureFile(seizureRow({ record_id: 'R1' }));
  const mixed = await leeward(['import', 'seizures', other, '--data-set', 'made'], settings);
  expect(mixed).toMatchObject({ code: 1, stdout: '' });
  expect(mixed.stderr).toContain('The data set made is synthetic. Name another with --data-set');

  expect((await leeward(['analyse'], settings)).code).toBe(0);
  const out = tempFile('out.csv', 'old');
  const args = ['export', 'seizures', '--format', 'csv', '--out'];
  const exported = await leeward([...args, out, '--json'], settings);
  expect(jsonOf(exported)).toEqual({ file: out, bytes: statSync(out).size });
  const text = readFileSync(out, 'utf8');
  expect(text).toContain("'=cmd|' /C calc'!A0");
  expect(text).not.toMatch(/(^|,|\n)"?[=+@]/);
  expect(readdirSync(path.dirname(out))).toEqual(['out.csv']);

  const nowhere = await leeward([...args, '/no/such/folder/out.csv'], settings);
  expect(nowhere.code).toBe(1);
  expect(nowhere.stderr).toContain('/no/such/folder/out.csv cannot be written');
});

/** Runs an import and kills it, as a power cut would, once the database on disk has grown by so much. */
async function killedWhileWriting(folder: string, file: string, grownBytes: number): Promise<boolean> {
  const child = spawn(process.execPath, ['server/leeward.js', 'import', 'seizures', file], {
    env: { ...process.env, DATABASE_URL: '', LEEWARD_DATA: folder },
    stdio: 'ignore',
  });
  const ended = once(child, 'close');
  const before = bytesUnder(folder);
  while (child.exitCode === null && child.signalCode === null) {
    if (bytesUnder(folder) - before >= grownBytes) child.kill('SIGKILL');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await ended;
  return child.signalCode === 'SIGKILL';
}

function bytesUnder(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).reduce((sum, entry) => {
    const file = path.join(entry.parentPath, entry.name);
    return entry.isFile() && existsSync(file) ? sum + statSync(file).size : sum;
  }, 0);
}

it('keeps all of a batch or none when it is killed in the middle, and opens again at once', async () => {
  const rows = Array.from({ length: MANY }, (_, i) => seizureRow({ record_id: `K${String(i)}` }));
  const file = seizureFile(...rows);
  const folder = await copyOfHeld();
  // A row takes a few hundred bytes, so both moments are within the write of 6,000.
  for (const grownBytes of [100_000, 1_000_000]) {
    expect(await killedWhileWriting(folder, file, grownBytes)).toBe(true);
    const db = await openDatabase({ databaseUrl: '', dataDirectory: folder });
    const [counts] = await db.query(
      `select (select count(*)::int from seizure) as seizures, (select count(*)::int from batch) as batches,
         (select count(*)::int from commodity_line) as lines, (select count(*)::int from data_set) as sets`,
    );
    await db.close();
    expect(counts).toEqual({ seizures: 124, batches: 2, lines: 155, sets: 2 });
  }
  const whole = await leeward(['import', 'seizures', file, '--json'], { LEEWARD_DATA: folder });
  expect(jsonOf(whole)).toMatchObject({ counts: { seizures: 6_000, new: 6_000, commodityLines: 6_000 } });
});
