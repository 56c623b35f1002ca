import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { create } from 'xmlbuilder2';
import { describe, expect, it } from 'vitest';
import { renderData } from '../../../../server/briefings/data-formats/render.ts';
import { DATA_TABLES, type Briefing, type DataTable } from '../../../../shared/briefing.ts';
import { LANGUAGES } from '../../../../shared/languages.ts';
import { exampleBriefing } from '../../../support/briefing.ts';
import { CUT, FORMULA, hostileBriefing, MARKUP } from './hostile.ts';

async function csvRows(briefing: Briefing, table: DataTable): Promise<Record<string, string>[]> {
  const { bytes } = await renderData(briefing, 'csv', table);
  return parse<Record<string, string>>(bytes, { columns: true, bom: true });
}

describe('CSV', () => {
  it('reads back: the published totals of CALYPSO 2, each row saying where it is from', async () => {
    const rows = await csvRows(exampleBriefing(), 'reconciliation');
    expect(rows.map((row) => [row['item'], row['published'], row['loaded'], row['gap']])).toEqual([
      ['instances', '402', '4', '398'],
      ['headline', '500', '4', '496'],
      ['firearms', '119', '', ''],
      ['firearm_parts', '332', '', ''],
      ['assault_rifles', '21', '', ''],
      ['cocaine_kg', '772', '772.4', '-0.4'],
    ]);
    for (const row of rows) {
      expect(row).toMatchObject({
        run: '12',
        dataHash: '30393795d66fc2a85c3cc7350271bd8e429dc8f7a58b452e64f4aa8d1efeae87',
        code: 'LW-7K2M-Q4XD',
        marking: 'TLP:AMBER',
        synthetic: 'some',
      });
    }
    expect(rows[4]?.['before']).toBe('6');
  });

  it('reads back: routes with both null models, and what was not tested left empty', async () => {
    const [recurs, once] = await csvRows(exampleBriefing(), 'routes');
    expect(recurs).toMatchObject({
      places: 'Port of Spain > Basseterre > Road Town',
      recurs: 'true',
      effectiveSupport: '4',
      legsQ: '0.0021',
      callsPError: '0.001',
      rankWorst: '2',
      evidenceSynthetic: 'some',
    });
    expect(once).toMatchObject({ recurs: 'false', legsQ: '', callsDraws: '', rank: '' });
  });

  it('numbers stay numbers: a longitude west of Greenwich is no formula', async () => {
    const [spot] = await csvRows(exampleBriefing(), 'hotspots');
    expect([spot?.['longitude'], spot?.['latitude'], spot?.['z']]).toEqual(['-64.6', '18.4', '4.2']);
  });

  it('a text that would run as a formula is made text, also where a semicolon or a line break parts cells', async () => {
    const rows = await csvRows(hostileBriefing(), 'legs');
    expect(rows.map((row) => row['from'])).toEqual([MARKUP, "a;'=1+1", `'${FORMULA}`]);
    const [evidence] = await csvRows(hostileBriefing(), 'evidence');
    expect([evidence?.['quantities'], evidence?.['sourceTitle']]).toEqual([
      "'-5 kg; '@SUM(A1)",
      "'\t'=cmd|calc",
    ]);
  });

  it('begins with a byte-order mark and ends each row with CRLF', async () => {
    const { bytes, mediaType, extension } = await renderData(exampleBriefing(), 'csv', 'overTime');
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = new TextDecoder().decode(bytes);
    expect(text.split('\r\n')).toHaveLength(5);
    expect([mediaType, extension]).toEqual(['text/csv; charset=utf-8; header=present', 'csv']);
  });

  it('a table without rows is its header', async () => {
    const { bytes } = await renderData(exampleBriefing({ routes: [] }), 'csv', 'routes');
    expect(new TextDecoder().decode(bytes).trimEnd().split('\r\n')).toHaveLength(1);
  });

  it('refuses no table, and a table for what holds them all', async () => {
    await expect(renderData(exampleBriefing(), 'csv')).rejects.toMatchObject({
      code: 'bad-table',
      message:
        'CSV is one table: routes, legs, hotspots, evidence, overTime, reconciliation; it was given none.',
    });
    await expect(renderData(exampleBriefing(), 'xlsx', 'legs')).rejects.toMatchObject({
      code: 'bad-table',
      message: 'Only CSV is one table; xlsx holds all. Leave "legs" out.',
    });
  });
});

interface Cell {
  readonly at: string;
  /** `s`: a shared string; undefined: a number or a date. */
  readonly type: string | undefined;
  readonly value: string;
}
interface Book {
  readonly files: readonly string[];
  readonly sheets: ReadonlyMap<string, { readonly xml: string; readonly cells: readonly Cell[] }>;
}

/** Reads a workbook by its XML: names of sheets, and cells with their type and value. */
async function bookOf(briefing: Briefing): Promise<Book> {
  const { bytes } = await renderData(briefing, 'xlsx');
  const files = Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]),
  );
  const unescaped = (text: string): string =>
    text
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&apos;', "'")
      .replaceAll('&amp;', '&');
  const strings = [
    ...(files['xl/sharedStrings.xml'] ?? '').matchAll(/<si>.*?<t[^>]*>(.*?)<\/t><\/si>/gs),
  ].map(([, text = '']) => unescaped(text));
  const names = [...(files['xl/workbook.xml'] ?? '').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(
    ([, name = '']) => unescaped(name),
  );
  const sheets = names.map((name, i) => {
    const xml = files[`xl/worksheets/sheet${i + 1}.xml`] ?? '';
    const cells = [...xml.matchAll(/<c r="([A-Z]+\d+)"([^>]*)><v>(.*?)<\/v><\/c>/gs)].map(
      ([, at = '', attributes = '', raw = '']) => {
        const type = / t="(\w+)"/.exec(attributes)?.[1];
        return { at, type, value: type === 's' ? (strings[Number(raw)] ?? '') : raw };
      },
    );
    return [name, { xml, cells }] as const;
  });
  return { files: Object.keys(files), sheets: new Map(sheets) };
}
const cell = (book: Book, sheet: string, at: string): Cell | undefined =>
  book.sheets.get(sheet)?.cells.find((one) => one.at === at);

describe('XLSX', () => {
  it('a sheet that says what it is, then one for each table', async () => {
    const book = await bookOf(exampleBriefing());
    expect([...book.sheets.keys()]).toEqual([
      'About',
      'Routes',
      'Legs',
      'Hot spots',
      'Evidence',
      'Over time',
      'Published totals',
    ]);
    const about = book.sheets.get('About')?.cells.map(({ value }) => value) ?? [];
    for (const said of [
      'LW-7K2M-Q4XD',
      '12',
      'TLP:AMBER',
      'Synthetic demo traffic, 2025 (demo): 20 – synthetic',
    ]) {
      expect(about).toContain(said);
    }
    expect(about.some((value) => value.startsWith('30393795d66fc2a8'))).toBe(true);
  });

  it('numbers and days are real ones', async () => {
    const book = await bookOf(exampleBriefing());
    // Published totals, row 7: cocaine, 772 published (D), 772.4 loaded (G), gap -0.4 (H).
    expect(['D7', 'G7', 'H7'].map((at) => cell(book, 'Published totals', at))).toEqual([
      { at: 'D7', type: undefined, value: '772' },
      { at: 'G7', type: undefined, value: '772.4' },
      { at: 'H7', type: undefined, value: '-0.4' },
    ]);
    // 8 December 2025 is day 45999 of the calendar of spreadsheets (1 January 2025 is 45658, and 341 days more).
    expect(cell(book, 'Evidence', 'C2')).toEqual({ at: 'C2', type: undefined, value: '45999' });
    const { xml = '' } = book.sheets.get('Evidence') ?? {};
    expect(xml).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
  });

  it('no text is a formula, whatever it begins with', async () => {
    const book = await bookOf(hostileBriefing());
    for (const { xml } of book.sheets.values()) expect(xml).not.toMatch(/<f[ >]/);
    expect(['B2', 'B3', 'B4'].map((at) => cell(book, 'Legs', at))).toEqual([
      { at: 'B2', type: 's', value: MARKUP },
      { at: 'B3', type: 's', value: CUT },
      { at: 'B4', type: 's', value: FORMULA },
    ]);
  });

  it('a text that Excel would read as the code of a character stays as written', async () => {
    const [first, ...rest] = exampleBriefing().legs;
    if (!first) throw new Error('no leg');
    const book = await bookOf(exampleBriefing({ legs: [{ ...first, from: 'A_x0041_B' }, ...rest] }));
    expect(cell(book, 'Legs', 'B2')?.value).toBe('A_x005F_x0041_B');
  });

  it('every part is well-formed, and none but what a workbook needs', async () => {
    const { bytes } = await renderData(hostileBriefing(), 'xlsx');
    const parts = Object.entries(unzipSync(bytes));
    for (const [name, content] of parts) {
      expect(() => create(strFromU8(content)), name).not.toThrow();
    }
    expect(
      parts
        .map(([name]) => name)
        .filter((name) => !/worksheets\/(_rels\/)?sheet\d/.test(name))
        .sort(),
    ).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/_rels/workbook.xml.rels',
      'xl/sharedStrings.xml',
      'xl/styles.xml',
      'xl/workbook.xml',
    ]);
  });

  it.each(LANGUAGES)(
    'in %s: own words for sheets, heads and codes, none twice in a sheet',
    async (language) => {
      const book = await bookOf(exampleBriefing({ spec: { language } }));
      const heads = book.sheets
        .get([...book.sheets.keys()][1] ?? '')
        ?.cells.filter(({ at }) => /^[A-Z]+1$/.test(at));
      expect(new Set(heads?.map(({ value }) => value)).size).toBe(24);
      expect([...book.sheets.keys()].every((name) => name.length <= 31)).toBe(true);
      const totals = [...book.sheets.keys()].at(-1) ?? '';
      expect(cell(book, totals, 'B6')?.value).toBe(
        { en: 'Assault rifles', es: 'Fusiles de asalto', fr: 'Fusils d’assaut', nl: 'Aanvalsgeweren' }[
          language
        ],
      );
    },
  );
});

describe('the same bytes twice', () => {
  it.each(['xlsx', 'geojson', 'kml', 'graphml', 'gpx'] as const)('%s', async (format) => {
    const [first, second] = [
      await renderData(hostileBriefing(), format),
      await renderData(hostileBriefing(), format),
    ];
    expect(Buffer.from(first.bytes).equals(second.bytes)).toBe(true);
    expect(first.extension).toBe(format);
  });

  it.each(DATA_TABLES)('csv of %s', async (table) => {
    const [first, second] = [
      await renderData(hostileBriefing(), 'csv', table),
      await renderData(hostileBriefing(), 'csv', table),
    ];
    expect(Buffer.from(first.bytes).equals(second.bytes)).toBe(true);
  });
});
