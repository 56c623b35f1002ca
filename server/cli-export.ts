import { InvalidArgumentError, Option, type Command } from 'commander';
import {
  BRIEFING_FORMATS,
  BRIEFING_KINDS,
  DATA_TABLES,
  FIGURE_SIZES,
  SCENE_LAYERS,
  type BriefingFormat,
  type BriefingKind,
  type ChangedClaim,
  type DataTable,
} from '../shared/briefing.ts';
import { lettersNamed } from '../shared/drawing/letters.ts';
import type { ExportRequestInput } from '../shared/briefing-schema.ts';
import { LANGUAGES, type Language } from '../shared/languages.ts';
import { COMMODITIES, LEVELS, MARKINGS, type Level, type Marking } from '../shared/vocabulary.ts';
import type { Database } from './db/database.ts';
import { exportBriefing, remakeBriefing } from './pipeline/export-briefing.ts';
import {
  EXPORT_FORMATS,
  EXPORT_KINDS,
  exportFindings,
  type ExportFormat,
  type ExportKind,
} from './pipeline/export.ts';
import { writeWhole } from './pipeline/write-file.ts';

interface Context {
  withDatabase(work: (db: Database) => Promise<void>): Promise<void>;
  answer(value: object, text: string): void;
  isJson(): boolean;
}

interface Flags {
  readonly figure?: string;
  readonly format?: BriefingFormat;
  readonly table?: DataTable;
  readonly out?: string;
  readonly consent?: boolean;
  readonly size?: (typeof FIGURE_SIZES)[number];
  readonly theme?: 'light' | 'dark';
  readonly language?: Language;
  readonly level?: Level;
  readonly bounds?: [number, number, number, number];
  readonly layers?: string[];
  readonly from?: string;
  readonly to?: string;
  readonly commodity?: string[];
  readonly country?: string[];
  readonly onlyDataSet?: string[];
  readonly route?: string;
  readonly title?: string;
  readonly subtitle?: string;
  readonly audience?: Marking;
  readonly vesselNames?: boolean;
}

const FORMATS = [...new Set([...EXPORT_FORMATS, ...Object.values(BRIEFING_FORMATS).flat()])];
const isFindings = (what: string): what is ExportKind => (EXPORT_KINDS as readonly string[]).includes(what);
const list = (text: string): string[] => text.split(',').filter((part) => part !== '');

function boundsOf(text: string): [number, number, number, number] {
  const [west = NaN, south = NaN, east = NaN, north = NaN, ...more] = text.split(',').map(Number);
  if (more.length === 0 && [west, south, east, north].every(Number.isFinite))
    return [west, south, east, north];
  throw new InvalidArgumentError('It takes west,south,east,north in degrees, such as -65,17,-62,19.');
}

/** Adds the command that writes findings, figures, pages, slides and data files. */
export function addExport(program: Command, context: Context): void {
  program
    .command('export')
    .description('write what the latest run found, or a figure, page, deck or data file of it')
    .addArgument(
      program
        .createArgument('[what]', 'what to write; not needed with --figure')
        .choices([...EXPORT_KINDS, ...BRIEFING_KINDS]),
    )
    .addOption(
      new Option('--format <format>', 'file format (default: the first its kind has)').choices(FORMATS),
    )
    .option('--out <file>', 'file to write (default: standard output)')
    .option('--figure <code>', 'make a figure or document again by its code, such as LW-1A2B-3C4D')
    .addOption(new Option('--table <name>', 'of data as CSV: which table').choices(DATA_TABLES))
    .addOption(new Option('--size <size>', 'of a figure').choices(FIGURE_SIZES))
    .addOption(new Option('--theme <theme>', 'of a figure').choices(['light', 'dark']))
    .addOption(new Option('--language <language>', 'of all words').choices(LANGUAGES))
    .addOption(new Option('--level <level>', 'at which places are compared').choices(LEVELS))
    .option('--bounds <west,south,east,north>', 'of the map, degrees; write --bounds=-65,17,-62,19', boundsOf)
    .option('--layers <names>', `what the map shows: ${SCENE_LAYERS.join(',')}`, list)
    .option('--from <day>', 'only events on or after this day')
    .option('--to <day>', 'only events on or before this day')
    .option('--commodity <names>', `only seizures of these: ${COMMODITIES.join(',')}`, list)
    .option('--country <codes>', 'only events in these, ISO codes such as VG,KN', list)
    .option('--only-data-set <names>', 'only events of these data sets', list)
    .option('--route <id>', 'the route to mark; a dossier needs one')
    .option('--title <text>', 'instead of the usual one')
    .option('--subtitle <text>', 'instead of the filter in words')
    .addOption(
      new Option('--audience <marking>', 'who may read it (TLP 2.0): nothing marked higher goes in').choices(
        MARKINGS,
      ),
    )
    .option('--vessel-names', 'vessels by name; for an audience of amber or higher only')
    .option('--consent', 'leave out what the audience may not see, knowingly')
    .addHelpText('after', '\nNeeds neither a display nor a browser.')
    .action(async (what: string | undefined, flags: Flags, command: Command) => {
      if (flags.figure !== undefined) {
        if (what !== undefined) command.error(`error: '--figure' makes one again; leave '${what}' out`);
        await again(context, flags.figure, flags);
      } else if (what === undefined) {
        command.error('error: say what to write, or which figure to make again with --figure');
      } else if (isFindings(what)) {
        await findings(context, what, flags, command);
      } else {
        const kind = what as BriefingKind;
        if (kind === 'totals') refuseForTotals(flags, command);
        await briefing(context, kind, flags);
      }
    });
}

async function findings(context: Context, what: ExportKind, flags: Flags, command: Command): Promise<void> {
  const format = EXPORT_FORMATS.find((known) => known === (flags.format ?? 'geojson'));
  if (format === undefined) {
    command.error(
      `error: ${what} are written as ${EXPORT_FORMATS.join(' or ')}, not as ${flags.format ?? ''}`,
    );
  }
  if (context.isJson() && format === 'csv' && flags.out === undefined) {
    command.error("error: option '--json' goes with '--format csv' only when '--out <file>' is given");
  }
  await context.withDatabase(async (db) => {
    const text = await exportFindings(db, what, format satisfies ExportFormat);
    await write(context, flags.out, new TextEncoder().encode(text), {}, '');
  });
}

/** What narrows or places a map means nothing to published totals: to pass over it would look like an answer. */
const NOT_OF_TOTALS = {
  level: '--level',
  bounds: '--bounds',
  layers: '--layers',
  from: '--from',
  to: '--to',
  commodity: '--commodity',
  country: '--country',
  onlyDataSet: '--only-data-set',
  route: '--route',
  vesselNames: '--vessel-names',
} as const satisfies Partial<Record<keyof Flags, string>>;

function refuseForTotals(flags: Flags, command: Command): void {
  const given = Object.entries(NOT_OF_TOTALS).filter(([name]) => flags[name as keyof Flags] !== undefined);
  if (given.length === 0) return;
  const options = given.map(([, option]) => `'${option}'`).join(', ');
  command.error(`error: totals are of every loaded case of each operation; leave ${options} out`);
}

async function briefing(context: Context, kind: BriefingKind, flags: Flags): Promise<void> {
  const format = flags.format ?? BRIEFING_FORMATS[kind][0];
  const request = { spec: specOf(kind, flags), format, table: flags.table, consent: flags.consent === true };
  await context.withDatabase(async (db) => {
    const { code, runId, rendered, undrawn } = await exportBriefing(db, request, Date.now());
    await write(
      context,
      flags.out,
      rendered.bytes,
      { code, runId, undrawn },
      [`Its code is ${code}, of run ${String(runId)}.`, ...undrawnInWords(undrawn)].join(' '),
    );
  });
}

async function again(context: Context, code: string, flags: Flags): Promise<void> {
  await context.withDatabase(async (db) => {
    const { runId, rendered, changes, undrawn } = await remakeBriefing(
      db,
      code,
      flags.format ?? null,
      flags.table,
    );
    await write(
      context,
      flags.out,
      rendered.bytes,
      { code, runId, changes, undrawn },
      [changesInWords(changes), ...undrawnInWords(undrawn)].join('\n'),
    );
  });
}

/** Letters of names that our font does not have, and where they can be read. */
const undrawnInWords = (undrawn: readonly string[]): string[] =>
  undrawn.length === 0
    ? []
    : [
        `Letters that our font does not have stand as [?]: ${lettersNamed(undrawn)}. "export data" has them as they are.`,
      ];

/** What has become of the numbers of a figure since. */
function changesInWords(changes: readonly ChangedClaim[] | null): string {
  if (changes === null) return 'The data of today no longer hold what it shows.';
  if (changes.length === 0) return 'No figure has changed since.';
  const lines = changes.map(
    ({ id, old, now }) => `  ${id}: ${String(old ?? 'none')}, now ${String(now ?? 'none')}`,
  );
  const count = changes.length === 1 ? '1 figure has changed' : `${String(changes.length)} figures changed`;
  return `${count} since:\n${lines.join('\n')}`;
}

type Asked = ExportRequestInput['spec'];

/** What was given, the rest as usual: the schema says what is possible and names what is not. */
function specOf(kind: BriefingKind, flags: Flags): Asked {
  const { size, theme, language, level, bounds, layers, route, title, subtitle, audience, vesselNames } =
    flags;
  const { from, to, commodity, country, onlyDataSet } = flags;
  const filter = { from, to, commodities: commodity, countries: country, dataSets: onlyDataSet };
  const selection = route === undefined ? undefined : { kind: 'route', id: route };
  const given = {
    size,
    theme,
    language,
    level,
    bounds,
    layers,
    title,
    subtitle,
    audience,
    vesselNames,
    selection,
  };
  return { kind, ...set(given), filter: set(filter) };
}

const set = (values: object): object =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

/** To a file, or to standard output, where then nothing else may stand. */
async function write(
  { answer }: Context,
  out: string | undefined,
  bytes: Uint8Array,
  more: object,
  words: string,
): Promise<void> {
  if (out === undefined) {
    process.stdout.write(bytes);
    if (words !== '') process.stderr.write(`${words}\n`);
    return;
  }
  await writeWhole(out, bytes);
  answer(
    { file: out, bytes: bytes.byteLength, ...more },
    [`Wrote ${out}.`, words].filter((one) => one !== '').join(' '),
  );
}
