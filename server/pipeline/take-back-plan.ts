import type { StoredBatch } from '../db/batches.ts';
import { ConflictError } from '../errors.ts';

/** What is known of a batch that may be taken back. */
export interface TakeBackFacts {
  readonly batch: StoredBatch;
  /** It comes with Leeward. */
  readonly shipped: boolean;
  /** What it brought and is still held, by kind. */
  readonly holds: Readonly<Record<string, number>>;
  /** Notes pinned to that. */
  readonly notes: number;
  /** Batches of its kind that came later and are held. */
  readonly later: readonly StoredBatch[];
  /** Numbers of batches whose records would be left without something that they rest on. */
  readonly usedBy: readonly number[];
  /** The latest run, when it names places that would go. */
  readonly namedByRun: number | null;
}

/** What taking a batch back removes, and what it leaves. */
export interface TakeBackPlan {
  readonly batch: StoredBatch;
  readonly removes: Readonly<Record<string, number>>;
  readonly notesKept: number;
  /** Later batches that may have found some of these records held already, and so did not bring them. */
  readonly alsoIn: readonly Pick<StoredBatch, 'id' | 'files'>[];
}

/**
 * Decides whether a batch can be taken back, and what goes with it. Only what it brought goes, so a batch that others
 * rest on, or that changed what was there, cannot.
 *
 * @throws {ConflictError} `batch-taken-back`, `batch-shipped`, `batch-changed-places`, `batch-in-use`,
 *   `batch-named-by-run`, each with what to do instead
 */
export function planOf(facts: TakeBackFacts): TakeBackPlan {
  const { batch, holds, notes, later } = facts;
  refuse(facts);
  return {
    batch,
    removes: holds,
    notesKept: notes,
    alsoIn: later.flatMap(({ id, files, counts }) =>
      (counts['heldAlready'] ?? 0) > 0 ? [{ id, files }] : [],
    ),
  };
}

function refuse({ batch, shipped, usedBy, namedByRun }: TakeBackFacts): void {
  const name = `Batch ${String(batch.id)}`;
  if (batch.takenBackAt !== null) {
    const at = new Date(batch.takenBackAt).toISOString();
    throw new ConflictError('batch-taken-back', `${name} was taken back already, at ${at}.`);
  }
  if (shipped) {
    throw new ConflictError(
      'batch-shipped',
      `${name} comes with Leeward: the next start would load it again. To see the map without it, filter by data set.`,
    );
  }
  const changed = batch.counts['changed'] ?? 0;
  if (batch.kind === 'ports' && changed > 0) {
    const places = changed === 1 ? '1 place that was' : `${String(changed)} places that were`;
    throw new ConflictError(
      'batch-changed-places',
      `${name} changed ${places} held before, and the values before are not kept. Import the earlier port list again instead.`,
    );
  }
  if (usedBy.length > 0) {
    const what = batch.kind === 'ports' ? 'name places of it' : 'tell of the same vessels at the same time';
    const others = usedBy.length === 1 ? `batch ${String(usedBy[0])}` : `batches ${usedBy.join(', ')}`;
    throw new ConflictError(
      'batch-in-use',
      `${name} is in use: records of ${others} ${what}. Take back ${others} first.`,
    );
  }
  if (namedByRun !== null) {
    throw new ConflictError(
      'batch-named-by-run',
      `Places of batch ${String(batch.id)} are in the findings of run ${String(namedByRun)}. Take back the records that name them and analyse first.`,
    );
  }
}
