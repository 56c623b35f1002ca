import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, describe, expect, it } from 'vitest';
import { InputError } from '../../../server/errors.ts';
import { readTracks } from '../../../server/tracks/files.ts';
import type { AisImport } from '../../../server/tracks/files.ts';
import type { Place, Reject } from '../../../shared/model.ts';
import { at, portAt } from './track-cases.ts';

const folder = mkdtempSync(join(tmpdir(), 'leeward-ais-test-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const HEADER =
  'MMSI,BaseDateTime,LAT,LON,SOG,COG,Heading,VesselName,IMO,CallSign,VesselType,Status,Length,Width,Draft,Cargo,TransceiverClass';
/** A 61 W, 15 N; B 0.5 degrees, 55.6 km, farther north. */
const PORTS: readonly Place[] = [portAt('A', 0), portAt('B', 55.6)];

const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const row = (mmsi: string, time: string, lat: string, sog: string, rest = ',,V4AB,70'): string =>
  `${mmsi},2022-01-03T${time},${lat},-61.0,${sog},336.2,511,${rest},0,28,11,3.3,52,A`;

/** One vessel from A to B, its rows not in order, and one row of each fault. */
const VOYAGE = [
  HEADER,
  row('341123000', '00:00:00', '15.0', '0.1', 'OLD NAME,IMO8207721,V4AB,70'),
  row('341123000', '02:00:00', '15.0', '0.0'),
  row('341123000', '03:00:00', '15.1', '102.3', '"TRADER, ""SEA""",IMO0000000,,0'),
  row('341123000', '08:00:00', '15.5', '0.2'),
  row('341123000', '04:00:00', '15.2', '9.5'),
  row('341123000', '04:00:00', '15.21', '9.5'),
  row('341123000', '05:00:00', '25.0', '9.5'),
  row('341123000', '07:00:00', '15.5', 'fast'),
  '',
  row('12345678', '00:00:00', '15.0', '0.1'),
  row('993411234', '00:00:00', '15.0', '0.1'),
  row('341123000', '25:00:00', '15.0', '0.1'),
  row('341123000', '00:10:00', 'abc', '0.1'),
  row('341123000', '00:20:00', '', '0.1'),
  row('341123000', '00:30:00', '91', '0.1'),
  row('341123000', '00:40:00', '91.5', '0.1'),
  '341123000,2022-01-03T00:50:00,15.0',
].join('\n');

describe('readTracks', () => {
  it('goes from rows to a voyage and accounts for every row', async () => {
    const path = file('voyage.csv', VOYAGE);
    const { counts, examples, vessels, calls, legs, voyages } = await readTracks([path], PORTS);
    expect(counts).toEqual({
      rowsRead: 16,
      rejected: {
        columns: 1,
        mmsi: 1,
        'not-a-vessel': 1,
        time: 1,
        position: 1,
        'no-position': 2,
        'out-of-range': 1,
        duplicate: 1,
        jump: 1,
      },
      fixesKept: 6,
      outOfOrder: 4,
      speedsUnread: 1,
      vessels: 1,
      calls: 2,
      legs: 1,
      voyages: 1,
    });
    expect(vessels).toEqual([
      {
        id: 'mmsi:341123000',
        mmsi: '341123000',
        imo: '8207721',
        callSign: 'V4AB',
        name: 'TRADER, "SEA"',
        flag: 'KN',
        shipType: 70,
        lengthMetres: 28,
        firstSeenAt: at('0:00'),
        lastSeenAt: at('8:00'),
      },
    ]);
    expect(calls.map(({ placeId, arrivedAt, departedAt }) => [placeId, arrivedAt, departedAt])).toEqual([
      ['A', at('0:00'), at('2:00')],
      ['B', at('7:00'), at('8:00')],
    ]);
    expect(legs).toEqual([
      {
        id: 'leg:mmsi:341123000@20220103T000000Z',
        vesselId: 'mmsi:341123000',
        voyageId: 'voyage:mmsi:341123000@20220103T000000Z',
        fromPlaceId: 'A',
        toPlaceId: 'B',
        departedAt: at('2:00'),
        arrivedAt: at('7:00'),
        gapHours: 3,
        certainty: 'observed',
      },
    ]);
    expect(voyages.map(({ placeIds }) => placeIds)).toEqual([['A', 'B']]);
    const told = (reject: Reject) => [reject.row, reject.column, reject.value];
    expect(examples.map(told)).toEqual([
      [18, null, '341123000,2022-01-03T00:50:00,15.0'],
      [11, 'MMSI', '12345678'],
      [12, 'MMSI', '993411234'],
      [13, 'BaseDateTime', '2022-01-03T25:00:00'],
      [14, 'LAT', 'abc'],
      [15, 'LAT', ''],
      [17, 'LAT', '91.5'],
      [7, 'MMSI', '341123000'],
      [8, 'MMSI', '341123000'],
      [16, 'LAT', '91'],
    ]);
  });

  it('reads gzip, a byte order mark, CRLF and other column names and orders the same', async () => {
    const plain = await readTracks([file('plain.csv', VOYAGE)], PORTS);
    const same = async (path: string): Promise<void> => {
      const { examples: _, ...rest } = await readTracks([path], PORTS);
      const { examples: __, ...expected } = plain;
      expect(rest).toEqual(expected);
    };
    await same(file('voyage.csv.gz', gzipSync(VOYAGE)));
    await same(file('gzip-without-the-name.csv', gzipSync(VOYAGE)));
    await same(file('bom.csv', `\ufeff${VOYAGE.replaceAll('\n', '\r\n')}\r\n`));
    await same(
      file(
        'names.csv',
        VOYAGE.replace('MMSI,BaseDateTime,LAT,LON', 'mmsi,base_date_time,latitude,"Longitude"').replace(
          'VesselName',
          'vessel_name',
        ),
      ),
    );
  });

  it('reads the columns in any order the same', async () => {
    // Without the row of too few cells and the quoted comma, which a plain split would take apart.
    const cells = VOYAGE.split('\n')
      .filter((line) => line !== '' && !line.includes('"'))
      .slice(0, -1)
      .map((line) => line.split(','));
    const written = (order: (row: string[]) => string[]): string =>
      cells.map((row) => order(row).join(',')).join('\n');
    const { examples: _, ...forwards } = await readTracks(
      [
        file(
          'forwards.csv',
          written((row) => row),
        ),
      ],
      PORTS,
    );
    const { examples: __, ...backwards } = await readTracks(
      [
        file(
          'backwards.csv',
          written((row) => row.toReversed()),
        ),
      ],
      PORTS,
    );
    expect(forwards.counts.fixesKept).toBe(5);
    expect(backwards).toEqual(forwards);
  });

  it('reads a file cut into four by threads the same, rows of the examples included', async () => {
    const path = file('threads.csv', VOYAGE);
    expect(await readTracks([path], PORTS, { threads: 4, threadedBytes: 1 })).toEqual(
      await readTracks([path], PORTS),
    );
  });

  it('takes several files as one batch: a row in two of them is a duplicate', async () => {
    const path = file('again.csv', VOYAGE);
    const { counts, calls } = await readTracks([path, path], PORTS);
    expect([counts.rowsRead, counts.fixesKept, counts.rejected.duplicate]).toEqual([32, 6, 9]);
    expect(calls).toHaveLength(2);
  });

  it('reads Parquet with the same columns', async () => {
    const csv = file('for-parquet.csv', VOYAGE.split('\n').slice(0, 5).join('\n'));
    const parquet = join(folder, 'rows.parquet');
    const database = await DuckDBInstance.create(':memory:');
    const connection = await database.connect();
    await connection.run(`COPY (FROM read_csv('${csv}')) TO '${parquet}' (FORMAT parquet)`);
    connection.closeSync();
    database.closeSync();
    const counted = async (path: string): Promise<AisImport['counts']> =>
      (await readTracks([path], PORTS)).counts;
    expect(await counted(parquet)).toEqual(await counted(csv));
  });
});

/** What a file that cannot be read is refused with. */
async function refusal(path: string): Promise<{ code: string; reject: Reject | undefined }> {
  try {
    await readTracks([file('good.csv', VOYAGE), path], PORTS);
  } catch (error) {
    if (error instanceof InputError) {
      expect(error.message).toContain(path);
      expect(error.rejects).toHaveLength(1);
      return { code: error.code, reject: error.rejects[0] };
    }
    throw error;
  }
  throw new Error('the file was not refused');
}

describe('readTracks on a file at fault', () => {
  const good = row('341123000', '00:00:00', '15.0', '0.1', 'CAÑA,,,');
  it.each<[string, string | Uint8Array, string, number | null]>([
    ['wrong-columns.csv', 'id,when,lat,lon\n1,2,3,4\n', 'wrong-columns', 1],
    ['semicolons.csv', VOYAGE.replaceAll(',', ';'), 'wrong-columns', 1],
    ['zero-bytes.csv', '', 'empty-file', null],
    ['zero-bytes.csv.gz', '', 'empty-file', null],
    ['nothing-in-it.csv.gz', gzipSync(''), 'empty-file', null],
    ['header-only.csv', `${HEADER}\n`, 'empty-file', null],
    ['blank-first-line.csv', `\n${VOYAGE}`, 'empty-file', null],
    ['not-gzip.csv.gz', VOYAGE, 'not-gzip', null],
    ['cut-short.csv.gz', gzipSync(VOYAGE).subarray(0, 200), 'truncated-gzip', null],
    ['damaged.csv.gz', gzipSync(VOYAGE).fill(7, 40, 80), 'damaged-gzip', null],
    ['utf-16.csv', Buffer.from(`\ufeff${VOYAGE}`, 'utf16le'), 'not-utf8', null],
    ['utf-16-no-mark.csv', Buffer.from(VOYAGE, 'utf16le'), 'not-text', null],
    [
      'latin-1.csv',
      Buffer.from([HEADER, row('341123000', '00:00:00', '15.0', '0'), good].join('\n'), 'latin1'),
      'not-utf8',
      3,
    ],
    ['latin-1.csv.gz', gzipSync(Buffer.from([HEADER, good].join('\n'), 'latin1')), 'not-utf8', 2],
    ['long-line.csv', `${VOYAGE}\n${'x'.repeat(10_000_000)}\n`, 'line-too-long', 19],
    ['long-header.csv', 'x'.repeat(10_000_000), 'line-too-long', null],
    ['spreadsheet.csv', Buffer.from('504b0304140000000800', 'hex'), 'not-text', null],
    ['not.parquet', Buffer.from('PAR1 this is not'), 'damaged-parquet', null],
  ])('%s', async (name, content, code, line) => {
    const path = file(name, content);
    const refused = await refusal(path);
    expect(refused.code).toBe(code);
    expect(refused.reject).toMatchObject({ file: path, row: line });
    expect(refused.reject?.reason).toMatch(/\w/);
    expect(refused.reject?.fix).toMatch(/\w/);
  });

  it('a directory', async () => {
    const path = join(folder, 'folder.csv');
    mkdirSync(path);
    expect((await refusal(path)).code).toBe('not-a-file');
  });

  it('a file that is not there', async () => {
    expect((await refusal(join(folder, 'nowhere.csv'))).code).toBe('no-such-file');
  });

  it('names the column of a Latin-1 byte, and the row in whichever thread it is read', async () => {
    const rows = Array.from({ length: 50 }, (_, i) =>
      row('341123000', `00:00:${String(i).padStart(2, '0')}`, '15', '0'),
    );
    const path = file('latin-1-late.csv', Buffer.from([HEADER, ...rows, good].join('\n'), 'latin1'));
    await expect(readTracks([path], PORTS, { threads: 3, threadedBytes: 1 })).rejects.toMatchObject({
      code: 'not-utf8',
      rejects: [{ row: 52, column: 'VesselName' }],
    });
  });
});
