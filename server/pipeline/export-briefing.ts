import { exportRequestSchema, type ExportRequestInput } from '../../shared/briefing-schema.ts';
import type {
  Briefing,
  BriefingFormat,
  BriefingSpec,
  ChangedClaim,
  DataTable,
} from '../../shared/briefing.ts';
import {
  briefingOf,
  changesSince,
  checkConsent,
  checkFormat,
  checkLetters,
  composed,
  firstFormat,
} from '../briefings/make.ts';
import { renderBriefing, type Rendered } from '../briefings/render/render.ts';
import { saveBriefing } from '../briefings/store.ts';
import { undrawnIn } from '../briefings/undrawn.ts';
import type { Database } from '../db/database.ts';
import { ConflictError, InputError } from '../errors.ts';
import { snapshots } from '../findings/snapshot.ts';

/** A file that was made, and the code by which it can be made again. */
export interface Exported {
  readonly code: string;
  readonly runId: number;
  readonly rendered: Rendered;
  /** Letters of its names that our font does not have; they stand as `[?]`. */
  readonly undrawn: readonly string[];
}

/**
 * Makes a figure, page, deck or data file of the latest run and keeps what it says under its code.
 *
 * @throws {InputError} `bad-parameter` naming what cannot be; as {@link composed} does
 * @throws {ConflictError} `consent-needed`
 */
export async function exportBriefing(
  db: Database,
  request: ExportRequestInput,
  now: number,
): Promise<Exported> {
  const checked = exportRequestSchema.safeParse(request);
  if (!checked.success) {
    const issues = checked.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}.`);
    throw new InputError('bad-parameter', issues.join(' '));
  }
  const { spec, format, table, consent } = checked.data;
  checkFormat(spec, format);
  checkLetters(spec);
  const snapshot = await snapshots(db)();
  if (!consent) await checkConsent(snapshot, spec);
  const briefing = await composed(db, snapshot, spec);
  await saveBriefing(db, briefing, now);
  const rendered = await renderBriefing(briefing, format, table);
  const { code, runId } = briefing.about;
  return { code, runId, rendered, undrawn: undrawnIn(briefing) };
}

export interface Remade extends Exported {
  readonly spec: BriefingSpec;
  /** Numbers that are others in the latest run; null: it can no longer be composed of it. */
  readonly changes: readonly ChangedClaim[] | null;
}

/**
 * Makes a figure or document again by its code: the same bytes, from the run it was made of.
 *
 * @param format  null: the first that its kind is made in
 * @throws {NotFoundError} `no-briefing`
 */
export async function remakeBriefing(
  db: Database,
  code: string,
  format: BriefingFormat | null,
  table?: DataTable,
): Promise<Remade> {
  const briefing = await briefingOf(db, code);
  const { spec, about } = briefing;
  const chosen = format ?? firstFormat(spec);
  checkFormat(spec, chosen);
  return {
    code: about.code,
    runId: about.runId,
    spec,
    rendered: await renderBriefing(briefing, chosen, table),
    undrawn: undrawnIn(briefing),
    changes: await changesNow(db, briefing),
  };
}

/** What was made can be made again while cases of the latest run are taken back, but not compared with it. */
async function changesNow(db: Database, briefing: Briefing): Promise<readonly ChangedClaim[] | null> {
  try {
    return await changesSince(db, await snapshots(db)(), briefing);
  } catch (error) {
    if (error instanceof ConflictError) return null;
    throw error;
  }
}
