import { createHash } from 'node:crypto';
import {
  BRIEFING_FORMATS,
  type Briefing,
  type BriefingFormat,
  type BriefingSpec,
} from '../../shared/briefing.ts';
import { lettersNamed, undrawn } from '../../shared/drawing/letters.ts';
import type { Database } from '../db/database.ts';
import { ConflictError, InputError, NotFoundError } from '../errors.ts';
import type { Snapshot } from '../findings/snapshot.ts';
import { changedClaims } from './claims.ts';
import { composeTotals } from './compose-totals.ts';
import { compose } from './compose.ts';
import { gather, gatherTotals, withheldFrom } from './gather.ts';
import { findBriefing } from './store.ts';

/** Composes what is asked for of the latest run. */
export async function composed(database: Database, now: Snapshot, spec: BriefingSpec): Promise<Briefing> {
  const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
  if (spec.kind === 'totals') return composeTotals(spec, await gatherTotals(now, spec), hash);
  return compose(spec, await gather(database, now, spec), hash);
}

/** The briefing of that code. */
export async function briefingOf(database: Database, code: string): Promise<Briefing> {
  const found = await findBriefing(database, code);
  if (found) return found;
  throw new NotFoundError('no-briefing', `There is no figure or document with the code ${code}.`);
}

/** The numbers of a briefing that are others in the latest run; null when it can no longer be composed. */
export async function changesSince(database: Database, now: Snapshot, briefing: Briefing) {
  try {
    const latest = await composed(database, now, briefing.spec);
    return changedClaims(briefing.claims, latest.claims);
  } catch (error) {
    // Its selection may be gone, or all that lay within its filter.
    if (error instanceof InputError) return null;
    throw error;
  }
}

/** The format that a kind is first made in. */
export const firstFormat = ({ kind }: BriefingSpec): BriefingFormat => BRIEFING_FORMATS[kind][0];

/** @throws {InputError} `bad-format` when the kind is not made in that format */
export function checkFormat({ kind }: BriefingSpec, format: BriefingFormat): void {
  const known: readonly BriefingFormat[] = BRIEFING_FORMATS[kind];
  if (known.includes(format)) return;
  const what = kind === 'totals' ? 'figure of totals' : kind;
  throw new InputError('bad-format', `format: a ${what} is made as ${known.join(', ')}, not as ${format}.`);
}

/**
 * A title that would be drawn in part only is not drawn at all: who wrote it can write it otherwise. Data files carry
 * none, and hold every letter.
 *
 * @throws {InputError} `letters-undrawn` naming the letters that our font does not have
 */
export function checkLetters({ kind, title, subtitle }: BriefingSpec): void {
  if (kind === 'data') return;
  const rejects = Object.entries({ title, subtitle }).flatMap(([field, text]) => {
    const value = lettersNamed(undrawn(text ?? ''));
    const reason = `our font does not have ${value}.`;
    const fix = 'Write it in Latin, Greek or Cyrillic letters.';
    return value === '' ? [] : { file: 'request', row: null, column: `spec.${field}`, value, reason, fix };
  });
  if (rejects.length === 0) return;
  const said = rejects.map(({ column, reason, fix }) => `${column}: ${reason} ${fix}`);
  throw new InputError('letters-undrawn', said.join(' '), rejects);
}

const counted = (count: number, what: string): string => `${String(count)} ${what}${count === 1 ? '' : 's'}`;

/** @throws {ConflictError} `consent-needed` when something would be left out unseen */
export async function checkConsent(now: Snapshot, spec: BriefingSpec): Promise<void> {
  const { seizures, voyages, ids } = await withheldFrom(now, spec);
  if (seizures + voyages === 0) return;
  throw new ConflictError(
    'consent-needed',
    `For an audience of TLP:${spec.audience.toUpperCase()} ${counted(seizures, 'seizure')} and ${counted(voyages, 'voyage')} would be left out` +
      `${ids.length > 0 ? ` (${ids.slice(0, 10).join(', ')}${ids.length > 10 ? ' …' : ''})` : ''}. ` +
      'Ask /exports/preview for the list, and send it again with "consent": true.',
  );
}
