import { exportRequestSchema, type ExportRequestInput } from '../../shared/briefing-schema.ts';
import type { BriefingFormat, BriefingSpec, ChangedClaim, DataTable } from '../../shared/briefing.ts';
import {
  briefingOf,
  changesSince,
  checkConsent,
  checkFormat,
  composed,
  firstFormat,
} from '../briefings/make.ts';
import { renderBriefing, type Rendered } from '../briefings/render/render.ts';
import { saveBriefing } from '../briefings/store.ts';
import type { Database } from '../db/database.ts';
import { InputError } from '../errors.ts';
import { snapshots } from '../findings/snapshot.ts';

/** A file that was made, and the code by which it can be made again. */
export interface Exported {
  readonly code: string;
  readonly runId: number;
  readonly rendered: Rendered;
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
  const snapshot = await snapshots(db)();
  if (!consent) await checkConsent(snapshot, spec);
  const briefing = await composed(db, snapshot, spec);
  await saveBriefing(db, briefing, now);
  const rendered = await renderBriefing(briefing, format, table);
  return { code: briefing.about.code, runId: briefing.about.runId, rendered };
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
    changes: await changesSince(db, await snapshots(db)(), briefing),
  };
}
