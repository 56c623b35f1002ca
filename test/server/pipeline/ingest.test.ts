import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { beforeAll, expect, it } from 'vitest';
import { InputError } from '../../../server/errors.ts';
import { importSeizures } from '../../../server/pipeline/import-seizures.ts';
import { importAis, importCalls, importPorts } from '../../../server/pipeline/ingest.ts';
import { allSeizures } from '../../../server/seizures/store.ts';
import { allVoyages } from '../../../server/tracks/store.ts';
import type { Database } from '../../../server/db/database.ts';
import { describeOnBoth } from '../../support/database.ts';
import { tempFile, tempFolder } from '../../support/files.ts';
import { SEIZURE_HEADER, seizureRow } from '../../support/seizures.ts';

const NOW = Date.UTC(2026, 10, 25);
const REPORTED = {
  dataSet: { id: 'reported', title: 'Cases', synthetic: false, marking: 'clear' as const },
  dryRun: false,
  now: NOW,
};
const LOGS = {
  dataSet: { id: 'port-logs', title: 'Port logs', synthetic: false, marking: 'clear' as const },
  dryRun: false,
  now: NOW,
};

const seizureFile = (...rows: string[]): string =>
  tempFile('cases.csv', `${[SEIZURE_HEADER, ...rows].join('\r\n')}\r\n`);

/** How many rows every table holds: equal before and after means that nothing was written. */
async function rowCounts(db: Database): Promise<Record<string, number>> {
  const tables = [
    'data_set',
    'batch',
    'place',
    'vessel',
    'port_call',
    'voyage',
    'leg',
    'seizure',
    'commodity_line',
    'route_point',
  ];
  const rows = await db.query<{ t: string; n: number }>(
    tables.map((t) => `select '${t}' as t, count(*)::int as n from ${t}`).join(' union all '),
  );
  return Object.fromEntries(rows.map(({ t, n }) => [t, n]));
}

async function rejectOf(work: Promise<unknown>): Promise<InputError> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof InputError)) throw new Error(`expected an InputError, got ${String(error)}`);
  return error;
}

describeOnBoth('import', (database) => {
  beforeAll(async () => {
    const gazetteer = {
      dataSet: { id: 'gazetteer', title: 'Gazetteer', synthetic: false, marking: 'clear' as const },
      dryRun: false,
      now: NOW,
    };
    await importPorts(database(), 'data/ports.csv', gazetteer);
  });

  it('takes the public cases once, however often they are given', async () => {
    const dry = await importSeizures(database(), 'data/seizures.csv', { ...REPORTED, dryRun: true });
    expect(dry).toMatchObject({
      batchId: null,
      counts: { rows: 155, seizures: 124, new: 124, commodityLines: 155 },
    });
    expect(await rowCounts(database())).toMatchObject({ seizure: 0, data_set: 1 });

    const first = await importSeizures(database(), 'data/seizures.csv', REPORTED);
    expect(first.batchId).not.toBeNull();
    const after = await rowCounts(database());
    expect(after).toMatchObject({ seizure: 124, commodity_line: 155, data_set: 2 });

    const again = await importSeizures(database(), 'data/seizures.csv', REPORTED);
    expect(again).toMatchObject({
      batchId: null,
      heldAsBatch: { id: first.batchId, dataSet: 'reported' },
      counts: { new: 0, heldAlready: 124 },
    });
    expect(await rowCounts(database())).toEqual(after);
  });

  it('does not count the same report twice because it is given for another data set', async () => {
    const before = await rowCounts(database());
    const other = {
      ...REPORTED,
      dataSet: { id: 'ours', title: 'Ours', synthetic: false, marking: 'clear' as const },
    };
    const again = await importSeizures(database(), 'data/seizures.csv', other);
    expect(again).toMatchObject({ batchId: null, heldAsBatch: { dataSet: 'reported' }, counts: { new: 0 } });
    // Another file with the same records beside a new one.
    const text = `${readFileSync('data/seizures.csv', 'utf8').trimEnd()}\r\n${seizureRow({ record_id: 'N1' })}\r\n`;
    const more = await importSeizures(database(), tempFile('more.csv', text), other);
    expect(more.counts).toMatchObject({ seizures: 125, new: 1, heldAlready: 124 });
    expect(await rowCounts(database())).toMatchObject({ seizure: (before['seizure'] ?? 0) + 1 });
  });

  it('gives back the 772 kg case as the release states it', async () => {
    const seizure = (await allSeizures(database())).find(({ recordId }) => recordId === 'S001');
    expect(seizure).toMatchObject({
      id: 'reported:S001',
      date: { precision: 'day', earliest: '2025-12-08', latest: '2025-12-09' },
      country: 'VG',
      place: { position: [-64.5, 18.2], uncertaintyKm: 60, atSea: true },
      arrests: 6,
      operation: 'CALYPSO 2',
      mode: 'sea',
      lines: [{ lineNo: 1, commodity: 'cocaine', quantity: 772.4, unit: 'kg' }],
    });
    const stops = seizure?.routePoints.map(({ role, text, certainty }) => [role, text, certainty]);
    expect(stops).toEqual([
      ['departure', 'Trinidad', 'stated'],
      ['transit', 'Saint Kitts and Nevis', 'stated'],
      ['seizure', 'At sea, approaching the British Virgin Islands', 'inferred'],
      ['destination', 'British Virgin Islands', 'stated'],
    ]);
  });

  it('keeps who may see a record, and who may see a data set', async () => {
    const ours = { id: 'restricted', title: 'Ours', synthetic: false, marking: 'amber' as const };
    const [header = '', ...rows] = [
      `${SEIZURE_HEADER},tlp`,
      `${seizureRow({ record_id: 'M1' })},"TLP:RED"`,
      `${seizureRow({ record_id: 'M2' })},""`,
    ];
    const file = tempFile('marked.csv', [header, ...rows, ''].join('\r\n'));
    await importSeizures(database(), file, { ...REPORTED, dataSet: ours });
    const held = await allSeizures(database());
    expect(
      held.filter(({ dataSet }) => dataSet === 'restricted').map((one) => [one.recordId, one.marking]),
    ).toEqual([
      ['M1', 'red'],
      ['M2', 'amber'],
    ]);
    expect(held.find(({ recordId }) => recordId === 'S001')?.marking).toBe('clear');
    const other = { ...REPORTED, dataSet: { ...ours, marking: 'green' as const } };
    await expect(
      importSeizures(database(), seizureFile(seizureRow({ record_id: 'M3' })), other),
    ).rejects.toMatchObject({ code: 'data-set-marking' });
    await database().query(`delete from seizure where data_set = 'restricted'`);
  });

  it('adds only what is new of a file that overlaps', async () => {
    const one = await importSeizures(database(), seizureFile(seizureRow({})), REPORTED);
    expect(one.counts).toMatchObject({ new: 1 });
    const both = await importSeizures(
      database(),
      seizureFile(seizureRow({}), seizureRow({ record_id: 'T2' })),
      REPORTED,
    );
    expect(both.counts).toMatchObject({ seizures: 2, new: 1, heldAlready: 1 });
  });

  it('refuses a held record with other content rather than overwrite it', async () => {
    const before = await rowCounts(database());
    const error = await rejectOf(
      importSeizures(database(), seizureFile(seizureRow({ quantity: '99' })), REPORTED),
    );
    expect(error.rejects).toMatchObject([
      {
        file: 'cases.csv',
        column: 'record_id',
        value: 'T1',
        reason: 'Record T1 is held already in data set reported with other content.',
      },
    ]);
    expect(await rowCounts(database())).toEqual(before);
  });

  it.each([
    [
      'a date that cannot be',
      { date: '2025-02-30', date_earliest: '2025-02-30', date_latest: '2025-02-30' },
      'date',
      '2025-02-30',
    ],
    ['latitude 91', { lat: '91' }, 'lat', '91'],
    ['a quantity in words', { quantity: 'abc' }, 'quantity', 'abc'],
    ['an unknown commodity', { commodity: 'cocain' }, 'commodity', 'cocain'],
  ])('refuses the whole file for %s, and says where', async (_what, cells, column, value) => {
    const before = await rowCounts(database());
    const good = seizureRow({ record_id: 'G1' });
    const error = await rejectOf(
      importSeizures(database(), seizureFile(good, seizureRow({ record_id: 'B1', ...cells })), REPORTED),
    );
    const reject = error.rejects.find((one) => one.column === column);
    expect(reject).toMatchObject({ file: 'cases.csv', row: 3, column, value });
    expect(reject?.fix).not.toBe('');
    expect(await rowCounts(database())).toEqual(before);
  });

  it.each([
    ['a file that is not there', () => '/no/such/file.csv'],
    ['a directory', () => tempFolder()],
    ['a file of 0 bytes', () => tempFile('zero.csv', '')],
    ['a header without rows', () => tempFile('header.csv', `${SEIZURE_HEADER}\r\n`)],
    ['wrong columns', () => tempFile('wrong.csv', 'a,b\r\n1,2\r\n')],
    ['UTF-16', () => tempFile('utf16.csv', Buffer.from(`\ufeff${SEIZURE_HEADER}\r\n`, 'utf16le'))],
    [
      'Latin-1',
      () =>
        tempFile(
          'latin1.csv',
          Buffer.from(`${SEIZURE_HEADER}\r\n${seizureRow({ place: 'Cap-Haïtien' })}\r\n`, 'latin1'),
        ),
    ],
    [
      'a truncated gz',
      () => tempFile('cut.csv.gz', gzipSync(`${SEIZURE_HEADER}\r\n${seizureRow({})}\r\n`).subarray(0, 150)),
    ],
    [
      'a line of 10 MB',
      () => tempFile('long.csv', `${SEIZURE_HEADER}\r\n${seizureRow({ notes: 'x'.repeat(10_000_000) })}\r\n`),
    ],
  ])('refuses %s and leaves the database as it was', async (_what, makeFile) => {
    const before = await rowCounts(database());
    for (const work of [
      () => importSeizures(database(), makeFile(), REPORTED),
      () => importPorts(database(), makeFile(), LOGS),
      () => importCalls(database(), makeFile(), LOGS),
      () => importAis(database(), [makeFile()], LOGS),
    ]) {
      const { rejects } = await rejectOf(work());
      expect(rejects.length).toBeGreaterThan(0);
      for (const { file, reason, fix } of rejects) {
        expect(file).not.toBe('');
        expect(reason).not.toBe('');
        expect(fix).not.toBe('');
      }
    }
    expect(await rowCounts(database())).toEqual(before);
  });

  it('joins stated port calls into legs and voyages', async () => {
    const file = tempFile(
      'calls.csv',
      [
        'vessel_name,mmsi,port,arrived_at,departed_at',
        'ISLAND TRADER,,TTPOS,2025-12-01T08:00:00Z,2025-12-02T18:00:00Z',
        'ISLAND TRADER,,KNBAS,2025-12-05T06:00:00Z,2025-12-05T16:00:00Z',
        'ISLAND TRADER,,VGRAD,2025-12-06T15:00:00Z,2025-12-07T09:00:00Z',
        '',
      ].join('\n'),
    );
    const report = await importCalls(database(), file, LOGS);
    expect(report.counts).toEqual({ rows: 3, vessels: 1, portCalls: 3, legs: 2, voyages: 1 });
    const [voyage] = await allVoyages(database());
    expect(voyage).toMatchObject({
      placeIds: ['TTPOS', 'KNBAS', 'VGRAD'],
      firstDay: '2025-12-02',
      lastDay: '2025-12-06',
      dataSet: 'port-logs',
      certainties: ['inferred', 'inferred'],
    });
  });

  it('takes AIS from rows to voyages', async () => {
    const row = (time: string, lat: number, lon: number, knots: number): string =>
      `319000001,2025-12-0${time},${String(lat)},${String(lon)},${String(knots)},,511,TEST,,,70,,40,,,,A`;
    const header =
      'MMSI,BaseDateTime,LAT,LON,SOG,COG,Heading,VesselName,IMO,CallSign,VesselType,Status,Length,Width,Draft,Cargo,TransceiverClass';
    // Kingstown for three hours, two fixes at sea, Castries for two hours.
    const file = tempFile(
      'ais.csv.gz',
      gzipSync(
        [
          header,
          row('1T00:00:00', 13.153, -61.228, 0.1),
          row('1T03:00:00', 13.153, -61.228, 0),
          row('1T05:00:00', 13.4, -61.25, 10),
          row('1T07:00:00', 13.75, -61.1, 10),
          row('1T09:00:00', 14.011, -60.996, 0.2),
          row('1T11:00:00', 14.011, -60.996, 0),
          row('1T11:00:00', 14.011, -60.996, 0),
          row('1T12:00:00', 91, 181, 0),
          '',
        ].join('\n'),
      ),
    );
    const report = await importAis(database(), [file], LOGS);
    expect(report.counts).toEqual({ rows: 8, fixesKept: 6, vessels: 1, portCalls: 2, legs: 1, voyages: 1 });
    expect(Object.values(report.setAside).reduce((a, b) => a + b, 0)).toBe(2);
    const voyage = (await allVoyages(database())).find(({ vesselId }) => vesselId === 'mmsi:319000001');
    expect(voyage).toMatchObject({ placeIds: ['VCKTN', 'LCCAS'], certainties: ['observed'] });
  });
});
