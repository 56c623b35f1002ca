import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inLanguage } from '../../../shared/languages.ts';
import { readPublishedTotals } from '../../../server/operations/files.ts';
import { parseTotals } from '../../../server/operations/parse.ts';
import { casesCounted, ratioOf, reconcile } from '../../../server/operations/reconcile.ts';
import type { Seizure } from '../../../shared/model.ts';
import { shippedSeizures } from './shipped-seizures.ts';

const seizures = shippedSeizures();
const totals = await readPublishedTotals();

const rowsOf = (operation: string, cases: readonly Seizure[] = seizures): unknown[] =>
  reconcile(totals, cases)
    .filter((row) => row.operation === operation)
    .map(({ item, qualifier, published, loaded, gap, stating, cases: of }) =>
      [item, qualifier, published, loaded, gap, stating, of].join(' | '),
    );

describe('reconcile', () => {
  // By hand from data/seizures.csv: S001 to S004 are the four cases of CALYPSO 2; only S001 states a quantity.
  it('CALYPSO 2: the published numbers of the release beside the four cases loaded', () => {
    expect(rowsOf('CALYPSO 2')).toEqual([
      'instances | exactly | 402 | 4 | 398 | 4 | 4',
      'headline | more-than | 500 | 4 | 496 | 4 | 4',
      'firearms | exactly | 119 |  |  | 0 | 4',
      'firearm_parts | exactly | 332 |  |  | 0 | 4',
      'assault_rifles | exactly | 21 |  |  |  | 4',
      'cocaine_kg | exactly | 772 | 772.4 | -0.4 | 1 | 4',
    ]);
  });

  // S082: 20 pistols in Dominica, rounds not counted, one arrest.
  it('TRIGGER VII: what the one case states, and no more', () => {
    expect(rowsOf('TRIGGER VII')).toEqual([
      'firearms | about | 350 | 20 | 330 | 1 | 1',
      'ammunition_rounds | about | 3300 |  |  | 0 | 1',
      'cocaine_kg | about | 10100 |  |  | 0 | 1',
      'cannabis_kg | about | 2500 |  |  | 0 | 1',
      'arrests | about | 510 | 1 | 509 | 1 | 1',
    ]);
  });

  it('keeps 21 against 6 of the operation before, and where it was published', () => {
    const rifles = reconcile(totals, seizures).find(({ item }) => item === 'assault_rifles');
    expect([rifles?.published, rifles?.before, rifles?.beforeOperation]).toEqual([21, 6, 'CALYPSO']);
    expect(rifles?.source.date).toBe('2026-03-11');
    expect(rifles?.source.url).toMatch(/^https:/);
  });

  it('counts S001 to S004 and S082, whatever else is loaded', () => {
    expect(
      casesCounted(totals, seizures)
        .map(({ id }) => id.replace(/^.*:/, ''))
        .sort(),
    ).toEqual(['S001', 'S002', 'S003', 'S004', 'S082']);
    expect(casesCounted(totals, [])).toEqual([]);
  });

  // 21 against 6 as in test/server/statistics: 3.5, exact 95 % interval 1.37 to 10.6, two-sided p 0.0059.
  it('sets a count against that of the operation before, and never kilograms', () => {
    expect(ratioOf({ published: 21, before: 6, unit: 'piece' })).toEqual({
      ratio: 3.5,
      low: expect.closeTo(1.37, 2) as number,
      high: expect.closeTo(10.6, 1) as number,
      p: expect.closeTo(0.0059, 4) as number,
    });
    expect(ratioOf({ published: 21, before: null, unit: 'piece' })).toBeNull();
    expect(ratioOf({ published: 772, before: 500, unit: 'kg' })).toBeNull();
  });

  it('nothing loaded: no case, and no number that would read as nought kilograms', () => {
    expect(rowsOf('CALYPSO 2', []).slice(0, 3)).toEqual([
      'instances | exactly | 402 | 0 | 402 | 0 | 0',
      'headline | more-than | 500 | 0 | 500 | 0 | 0',
      'firearms | exactly | 119 |  |  | 0 | 0',
    ]);
  });

  it('counts a case once: given twice, or naming the operation twice or in other letters', () => {
    const [first] = seizures;
    if (!first) throw new Error('no case');
    const named = { ...first, operation: 'Calypso  2; CALYPSO 2 ;OTHER' };
    expect(rowsOf('CALYPSO 2', [named, named])).toContain(
      'cocaine_kg | exactly | 772 | 772.4 | -0.4 | 1 | 1',
    );
    expect(rowsOf('CALYPSO 2', [{ ...first, operation: 'CALYPSO 21' }])[0]).toBe(
      'instances | exactly | 402 | 0 | 402 | 0 | 0',
    );
  });

  it('adds kilograms without crumbs: 0.1 and 0.2 are 0.3', () => {
    const [first] = seizures;
    if (!first) throw new Error('no case');
    const kg = (quantity: number, lineNo: number) => ({ ...first.lines[0], quantity, lineNo });
    const two = { ...first, lines: [kg(0.1, 1), kg(0.2, 2)] } as Seizure;
    expect(rowsOf('CALYPSO 2', [two])).toContain('cocaine_kg | exactly | 772 | 0.3 | 771.7 | 1 | 1');
  });
});

const COLUMNS =
  'operation,item,published,qualifier,unit,before,before_operation,source_title,publisher,source_date,source_url,note';
const SOUND = {
  operation: 'X',
  item: 'firearms',
  published: '7',
  qualifier: 'exactly',
  unit: 'piece',
  before: '',
  before_operation: '',
  source_title: 'Release',
  publisher: 'Someone',
  source_date: '2026',
  source_url: 'https://example.org/1',
  note: '',
};
const columns = COLUMNS.split(',');
const faultsOf = (...rows: Partial<typeof SOUND>[]): string[] =>
  parseTotals({
    file: 'operations.csv',
    columns,
    rows: rows.map((row) => ({ ...SOUND, ...row })),
    lines: rows.map((_, i) => i + 2),
  }).rejects.map(({ row, column, value, fix }) => `${row} ${column} "${value}": ${fix}`);

describe('parseTotals', () => {
  it('a sound row has no fault', () => expect(faultsOf({})).toEqual([]));

  it.each([
    [{ operation: '' }, '2 operation "": Write the name of the operation, such as CALYPSO 2.'],
    [
      { published: '1,000' },
      '2 published "1,000": Write digits without separators, such as 402; words go into "qualifier".',
    ],
    [
      { published: '' },
      '2 published "": Write digits without separators, such as 402; words go into "qualifier".',
    ],
    [
      { qualifier: 'more than' },
      '2 qualifier "more than": Write "more-than", or another one of: exactly, more-than, about.',
    ],
    [{ unit: 'kg' }, '2 unit "kg": Give the number in "piece".'],
    [{ before: '6' }, '2 before_operation "": Name the operation the number is from.'],
    [{ before_operation: 'Y' }, '2 before "": Give the number, or leave both empty.'],
    [{ source_title: '' }, '2 source_title "": Write the title of what published the number.'],
    [{ publisher: '' }, '2 publisher "": Write who published the number.'],
    [{ source_date: 'March' }, '2 source_date "March": Write 2026-03-11, 2026-03 or 2026.'],
    [
      { source_url: 'javascript:alert(1)' },
      '2 source_url "javascript:alert(1)": Write the address of the page, with https://.',
    ],
  ])('%o', (row, fault) => expect(faultsOf(row)).toEqual([fault]));

  it('an item that is not known names those that are', () => {
    expect(faultsOf({ item: 'fire arms' })).toEqual([
      '2 item "fire arms": Write "firearms", or another one of: instances, headline, firearms, firearm_parts, ' +
        'assault_rifles, ammunition_rounds, cocaine_kg, cannabis_kg, arrests.',
    ]);
  });

  it('the same item of an operation twice would count twice', () => {
    expect(faultsOf({}, { published: '8' })).toEqual([
      '3 item "firearms": Keep the one that the source states.',
    ]);
  });

  it('a column that is not there', () => {
    const rows = [SOUND];
    const { rejects, totals: none } = parseTotals({
      file: 'o.csv',
      columns: columns.slice(1),
      rows,
      lines: [2],
    });
    expect(none).toEqual([]);
    expect(rejects.map(({ column, row }) => [column, row])).toEqual([['operation', null]]);
  });
});

describe('notes', () => {
  const notesOf = (row: object): unknown =>
    parseTotals({ file: 'o.csv', columns: [...columns, 'note_nl'], rows: [{ ...SOUND, ...row }], lines: [2] })
      .totals[0]?.notes;

  it('are read in each language that has one', () => {
    expect(notesOf({ note: 'Parts.', note_nl: 'Onderdelen.' })).toEqual({
      en: 'Parts.',
      es: '',
      fr: '',
      nl: 'Onderdelen.',
    });
    expect(notesOf({})).toEqual({ en: '', es: '', fr: '', nl: '' });
  });

  it('without an English one would be read by some only', () => {
    const row = { ...SOUND, note_nl: 'Onderdelen.' };
    const { totals: none, rejects } = parseTotals({ file: 'o.csv', columns, rows: [row], lines: [2] });
    expect(none).toEqual([]);
    expect(rejects.map(({ column, reason, fix }) => `${String(column)}: ${reason}. ${fix}`)).toEqual([
      'note: empty, while "note_nl" is given. Write the note in English too, or leave both empty.',
    ]);
  });

  it('of a language that has none are English, and say so', () => {
    const words = { en: 'Parts.', es: '', fr: '', nl: 'Onderdelen.' };
    expect(inLanguage(words, 'nl')).toEqual({ words: 'Onderdelen.', language: 'nl' });
    expect(inLanguage(words, 'fr')).toEqual({ words: 'Parts.', language: 'en' });
  });

  it('that are shipped are in every language, each its own words', async () => {
    const shipped = await readPublishedTotals();
    const noted = shipped.filter(({ notes }) => notes.en !== '');
    expect([shipped.length, noted.length]).toEqual([11, 10]);
    for (const { notes } of noted) {
      expect(Object.values(notes)).not.toContain('');
      expect(new Set(Object.values(notes)).size).toBe(4);
    }
    expect(noted.find(({ item }) => item === 'firearm_parts')?.notes).toEqual({
      en: 'Parts and components, counted apart from whole firearms.',
      es: 'Piezas y componentes, contados aparte de las armas enteras.',
      fr: 'Pièces et éléments, comptés à part des armes entières.',
      nl: 'Onderdelen, apart geteld van hele vuurwapens.',
    });
  });
});

describe('readPublishedTotals', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'operations-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const read = async (text: string): Promise<unknown> => {
    const path = join(folder, 'operations.csv');
    await writeFile(path, text);
    return readPublishedTotals(path);
  };

  it('names the line of a bad row, counted past one that takes two lines', async () => {
    const sound = Object.values(SOUND).join(',');
    const long = sound.replace('Release', '"Release,\nsecond line"');
    const bad = sound.replace('firearms', 'arrests').replace('piece', 'person').replace(',7,', ',seven,');
    await expect(read(`${COLUMNS}\n${long}\n${bad}\n`)).rejects.toMatchObject({
      code: 'bad-operations',
      rejects: [{ row: 4, column: 'published', value: 'seven' }],
    });
  });

  it('refuses a file that is no table', async () => {
    await expect(read(`${COLUMNS}\n"open`)).rejects.toMatchObject({ code: 'bad-operations' });
    await expect(read('')).rejects.toMatchObject({ code: 'bad-operations' });
  });
});
