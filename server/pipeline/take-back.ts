import { batchOf, heldAfter, holdStill, markTakenBack, type StoredBatch } from '../db/batches.ts';
import type { Database, Queryable } from '../db/database.ts';
import { ConflictError, NotFoundError } from '../errors.ts';
import { latestRun, markInterrupted, runUnderWay } from '../findings/run-store.ts';
import { runNames } from '../findings/store.ts';
import { countNotesOn } from '../notes/store.ts';
import { batchesNaming, placesOfBatch, removePlaces } from '../ports/store.ts';
import { removeSeizures, seizuresOfBatch } from '../seizures/store.ts';
import { movementsOfBatch, removeMovements } from '../tracks/store.ts';
import { batchesLeaningOn, removeVessels, vesselsOnlyOf } from '../vessels/store.ts';
import { isShipped } from './setup.ts';
import { planOf, type TakeBackPlan } from './take-back-plan.ts';

/** Takes what a batch brought out of the database, by kind. */
const REMOVE: Readonly<Record<StoredBatch['kind'], (tx: Queryable, batchId: number) => Promise<void>>> = {
  seizures: removeSeizures,
  ports: removePlaces,
  ais: removeTraffic,
  calls: removeTraffic,
};

async function removeTraffic(tx: Queryable, batchId: number): Promise<void> {
  await removeMovements(tx, batchId);
  await removeVessels(tx, batchId);
}

/**
 * What taking a batch back would remove.
 *
 * @throws {NotFoundError} `no-batch`; {ConflictError} as {@link planOf} does
 */
export async function planTakeBack(db: Queryable, id: number): Promise<TakeBackPlan> {
  const batch = await batchOf(db, id);
  if (!batch)
    throw new NotFoundError(
      'no-batch',
      `There is no batch ${String(id)}. "leeward batches" lists what there is.`,
    );
  const shipped = await isShipped(batch);
  const later = await heldAfter(db, batch);
  const found = { batch, shipped, later, ...NOTHING_FOUND };
  switch (batch.kind) {
    case 'seizures': {
      const { ids, commodityLines, routePoints } = await seizuresOfBatch(db, id);
      const notes = await countNotesOn(db, 'seizure', ids);
      return planOf({ ...found, holds: { seizures: ids.length, commodityLines, routePoints }, notes });
    }
    case 'ports': {
      const places = await placesOfBatch(db, id);
      const run = await latestRun(db);
      return planOf({
        ...found,
        holds: { places: places.length },
        notes: await countNotesOn(db, 'port', places),
        usedBy: await batchesNaming(db, id),
        namedByRun: run && (await runNames(db, run.id, places)) ? run.id : null,
      });
    }
    case 'ais':
    case 'calls':
      return planOf({
        ...found,
        holds: { vessels: await vesselsOnlyOf(db, id), ...(await movementsOfBatch(db, id)) },
        usedBy: await batchesLeaningOn(db, id),
      });
  }
}

const NOTHING_FOUND = { notes: 0, usedBy: [], namedByRun: null };

/**
 * Takes a batch back: its records go, its row stays and says when. All or nothing; nothing is imported and no run begins
 * or ends meanwhile. Runs before keep what they found, and figures what they show.
 *
 * @throws as {@link planTakeBack}; {ConflictError} `run-under-way`: that run has read what would go, and would be the
 *   latest though it rests on records that are not held
 */
export async function takeBack(db: Database, id: number, now: number): Promise<TakeBackPlan> {
  return db.transaction(async (tx) => {
    await holdStill(tx);
    const plan = await planTakeBack(tx, id);
    const run = await runUnderWay(tx, now);
    if (run !== null) {
      throw new ConflictError(
        'run-under-way',
        `Run ${String(run)} is under way and rests on batch ${String(id)}. Wait for its end or cancel it first.`,
      );
    }
    await REMOVE[plan.batch.kind](tx, id);
    await markTakenBack(tx, id, now, plan.removes);
    return { ...plan, batch: { ...plan.batch, takenBackAt: now, takenBack: { ...plan.removes } } };
  });
}

/** The same from a process that runs no analysis: a run of a program that ended must not stand in the way. */
export async function takeBackAlone(db: Database, id: number, now: number): Promise<TakeBackPlan> {
  await markInterrupted(db, now);
  return takeBack(db, id, now);
}
