import { readFileSync, writeFileSync } from 'node:fs';
import { Command, CommanderError, Option } from 'commander';
import type { DataSet } from '../shared/model.ts';
import { readConfig, type Config } from './config.ts';
import type { Database } from './db/database.ts';
import { openDatabase } from './db/open.ts';
import { AppError, InputError } from './errors.ts';
import { serve } from './main.ts';
import { buildPage } from './page.ts';
import { analyse, lazyRouter } from './pipeline/analyse.ts';
import {
  EXPORT_FORMATS,
  EXPORT_KINDS,
  exportFindings,
  type ExportFormat,
  type ExportKind,
} from './pipeline/export.ts';
import {
  importAis,
  importCalls,
  importPorts,
  importSeizures,
  type ImportOptions,
  type ImportReport,
} from './pipeline/ingest.ts';
import { countsInWords, GAZETTEER, setUp } from './pipeline/setup.ts';
import { statusOf } from './pipeline/status.ts';

/** Exit codes: 0 done, 1 the input or the data directory is at fault, 2 the command was not understood. */
const EXIT_INPUT = 1;
const EXIT_USAGE = 2;

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

interface GlobalOptions {
  readonly json?: boolean;
  readonly data?: string;
}

const program = new Command('leeward')
  .description('Recurring trafficking routes and hot spots from seizure reports and vessel movements.')
  .version(version)
  .option('--data <dir>', 'data directory (default: $LEEWARD_DATA or .leeward)')
  .option('--json', 'answer with one JSON value, for machines')
  .addHelpText('after', '\nA PostgreSQL server with PostGIS is used instead when DATABASE_URL is set.')
  .showHelpAfterError()
  .exitOverride();

const say = (text: string): void => {
  if (!globals().json) process.stdout.write(`${text}\n`);
};
const answer = (value: object, text: string): void => {
  process.stdout.write(globals().json ? `${JSON.stringify(value)}\n` : `${text}\n`);
};
const globals = (): GlobalOptions => program.opts<GlobalOptions>();
/** Made anew for each command, so that the router it makes goes with it. */
const analysis = () => ({
  now: Date.now,
  codeVersion: version,
  router: lazyRouter(),
  progress: (step: string) => {
    say(`  ${step}`);
  },
});

function configured(overrides: { port?: string } = {}): Config {
  const { data } = globals();
  return readConfig({
    ...process.env,
    ...(data === undefined ? {} : { LEEWARD_DATA: data }),
    ...(overrides.port === undefined ? {} : { LEEWARD_PORT: overrides.port }),
  });
}

async function withDatabase(config: Config, work: (db: Database) => Promise<void>): Promise<void> {
  const db = await openDatabase(config);
  try {
    await work(db);
  } finally {
    await db.close();
  }
}

program
  .command('start')
  .description('open the database, load what is missing, analyse, and serve the page')
  .option('--port <number>', 'port to listen on (default: $LEEWARD_PORT or 4680)')
  .option('--no-demo', 'leave out the synthetic demo traffic')
  .action(async (options: { port?: string; demo: boolean }) => {
    const began = Date.now();
    const config = configured(options);
    say(`Leeward ${version}`);
    say(config.databaseUrl ? '  Opening the database server' : `  Opening ${config.dataDirectory}`);
    const page = buildPage();
    // Waited for below; until then a failure must not end the process unheard.
    page.catch(() => undefined);
    const db = await openDatabase(config);
    const report = await setUp(db, { ...analysis(), again: false, demo: options.demo });
    await page;
    const server = await serve(db, config, version);
    const seconds = ((Date.now() - began) / 1000).toFixed(1);
    answer(
      { address: server.address, ...report },
      `  Run ${String(report.runId)}: ${countsInWords(report.counts)}\nReady in ${seconds} s: ${server.address}`,
    );
    const stop = async (): Promise<void> => {
      await server.stop();
      await db.close();
      process.exit(0);
    };
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
  });

const imports = program
  .command('import')
  .description('take in files; nothing is written when one is at fault');

interface ImportFlags {
  readonly dryRun?: boolean;
  readonly dataSet: string;
  readonly synthetic?: boolean;
}

function importCommand(
  usage: string,
  description: string,
  dataSet: string,
  run: (db: Database, files: readonly string[], options: ImportOptions) => Promise<ImportReport>,
): void {
  imports
    .command(usage)
    .description(description)
    .option('--dry-run', 'check and count, write nothing')
    .option('--data-set <name>', 'data set the records belong to', dataSet)
    .option('--synthetic', 'mark a new data set as synthetic, on the map and in every export')
    .action(async (given: string | readonly string[], flags: ImportFlags) => {
      const files = typeof given === 'string' ? [given] : given;
      const set: DataSet = checkedDataSet(flags);
      await withDatabase(configured(), async (db) => {
        const options = { dataSet: set, dryRun: flags.dryRun ?? false, now: Date.now() };
        const report = await run(db, files, options);
        answer(report, importInWords(report));
      });
    });
}

function checkedDataSet({ dataSet, synthetic = false }: ImportFlags): DataSet {
  if (!/^[a-z0-9][a-z0-9-]{0,59}$/.test(dataSet)) {
    throw new AppError(
      'bad-data-set',
      `--data-set takes small letters, digits and hyphens, at most 60; got "${dataSet.slice(0, 60)}".`,
    );
  }
  return {
    id: dataSet,
    title: dataSet === GAZETTEER.id ? GAZETTEER.title : `Imported: ${dataSet}`,
    synthetic,
  };
}

importCommand(
  'seizures <file>',
  'seizure reports, CSV as data/seizures.csv, plain or .gz',
  'imported',
  (db, [file = ''], o) => importSeizures(db, file, o),
);
importCommand(
  'ais <files...>',
  'vessel positions, MarineCadastre CSV, plain or .gz; several files are one batch',
  'imported',
  importAis,
);
importCommand(
  'calls <file>',
  'port calls or manifests, CSV: vessel_name, mmsi, port, arrived_at, departed_at',
  'imported',
  (db, [file = ''], o) => importCalls(db, file, o),
);
importCommand('ports <file>', 'ports and areas, CSV as data/ports.csv', GAZETTEER.id, (db, [file = ''], o) =>
  importPorts(db, file, o),
);

function importInWords(report: ImportReport): string {
  const lines = [`${report.files.join(', ')} into ${report.dataSet}: ${countsInWords(report.counts)}`];
  const aside = Object.entries(report.setAside).filter(([, count]) => count > 0);
  if (aside.length > 0) lines.push(`Set aside: ${countsInWords(Object.fromEntries(aside))}`);
  const shown = report.unresolved.slice(0, 20);
  for (const { row, column, text } of shown)
    lines.push(`  row ${String(row)}, ${column}: no place known as "${text}"`);
  const more = report.unresolved.length - shown.length;
  if (more > 0) lines.push(`  and ${String(more)} more (--json lists all)`);
  if (report.heldAsBatch !== null)
    lines.push(`Held already as batch ${String(report.heldAsBatch)}; nothing was added.`);
  else if (report.dryRun) lines.push('Dry run: nothing was written.');
  else lines.push(`Batch ${String(report.batchId)}. Next: leeward analyse`);
  return lines.join('\n');
}

program
  .command('analyse')
  .description('find routes and hot spots in all that is held, as a new numbered run')
  .option('--again', 'make a new run even when nothing has changed')
  .action(async (flags: { again?: boolean }) => {
    await withDatabase(configured(), async (db) => {
      const report = await analyse(db, { ...analysis(), again: flags.again ?? false });
      const what = `Run ${String(report.runId)}: ${countsInWords(report.counts)}`;
      answer(report, report.fresh ? what : `${what}\nNothing has changed since; no new run was made.`);
    });
  });

program
  .command('export')
  .description('write what the latest run found')
  .addArgument(program.createArgument('<what>', 'what to write').choices(EXPORT_KINDS))
  .addOption(new Option('--format <format>', 'file format').choices(EXPORT_FORMATS).default('geojson'))
  .option('--out <file>', 'file to write (default: standard output)')
  .action(async (what: ExportKind, flags: { format: ExportFormat; out?: string }) => {
    await withDatabase(configured(), async (db) => {
      const text = await exportFindings(db, what, flags.format);
      if (flags.out === undefined) {
        process.stdout.write(text);
        return;
      }
      writeFileSync(flags.out, text);
      answer({ file: flags.out, bytes: Buffer.byteLength(text) }, `Wrote ${flags.out}.`);
    });
  });

program
  .command('status')
  .description('what is held, by data set and batch, and the latest run')
  .action(async () => {
    await withDatabase(configured(), async (db) => {
      const status = await statusOf(db);
      answer(status, status.lines.join('\n'));
    });
  });

function fail(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT_USAGE;
  const known = error instanceof AppError || isSystemError(error);
  const message = error instanceof Error ? error.message : String(error);
  const rejects = error instanceof InputError ? error.rejects : [];
  if (globals().json) {
    const code = error instanceof AppError ? error.code : 'failed';
    process.stdout.write(`${JSON.stringify({ error: { code, message, rejects } })}\n`);
  } else {
    process.stderr.write(`${message}\n`);
    for (const { file, row, column, value, reason, fix } of rejects) {
      const where = [
        file,
        row === null ? '' : `row ${String(row)}`,
        column === null ? '' : `column ${column}`,
      ];
      const found = value === null ? '' : ` Found: ${value}`;
      process.stderr.write(
        `  ${where.filter((part) => part !== '').join(', ')}: ${reason}${found}\n    Fix: ${fix}\n`,
      );
    }
    if (!known && error instanceof Error) process.stderr.write(`${error.stack ?? ''}\n`);
  }
  return EXIT_INPUT;
}

/** Such as a port in use or a server that does not answer: the message says enough. */
function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = fail(error);
}
