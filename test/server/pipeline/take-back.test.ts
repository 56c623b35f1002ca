import { beforeAll, describe, expect, it } from 'vitest';
import { batchOf, dataSetOf, listBatches } from '../../../server/db/batches.ts';
import type { Database } from '../../../server/db/database.ts';
import { parametersOf } from '../../../server/findings/parameters.ts';
import { beginRun, latestRun } from '../../../server/findings/run-store.ts';
import { eventsOfRun } from '../../../server/findings/store.ts';
import { findNote, insertNote } from '../../../server/notes/store.ts';
import { analyse } from '../../../server/pipeline/analyse.ts';
import { importSeizures } from '../../../server/pipeline/import-seizures.ts';
import { importCalls, importPorts, type ImportReport } from '../../../server/pipeline/ingest.ts';
import { isShipped } from '../../../server/pipeline/setup.ts';
import { planTakeBack, takeBack, takeBackAlone } from '../../../server/pipeline/take-back.ts';
import { allPlaces } from '../../../server/ports/store.ts';
import { allVoyages } from '../../../server/tracks/store.ts';
import { vesselsById } from '../../../server/vessels/store.ts';
import { describeOnBoth } from '../../support/database.ts';
import { tempFile } from '../../support/files.ts';
import { SEIZURE_HEADER, seizureRow } from '../../support/seizures.ts';

const NOON = Date.UTC(2026, 10, 28, 12);
const EVENING = Date.UTC(2026, 10, 28, 18);

const into = (id: string, marking: 'amber' | 'clear' = 'amber', now = NOON) => ({
  dataSet: { id, title: `Imported: ${id}`, synthetic: false, marking },
  dryRun: false,
  now,
});
const cases = (name: string, ...rows: Readonly<Record<string, string>>[]): string =>
  tempFile(name, `${[SEIZURE_HEADER, ...rows.map(seizureRow)].join('\r\n')}\r\n`);
const manifest = (name: string, ...rows: string[]): string =>
  tempFile(name, ['vessel_name,mmsi,port,arrived_at,departed_at,call_sign', ...rows, ''].join('\n'));
const portList = (name: string, ...rows: string[]): string =>
  tempFile(
    name,
    ['id,locode,name,kind,country,lon,lat,radius_km,aliases,source,gateway', ...rows, ''].join('\n'),
  );

/** The number of the batch that an import wrote. */
async function written(report: Promise<ImportReport>): Promise<number> {
  const { batchId } = await report;
  if (batchId === null) throw new Error('the import wrote nothing');
  return batchId;
}
/** An analysis that finds nothing: it is what it reads and saves that matters here. */
const ANALYSIS = {
  now: () => EVENING,
  codeVersion: 'test',
  parameters: parametersOf({}),
  compute: () => Promise.resolve({ routes: [], cells: [], clusters: [], places: [], legs: 0, notes: [] }),
  findPaths: () => Promise.resolve([]),
  progress: () => undefined,
  again: true,
};

const recordsIn = async (db: Database, dataSet: string): Promise<string[]> =>
  (
    await db.query<{ id: string }>('select record_id as id from seizure where data_set = $1 order by 1', [
      dataSet,
    ])
  ).map(({ id }) => id);

describeOnBoth('taking a batch back', (database) => {
  let gazetteer = 0;
  beforeAll(async () => {
    gazetteer = await written(importPorts(database(), 'data/ports.csv', into('gazetteer', 'clear')));
  });

  it('removes the cases that it brought and nothing else, keeps its row and the notes, and can be given again', async () => {
    const db = database();
    const file = cases(
      'october.csv',
      { record_id: 'O1', departure: 'Trinidad', transit: 'Saint Kitts and Nevis' },
      {
        record_id: 'O1',
        line_no: '2',
        commodity: 'cannabis',
        quantity: '40',
        departure: 'Trinidad',
        transit: 'Saint Kitts and Nevis',
      },
      { record_id: 'O2' },
    );
    const id = await written(importSeizures(db, file, into('imported')));
    const other = await written(
      importSeizures(db, cases('other.csv', { record_id: 'X1' }), into('imported')),
    );
    const pinned = { kind: 'seizure' as const, id: 'imported:O1', label: 'O1', position: null };
    const note = await insertNote(db, { kind: 'note', status: null, text: 'Same hull?', pinned }, NOON);
    expect(note.held).toBe(true);

    const plan = await planTakeBack(db, id);
    expect(plan).toMatchObject({
      batch: { id, kind: 'seizures', files: ['october.csv'], takenBackAt: null },
      removes: { seizures: 2, commodityLines: 3 },
      notesKept: 1,
      alsoIn: [],
    });
    expect(await recordsIn(db, 'imported')).toEqual(['O1', 'O2', 'X1']);

    const done = await takeBack(db, id, EVENING);
    expect(done.removes).toEqual(plan.removes);
    expect(await recordsIn(db, 'imported')).toEqual(['X1']);
    const [left] = await db.query(
      `select (select count(*)::int from commodity_line where seizure_id like 'imported:O%') as lines,
         (select count(*)::int from route_point where seizure_id like 'imported:O%') as points`,
    );
    expect(left).toEqual({ lines: 0, points: 0 });
    expect(await batchOf(db, id)).toMatchObject({
      importedAt: NOON,
      takenBackAt: EVENING,
      takenBack: plan.removes,
      counts: { seizures: 2, new: 2 },
    });
    expect(await findNote(db, note.id)).toMatchObject({ text: 'Same hull?', pinned, held: false });

    await expect(takeBack(db, id, EVENING)).rejects.toMatchObject({
      name: 'ConflictError',
      code: 'batch-taken-back',
      message: `Batch ${String(id)} was taken back already, at 2026-11-28T18:00:00.000Z.`,
    });
    await expect(planTakeBack(db, 999)).rejects.toMatchObject({ name: 'NotFoundError', code: 'no-batch' });

    const again = await importSeizures(db, file, into('imported'));
    expect(again).toMatchObject({ heldAsBatch: null, counts: { new: 2, heldAlready: 0 } });
    // A number is never used for another batch.
    expect(again.batchId).toBeGreaterThan(other);
    expect(await findNote(db, note.id)).toMatchObject({ held: true });
  });

  it('says which later files found the same cases held, and takes those files in again', async () => {
    const db = database();
    const [p1, p2, p3] = [{ record_id: 'P1' }, { record_id: 'P2' }, { record_id: 'P3' }];
    const small = await written(importSeizures(db, cases('small.csv', p1, p2), into('overlap')));
    const large = cases('large.csv', p1, p2, p3);
    const later = await written(importSeizures(db, large, into('overlap')));
    const held = await importSeizures(db, large, into('overlap'));
    expect(held).toMatchObject({ batchId: null, heldAsBatch: { id: later } });

    const { alsoIn } = await takeBack(db, small, EVENING);
    expect(alsoIn).toEqual([{ id: later, files: ['large.csv'] }]);
    expect(await recordsIn(db, 'overlap')).toEqual(['P3']);
    const back = await importSeizures(db, large, into('overlap', 'amber', EVENING));
    expect(back).toMatchObject({ heldAsBatch: null, counts: { new: 2, heldAlready: 1 } });
    expect(await recordsIn(db, 'overlap')).toEqual(['P1', 'P2', 'P3']);
    // All of it is held again.
    const last = await importSeizures(db, large, into('overlap', 'amber', EVENING));
    expect(last).toMatchObject({ batchId: null, heldAsBatch: { id: back.batchId } });
  });

  it('lets a data set be marked anew once nothing is held in it', async () => {
    const db = database();
    const file = cases('wrong.csv', { record_id: 'W1' });
    const id = await written(importSeizures(db, file, into('agency', 'clear')));
    const more = cases('more.csv', { record_id: 'W2' });
    await expect(importSeizures(db, more, into('agency'))).rejects.toMatchObject({
      code: 'data-set-marking',
    });
    await takeBack(db, id, EVENING);
    expect(await dataSetOf(db, 'agency')).toBeNull();
    await written(importSeizures(db, more, into('agency')));
    expect(await dataSetOf(db, 'agency')).toMatchObject({ marking: 'amber' });
  });

  it('leaves a vessel as the other batches have it', async () => {
    const db = database();
    const december = await written(
      importCalls(
        db,
        manifest(
          'december.csv',
          'ISLAND TRADER,377000001,TTPOS,2025-12-01T08:00:00Z,2025-12-02T18:00:00Z,OLD1',
          'ISLAND TRADER,377000001,KNBAS,2025-12-05T06:00:00Z,2025-12-05T16:00:00Z,OLD1',
          'SEA MIST,377000002,TTPOS,2025-12-01T08:00:00Z,2025-12-02T18:00:00Z,',
        ),
        into('logs'),
      ),
    );
    const january = await written(
      importCalls(
        db,
        manifest(
          'january.csv',
          'ISLAND TRADER II,377000001,KNBAS,2026-01-05T06:00:00Z,2026-01-05T16:00:00Z,NEW2',
          'ISLAND TRADER II,377000001,VGRAD,2026-01-06T15:00:00Z,2026-01-07T09:00:00Z,NEW2',
        ),
        into('harbour'),
      ),
    );
    const trader = async () => (await vesselsById(db, ['mmsi:377000001']))[0];
    expect(await trader()).toMatchObject({ name: 'ISLAND TRADER II', callSign: 'NEW2', dataSet: 'logs' });

    // The later one goes: its wording goes with it.
    expect((await planTakeBack(db, january)).removes).toEqual({
      vessels: 0,
      portCalls: 2,
      voyages: 1,
      legs: 1,
    });
    await takeBack(db, january, EVENING);
    expect(await trader()).toMatchObject({
      name: 'ISLAND TRADER',
      callSign: 'OLD1',
      firstSeenAt: Date.UTC(2025, 11, 1, 8),
      lastSeenAt: Date.UTC(2025, 11, 5, 16),
    });
    expect((await allVoyages(db)).map(({ placeIds }) => placeIds)).toEqual([['TTPOS', 'KNBAS']]);

    // The earlier one goes: the vessel belongs to the later, and one that no other knows goes.
    const again = await written(
      importCalls(
        db,
        manifest(
          'january.csv',
          'ISLAND TRADER II,377000001,KNBAS,2026-01-05T06:00:00Z,2026-01-05T16:00:00Z,',
          'ISLAND TRADER II,377000001,VGRAD,2026-01-06T15:00:00Z,2026-01-07T09:00:00Z,',
        ),
        into('harbour'),
      ),
    );
    expect((await takeBack(db, december, EVENING)).removes).toEqual({
      vessels: 1,
      portCalls: 3,
      voyages: 1,
      legs: 1,
    });
    expect(await trader()).toMatchObject({
      name: 'ISLAND TRADER II',
      callSign: null,
      dataSet: 'harbour',
      firstSeenAt: Date.UTC(2026, 0, 5, 6),
    });
    expect(await vesselsById(db, ['mmsi:377000002'])).toEqual([]);
    expect((await takeBack(db, again, EVENING)).removes).toMatchObject({ vessels: 1, portCalls: 2 });
    expect(await trader()).toBeUndefined();
  });

  it('refuses calls that a later file leaned on, until that has gone', async () => {
    const db = database();
    const call = 'LADY ANN,377000003,TTPOS,2025-03-01T08:00:00Z,2025-03-02T18:00:00Z,';
    const next = 'LADY ANN,377000003,KNBAS,2025-03-05T06:00:00Z,2025-03-05T16:00:00Z,';
    const first = await written(importCalls(db, manifest('a.csv', call), into('logs')));
    const second = await written(importCalls(db, manifest('b.csv', call, next), into('logs')));
    const before = await listBatches(db, 100, 0);
    await expect(takeBack(db, first, EVENING)).rejects.toMatchObject({
      code: 'batch-in-use',
      message: `Batch ${String(first)} is in use: records of batch ${String(second)} tell of the same vessels at the same time. Take back batch ${String(second)} first.`,
    });
    expect(await listBatches(db, 100, 0)).toEqual(before);
    await takeBack(db, second, EVENING);
    expect((await takeBack(db, first, EVENING)).removes).toEqual({
      vessels: 1,
      portCalls: 1,
      voyages: 0,
      legs: 0,
    });
  });

  describe('of ports', () => {
    const COVE = 'XX-COVE,,Smugglers Cove,anchorage,VG,-64.70,18.43,1,,Ours,';
    const QUAY = 'XX-QUAY,,Old Quay,port,VG,-64.60,18.42,1,,Ours,';

    it('removes places that nothing names, and refuses while something does', async () => {
      const db = database();
      const held = (await allPlaces(db)).length;
      const id = await written(importPorts(db, portList('mine.csv', COVE, QUAY), into('gazetteer', 'clear')));
      const call = 'LADY ANN,377000003,XX-QUAY,2025-03-01T08:00:00Z,2025-03-02T18:00:00Z,';
      const calls = await written(importCalls(db, manifest('quay.csv', call), into('logs')));
      await expect(takeBack(db, id, EVENING)).rejects.toMatchObject({
        code: 'batch-in-use',
        message: `Batch ${String(id)} is in use: records of batch ${String(calls)} name places of it. Take back batch ${String(calls)} first.`,
      });
      await takeBack(db, calls, EVENING);
      expect((await takeBack(db, id, EVENING)).removes).toEqual({ places: 2 });
      expect((await allPlaces(db)).length).toBe(held);
    });

    it('refuses while the latest run names its places, as the map would lack them', async () => {
      const db = database();
      const id = await written(importPorts(db, portList('quay.csv', QUAY), into('gazetteer', 'clear')));
      const sailed = manifest(
        'sailed.csv',
        'SEA WREN,377000004,XX-QUAY,2025-04-01T08:00:00Z,2025-04-02T18:00:00Z,',
        'SEA WREN,377000004,KNBAS,2025-04-05T06:00:00Z,2025-04-05T16:00:00Z,',
      );
      const calls = await written(importCalls(db, sailed, into('logs')));
      const { runId } = await analyse(db, ANALYSIS);
      await takeBack(db, calls, EVENING);
      await expect(takeBack(db, id, EVENING)).rejects.toMatchObject({
        code: 'batch-named-by-run',
        message: `Places of batch ${String(id)} are in the findings of run ${String(runId)}. Take back the records that name them and analyse first.`,
      });
      await analyse(db, ANALYSIS);
      expect((await takeBack(db, id, EVENING)).removes).toEqual({ places: 1 });
      // The run that named it keeps what it rests on.
      expect((await eventsOfRun(db, runId)).map(({ places }) => places)).toContainEqual(['XX-QUAY', 'KNBAS']);
    });

    it('refuses a list that changed places, of which the values before are not kept', async () => {
      const db = database();
      const id = await written(importPorts(db, portList('mine.csv', COVE, QUAY), into('gazetteer', 'clear')));
      const moved = await written(
        importPorts(db, portList('moved.csv', COVE.replace('18.43', '18.44')), into('gazetteer', 'clear')),
      );
      await expect(takeBack(db, moved, EVENING)).rejects.toMatchObject({
        code: 'batch-changed-places',
        message: `Batch ${String(moved)} changed 1 place that was held before, and the values before are not kept. Import the earlier port list again instead.`,
      });
      // What the other changed is of the other now.
      expect((await takeBack(db, id, EVENING)).removes).toEqual({ places: 1 });
      expect((await allPlaces(db)).find(({ id: one }) => one === 'XX-COVE')?.position).toEqual([
        -64.7, 18.44,
      ]);
    });

    it('refuses the gazetteer and the public cases, which the next start would load again', async () => {
      const db = database();
      const reported = await written(importSeizures(db, 'data/seizures.csv', into('reported', 'clear')));
      for (const id of [gazetteer, reported]) {
        await expect(takeBack(db, id, EVENING)).rejects.toMatchObject({ code: 'batch-shipped' });
      }
      expect((await recordsIn(db, 'reported')).length).toBe(124);
      const older = {
        kind: 'seizures',
        dataSet: 'reported',
        files: ['seizures.csv'],
        sha256: 'of before',
      } as const;
      expect(await isShipped(older)).toBe(true);
      expect(await isShipped({ ...older, dataSet: 'imported' })).toBe(false);
      expect(await isShipped({ ...older, kind: 'ports', dataSet: 'gazetteer', files: ['ports.csv'] })).toBe(
        false,
      );
    });
  });

  it('refuses while a run is under way, and is not stopped by one whose program has ended', async () => {
    const db = database();
    const id = await written(importSeizures(db, cases('run.csv', { record_id: 'R1' }), into('imported')));
    const run = await beginRun(db, { startedAt: EVENING, codeVersion: 'test', parameters: {} });
    await expect(takeBack(db, id, EVENING)).rejects.toMatchObject({ code: 'run-under-way' });
    expect(await recordsIn(db, 'imported')).toContain('R1');
    // On a server its process may be another one: it is taken to have ended after two minutes of silence.
    const later = EVENING + 120_001;
    await takeBackAlone(db, id, later);
    expect(await recordsIn(db, 'imported')).not.toContain('R1');
    const [row] = await db.query('select state from run where id = $1', [run]);
    expect(row).toEqual({ state: 'interrupted' });
  });

  it('is seen by a run that had read before it and was not entered yet', async () => {
    const db = database();
    const id = await written(importSeizures(db, cases('late.csv', { record_id: 'L1' }), into('imported')));
    let tookBack = false;
    const between: Database = {
      ...db,
      query: async (sql, parameters) => {
        if (!tookBack && sql.startsWith('insert into run')) {
          tookBack = true;
          await takeBack(db, id, EVENING);
        }
        return db.query(sql, parameters);
      },
    };
    const { runId } = await analyse(between, ANALYSIS);
    expect(tookBack).toBe(true);
    const events = await eventsOfRun(db, runId);
    expect(events.map((event) => event.id)).toContain('reported:S001');
    expect(events.map((event) => event.id)).not.toContain('imported:L1');
    // What it says to rest on is what it rests on: nothing has changed since.
    const next = await analyse(db, { ...ANALYSIS, again: false });
    expect(next).toMatchObject({ runId, fresh: false });
    expect((await latestRun(db))?.id).toBe(runId);
  });
});
