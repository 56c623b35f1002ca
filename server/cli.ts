import { readFileSync } from 'node:fs';
import type { AnalysisRequest } from '../shared/api.ts';
import { MARKINGS, type Marking } from '../shared/vocabulary.ts';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { addBatches } from './cli-batches.ts';
import { addExport } from './cli-export.ts';
import { errorAsJson, errorInWords, importInWords } from './cli-words.ts';
import { isPort, PORT_SHAPE, readConfig, type Config } from './config.ts';
import type { Database } from './db/database.ts';
import { dataSetOf } from './db/batches.ts';
import { openDatabase } from './db/open.ts';
import { serve } from './main.ts';
import { buildPage } from './page.ts';
import { analyse } from './pipeline/analyse.ts';
import { analysisOptions } from './pipeline/analysis-options.ts';
import {
  importAis,
  importCalls,
  importPorts,
  type ImportOptions,
  type ImportReport,
} from './pipeline/ingest.ts';
import { waysOf, withWays, type WaysFlags } from './cli-seizures.ts';
import { importSeizures } from './pipeline/import-seizures.ts';
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
  .option('--data <dir>', 'data directory (default: $LEEWARD_DATA or .leeward)', directoryName)
  .option('--json', 'answer with one JSON value, for machines')
  .addHelpText('after', '\nA PostgreSQL server with PostGIS is used instead when DATABASE_URL is set.')
  .showHelpAfterError()
  .exitOverride();

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
const say = (text: string): void => {
  if (!globals().json) print(text);
};
/** A step of a longer command. */
const sayStep = (what: string): void => {
  say(`  ${what}`);
};
const answer = (value: object, text: string): void => {
  print(globals().json ? JSON.stringify(value) : text);
};
const globals = (): GlobalOptions => program.opts<GlobalOptions>();
function directoryName(text: string): string {
  // A name like an option is one forgotten: `--data --json` must not make a directory `--json`.
  if (text.trim() !== '' && !text.startsWith('-')) return text;
  throw new InvalidArgumentError('It takes the name of a directory.');
}

function quantity(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && Number.isFinite(value)) return value;
  throw new InvalidArgumentError('It takes a number.');
}

/** The settings that were given, without those that were not. */
function given<T extends object>(settings: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

function wholeNumber(text: string): number {
  if (/^\d{1,10}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It takes a whole number.');
}

function portNumber(text: string): string {
  if (isPort(text)) return text;
  throw new InvalidArgumentError(`It takes ${PORT_SHAPE}.`);
}

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
  .option('--port <number>', 'port to listen on (default: $LEEWARD_PORT or 4680)', portNumber)
  .option('--no-demo', 'leave out the synthetic demo traffic')
  .action(async (options: { port?: string; demo: boolean }) => {
    const config = configured(options);
    say(`Leeward ${version}`);
    sayStep(config.databaseUrl ? 'Opening the database server' : `Opening ${config.dataDirectory}`);
    const page = buildPage();
    // Waited for below; until then a failure must not end the process unheard.
    page.catch(() => undefined);
    const db = await openDatabase(config);
    try {
      await start(db, config, options.demo, page);
    } catch (error) {
      await db.close();
      throw error;
    }
  });

/** Sets up and serves until told to stop. */
async function start(db: Database, config: Config, demo: boolean, page: Promise<void>): Promise<void> {
  const options = analysisOptions({ codeVersion: version, say: sayStep });
  const report = await setUp(db, { ...options, demo, say: sayStep });
  await page;
  const server = await serve(db, config, version);
  const ready = `Ready in ${process.uptime().toFixed(1)} s: ${server.address}`;
  answer(
    { address: server.address, ...report },
    `  Run ${String(report.runId)}: ${countsInWords(report.counts)}\n${ready}`,
  );
  const stop = async (): Promise<void> => {
    await server.stop();
    await db.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
}

const imports = program
  .command('import')
  .description('take in files; nothing is written when one is at fault');

interface ImportFlags extends WaysFlags {
  readonly dryRun?: boolean;
  readonly dataSet: string;
  readonly synthetic?: boolean;
  readonly tlp?: Marking;
  readonly enterKm?: number;
  readonly exitKm?: number;
  readonly stopKnots?: number;
  readonly minStayHours?: number;
}

type Import = (
  db: Database,
  files: readonly string[],
  options: ImportOptions,
  flags: ImportFlags,
) => Promise<ImportReport>;

function importCommand(usage: string, description: string, dataSet: string, run: Import): Command {
  return imports
    .command(usage)
    .description(description)
    .option('--dry-run', 'check and count, write nothing')
    .option('--data-set <name>', 'data set the records belong to', dataSetName, dataSet)
    .addOption(
      new Option(
        '--tlp <marking>',
        'who may see the records (TLP 2.0); a tlp column of a seizure file goes before',
      ).choices(MARKINGS),
    )
    .option('--synthetic', 'mark a new data set as synthetic, on the map and in every export')
    .action(async (given: string | readonly string[], flags: ImportFlags) => {
      const files = typeof given === 'string' ? [given] : given;
      const { dataSet: id, synthetic = false, dryRun = false } = flags;
      const usual = id === GAZETTEER.id ? GAZETTEER.marking : 'amber';
      const title = id === GAZETTEER.id ? GAZETTEER.title : `Imported: ${id}`;
      await withDatabase(configured(), async (db) => {
        const marking = flags.tlp ?? (await dataSetOf(db, id))?.marking ?? usual;
        const options = { dataSet: { id, title, synthetic, marking }, dryRun, now: Date.now() };
        const report = await run(db, files, options, flags);
        answer(report, importInWords(report));
      });
    });
}

function dataSetName(text: string): string {
  if (/^[a-z0-9][a-z0-9-]{0,59}$/.test(text)) return text;
  throw new InvalidArgumentError('It takes small letters, digits and hyphens, at most 60.');
}

withWays(
  importCommand(
    'seizures <file>',
    'seizure reports, CSV with the columns of data/seizures.csv or ones told by their names, plain or .gz',
    'imported',
    (db, [file = ''], o, flags) => importSeizures(db, file, o, waysOf(flags)),
  ),
);
importCommand(
  'ais <files...>',
  'vessel positions, MarineCadastre CSV, plain or .gz; several files are one batch',
  'imported',
  (db, files, o, { enterKm, exitKm, stopKnots: stopSpeedKnots, minStayHours }) =>
    importAis(db, files, o, given({ enterKm, exitKm, stopSpeedKnots, minStayHours })),
)
  .option('--enter-km <km>', 'a port call begins within this distance of the port (default: 3)', quantity)
  .option('--exit-km <km>', 'and ends beyond this one (default: 4)', quantity)
  .option('--stop-knots <knots>', 'a vessel slower than this has stopped (default: 0.5)', quantity)
  .option('--min-stay-hours <hours>', 'a stay this long is a call without a stop (default: 1)', quantity);
importCommand(
  'calls <file>',
  'port calls or manifests, CSV: vessel_name, mmsi, port, arrived_at, departed_at',
  'imported',
  (db, [file = ''], o) => importCalls(db, file, o),
);
importCommand('ports <file>', 'ports and areas, CSV as data/ports.csv', GAZETTEER.id, (db, [file = ''], o) =>
  importPorts(db, file, o),
);

program
  .command('analyse')
  .description('find routes and hot spots in all that is held, as a new numbered run')
  .option('--again', 'make a new run even when nothing has changed')
  .option('--seed <number>', 'seed of the random draws', wholeNumber)
  .option('--draws <number>', 'random draws of each test, 99 to 99999', wholeNumber)
  .option('--longest-route <places>', 'places in a route at most, 2 to 6', wholeNumber)
  .option('--cell-resolution <number>', 'H3 resolution of the hot spot cells, 2 to 6', wholeNumber)
  .option('--max-uncertainty-km <km>', 'leave out seizures whose place is less certain, 0 to 500', quantity)
  .option('--period-months <months>', 'period of emerging hot spots, 1 to 120', wholeNumber)
  .action(async ({ again = false, ...request }: { again?: boolean } & AnalysisRequest) => {
    await withDatabase(configured(), async (db) => {
      const report = await analyse(db, {
        ...analysisOptions({ codeVersion: version, say: sayStep, request }),
        again,
      });
      const what = `Run ${String(report.runId)}: ${countsInWords(report.counts)}`;
      answer(report, report.fresh ? what : `${what}\nNothing has changed since; no new run was made.`);
    });
  });

addBatches(program, { withDatabase: (work) => withDatabase(configured(), work), answer });

addExport(program, {
  withDatabase: (work) => withDatabase(configured(), work),
  answer,
  isJson: () => globals().json === true,
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
  if (error instanceof CommanderError) return failUsage(error);
  if (globals().json) print(JSON.stringify(errorAsJson(error)));
  else process.stderr.write(`${errorInWords(error)}\n`);
  return EXIT_INPUT;
}

/** Commander has said on standard error what is wrong; a machine reads standard output. */
function failUsage(error: CommanderError): number {
  if (error.exitCode === 0) return 0;
  // The fault may stand before --json, which is then not read yet.
  if (process.argv.includes('--json')) {
    const message =
      error.code === 'commander.help' ? 'A command is missing.' : error.message.replace(/^error: /, '');
    print(JSON.stringify(errorAsJson(new Error(message), 'usage')));
  }
  return EXIT_USAGE;
}

// Whoever reads may stop reading, as `| head` does: what is under way still ends in order.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = fail(error);
}
