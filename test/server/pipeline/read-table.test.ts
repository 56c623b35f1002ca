import { createHash } from 'node:crypto';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InputError } from '../../../server/errors.ts';
import { readTable, requireColumns, sha256OfFiles } from '../../../server/pipeline/read-table.ts';
import type { ReadLimits } from '../../../server/pipeline/table-builder.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'read-table-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function put(name: string, content: string | Buffer): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

const LIMITS: ReadLimits = { maxBytes: 200_000_000, maxRows: 1_000_000, maxRowBytes: 1_000_000 };

async function refusal(path: string, limits = LIMITS): Promise<InputError> {
  try {
    await readTable(path, limits);
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error(`${path} was read`);
}

async function refused(name: string, content: string | Buffer, limits = LIMITS): Promise<InputError> {
  return refusal(await put(name, content), limits);
}

describe('what is read', () => {
  it('rows, names, physical lines and the hash of the bytes', async () => {
    const text = 'id,place\r\nA,"Saint John\'s,\r\nAntigua"\r\n\r\nB,"the ""Rock"""\r\n';
    const table = await readTable(await put('plain.csv', text));
    expect(table).toEqual({
      file: 'plain.csv',
      sha256: createHash('sha256').update(text).digest('hex'),
      columns: ['id', 'place'],
      rows: [
        { id: 'A', place: "Saint John's,\r\nAntigua" },
        { id: 'B', place: 'the "Rock"' },
      ],
      // The header is line 1; A takes lines 2 and 3; line 4 is blank.
      lines: [2, 5],
    });
  });

  it.each([
    ['comma', 'a,b\n1,2\n'],
    ['semicolon, with a comma in the text', 'a;b\n1;2\n'],
    ['tab', 'a\tb\n1\t2\n'],
    ['byte-order mark', '\uFEFFa,b\n1,2\n'],
    ['old Mac line ends', 'a,b\r1,2\r'],
    ['no line end at the end', 'a,b\n1,2'],
    ['names with spaces around', ' a , b\n1,2\n'],
  ])('%s', async (_, text) => {
    const table = await readTable(await put('kinds.csv', text));
    expect(table.columns).toEqual(['a', 'b']);
    expect(table.rows).toEqual([{ a: '1', b: '2' }]);
    expect(table.lines).toEqual([2]);
  });

  it('gzip, of one member or several, whatever the name', async () => {
    const packed = Buffer.concat([gzipSync('a,b\n1,2\n'), gzipSync('3,é\n')]);
    for (const name of ['packed.csv.gz', 'packed.csv']) {
      const table = await readTable(await put(name, packed));
      expect(table.rows).toEqual([
        { a: '1', b: '2' },
        { a: '3', b: 'é' },
      ]);
      expect(table.sha256).toBe(createHash('sha256').update(packed).digest('hex'));
    }
  });

  it('a header as long as several reads, and a character cut by a read', async () => {
    // 70,000 bytes of header pass the 65,536 of one read of a file.
    const names = Array.from({ length: 10_000 }, (_, i) => `é${String(i).padStart(4, '0')}`);
    const table = await readTable(await put('wide.csv', `${names.join(',')}\n${names.join(',')}\n`));
    expect(table.columns).toHaveLength(10_000);
    expect(table.rows[0]?.['é9999']).toBe('é9999');
  });

  it('a column called __proto__ is a column like any other', async () => {
    const table = await readTable(await put('proto.csv', '__proto__,b\n1,2\n'));
    expect(Object.entries(table.rows[0] ?? {})).toEqual([
      ['__proto__', '1'],
      ['b', '2'],
    ]);
  });

  it('formula-like text stays as it is', async () => {
    const table = await readTable(await put('formula.csv', 'a,b\n=CMD(),+1\n'));
    expect(table.rows).toEqual([{ a: '=CMD()', b: '+1' }]);
  });
});

describe('what is refused, each with one reject', () => {
  it('a missing file', async () => {
    const error = await refusal(join(folder, 'none.csv'));
    expect(error.code).toBe('file-missing');
    expect(error.message).toBe('none.csv: there is no such file. Check the name and the folder.');
    expect(error.rejects).toEqual([
      {
        file: 'none.csv',
        row: null,
        column: null,
        value: null,
        reason: 'there is no such file',
        fix: 'Check the name and the folder.',
      },
    ]);
  });

  it('a directory', async () => {
    await mkdir(join(folder, 'cases'));
    const error = await refusal(join(folder, 'cases'));
    expect(error.message).toBe('cases: this is a directory, not a file. Name one CSV file in it.');
  });

  it.each([
    ['zero.csv', '', 'zero.csv: the file is empty (0 bytes)'],
    ['zero.csv.gz', gzipSync(''), 'zero.csv.gz: the file unpacks to nothing (0 bytes)'],
    ['blank.csv', '\n\n', 'blank.csv: the file holds only blank lines'],
    ['header.csv', 'a,b\n', 'header.csv: there is a header but no rows'],
  ])('nothing in %s', async (name, content, message) => {
    expect((await refused(name, content)).message).toContain(message);
  });

  it.each([
    ['le-bom.csv', Buffer.from('\uFEFFa,b\n1,2\n', 'utf16le'), 'text in UTF-16 (little-endian), not UTF-8'],
    ['le.csv', Buffer.from('a,b\n1,2\n', 'utf16le'), 'text in UTF-16 (little-endian), not UTF-8'],
    ['be.csv', Buffer.from('\uFEFFa,b\n', 'utf16le').swap16(), 'text in UTF-16 (big-endian), not UTF-8'],
    ['u32.csv', Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]), 'text in UTF-32 (little-endian), not UTF-8'],
  ])('%s', async (name, content, what) => {
    const error = await refused(name, content);
    expect(error.code).toBe('file-utf16');
    expect(error.message).toBe(
      `${name}: this is ${what}. Save it as "CSV UTF-8 (comma delimited)" and import that file.`,
    );
  });

  it('Latin-1, at the first bad byte', async () => {
    const text = Buffer.from('id,place,note\nA,Kingston,x\nB,"Ca\np-Ha\u00efti \u00e9",y\n', 'latin1');
    const error = await refused('latin.csv', text);
    expect(error.code).toBe('text-encoding');
    expect(error.rejects).toEqual([
      {
        file: 'latin.csv',
        // The record begins on line 3; the byte 0xEF (ï) stands on line 4.
        row: 4,
        column: 'place',
        value: 'Ca\\u{A}p-Haïti é',
        reason: 'not UTF-8 text (byte 0xEF at character 8 of the field); shown as Latin-1',
        fix: 'Save the file as "CSV UTF-8 (comma delimited)" and import it again.',
      },
    ]);
  });

  it.each([
    // First bytes of a zip as Excel writes it: local header, then the name of the first entry.
    [
      'book.csv',
      Buffer.from('PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0[Content_Types].xml'),
      'an Excel workbook (.xlsx)',
    ],
    [
      'old.csv',
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]),
      'an Excel workbook of the old kind (.xls)',
    ],
    ['zip.csv', Buffer.from('PK\x03\x04\x14\0\0\0\x08\0cases.csv'), 'a zip file'],
    ['paper.csv', Buffer.from('%PDF-1.7\n'), 'a PDF'],
    ['bin.csv', Buffer.from('a,b\n\0\0\0,2\n'), 'not text (it has NUL bytes)'],
    ['book.csv.gz', gzipSync(Buffer.from('PK\x03\x04 xl/workbook.xml')), 'an Excel workbook (.xlsx)'],
  ])('what is not text: %s', async (name, content, what) => {
    const error = await refused(name, content);
    expect(error.code).toBe('file-binary');
    expect(error.message).toContain(`${name}: this is ${what}.`);
  });

  it('NUL bytes far into the file', async () => {
    const error = await refused('late.csv', `a,b\n${'1,2\n'.repeat(5000)}x\0y,2\n`);
    expect(error.message).toContain(
      'late.csv, row 5002, column a, value "x\\u{0}y": this is not text (it has NUL bytes)',
    );
  });

  it('gzip cut off, damaged, or not gzip', async () => {
    const packed = gzipSync(
      `a,b\n${Array.from({ length: 5000 }, (_, i) => `${i},${i * 7919}`).join('\n')}\n`,
    );
    const cut = await refused('cut.csv.gz', packed.subarray(0, packed.length / 2));
    expect(cut.message).toBe(
      'cut.csv.gz: the gzip file is cut off before its end. Copy or download it again.',
    );
    const broken = Buffer.from(packed);
    broken[broken.length - 6] = (broken[broken.length - 6] ?? 0) ^ 0xff; // in the checksum
    expect((await refused('broken.csv.gz', broken)).message).toContain('the gzip file is damaged');
    expect((await refused('false.csv.gz', 'a,b\n1,2\n')).message).toBe(
      'false.csv.gz: the name ends in .gz but the content is not gzip. ' +
        'Take .gz off the name, or pack the file with gzip.',
    );
  });

  it.each([
    ['too many fields', 'a,b\n1,2\n3,4,five\n', 'row 3, value "five": 3 fields where the header has 2'],
    ['too few fields', 'a,b,c\n1,2,3\n4,5\n', 'row 3, column c: 2 fields where the header has 3'],
    [
      'a column twice',
      'a,b,a\n1,2,3\n',
      'row 1, column a, value "a": columns number 1 and 3 have the same name',
    ],
    ['a column without a name', 'a,,c\n1,2,3\n', 'row 1: column number 2 of 3 has no name'],
    [
      'a quote never closed',
      'a,b\n1,2\n3,"open\n5,6\n',
      'row 3, column b: a quotation mark opens in this row and is never closed',
    ],
    ['a quote inside', 'a,b\n1,5" pipe\n', 'row 2, column b: a quotation mark stands inside a field'],
  ])('%s', async (_, text, message) => {
    const error = await refused('shape.csv', text);
    expect(error.message).toContain(`shape.csv, ${message}`);
    expect(error.rejects).toHaveLength(1);
  });

  it('a line of 10 MB', async () => {
    const error = await refused('long.csv', `a,b\n1,2\n3,${'x'.repeat(10_000_000)}\n`);
    expect(error.code).toBe('table-row-long');
    expect(error.message).toBe(
      'long.csv, row 3, column b: a row longer than 1000000 bytes, or a quotation mark in it that is never ' +
        'closed. Check the quotation marks and line ends of this row.',
    );
  });

  it('too large a file, too many rows', async () => {
    const text = 'a,b\n1,2\n3,4\n5,6\n';
    expect((await refused('big.csv', text, { ...LIMITS, maxBytes: 15 })).message).toBe(
      'big.csv: the file has 16 bytes, the limit is 15. Split it into smaller files.',
    );
    expect((await refused('rows.csv', text, { ...LIMITS, maxRows: 2 })).message).toBe(
      'rows.csv, row 4: there are more than 2 rows. Split it into smaller files.',
    );
  });

  it('a gzip bomb, stopped at the limit', async () => {
    // 30 MB of rows in about 35 kB; the limit is passed in the first hundredth.
    const bomb = gzipSync(`a,b\n${`${'1'.repeat(997)},2\n`.repeat(30_000)}`);
    expect(bomb.length).toBeLessThan(100_000);
    const error = await refused('bomb.csv.gz', bomb, { ...LIMITS, maxBytes: 300_000 });
    expect(error.message).toBe(
      'bomb.csv.gz: the text unpacks to more than 300000 bytes. Split it into smaller files.',
    );
  });

  it('a value is shown at most 60 characters long and cannot rewrite the message', async () => {
    const error = await refused('evil.csv', `a\n1,\u001b[2J\u202e${'x'.repeat(100)}\n`);
    expect(error.rejects[0]?.value).toBe(`\\u{1B}[2J\\u{202E}${'x'.repeat(55)}…`);
  });
});

describe('requireColumns', () => {
  const header = (...columns: string[]): { file: string; columns: string[] } => ({ file: 'f.csv', columns });

  it('is content with all, in any order, and with columns of other names', () => {
    expect(requireColumns(header('b', 'remarks', 'a'), ['a', 'b'], ['notes'])).toEqual([]);
  });

  it('names what is missing, what was found and the nearest', () => {
    expect(requireColumns(header('Record ID', 'day'), ['record_id', 'unit'], [])).toEqual([
      {
        file: 'f.csv',
        row: 1,
        column: 'record_id',
        value: null,
        reason: 'the column "record_id" is missing; found: Record ID, day',
        fix: 'Rename the column "Record ID" to "record_id", if that is what it holds.',
      },
      {
        file: 'f.csv',
        row: 1,
        column: 'unit',
        value: null,
        reason: 'the column "unit" is missing; found: Record ID, day',
        fix: 'Add a column "unit" to the header row.',
      },
    ]);
  });

  it('does not lose an optional column to a slip', () => {
    expect(requireColumns(header('a', 'departrue'), ['a'], ['departure'])).toEqual([
      {
        file: 'f.csv',
        row: 1,
        column: 'departrue',
        value: 'departrue',
        reason: 'no column of that name is known, so its content would be lost',
        fix: 'Rename it to "departure", or delete the column.',
      },
    ]);
  });
});

it('sha256OfFiles: of one file its own hash, of two that of their hashes', async () => {
  const one = await put('one.bin', 'abc');
  const two = await put('two.bin', '');
  // FIPS 180-4, SHA-256 of "abc".
  const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
  expect(await sha256OfFiles([one])).toEqual({ files: ['one.bin'], sha256: abc });
  await expect(sha256OfFiles([one, two])).rejects.toThrow('two.bin: the file is empty (0 bytes)');
  expect((await sha256OfFiles([one, one])).sha256).toBe(
    createHash('sha256').update(`${abc}\n${abc}`).digest('hex'),
  );
});
