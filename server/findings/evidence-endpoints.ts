import type { Evidence, Filter } from '../../shared/api.ts';
import type { RouteEvent } from '../../shared/findings.ts';
import type { Database } from '../db/database.ts';
import { NotFoundError } from '../errors.ts';
import { vesselNames } from '../vessels/store.ts';
import { evidenceOf } from './evidence.ts';
import type { Snapshot } from './snapshot.ts';

interface Page {
  readonly limit: number;
  readonly offset: number;
}

/** One page of the evidence of a finding, with the names of the vessels on it. */
export async function evidencePage(
  database: Database,
  now: Snapshot,
  ids: readonly string[],
  page: Page = { limit: 1000, offset: 0 },
): Promise<Evidence[]> {
  const events = ids.flatMap((id): RouteEvent[] => {
    const event = now.events.get(id);
    return event ? [event] : [];
  });
  const names = await vesselNames(
    database,
    events.flatMap(({ vesselId }) => vesselId ?? []),
  );
  return evidenceOf(events, { ...now, vesselNames: names }).slice(page.offset, page.offset + page.limit);
}

/** That the latest run lacks what an address names, and whether a filter may be why. */
export function notFound(what: string, id: string, filter: Filter): NotFoundError {
  const filtered = Object.keys(filter).some((key) =>
    ['from', 'to', 'commodity', 'country', 'dataSet'].includes(key),
  );
  return new NotFoundError(
    `no-${what}`,
    `There is no ${what} ${id} in the latest analysis${filtered ? ' within this filter' : ''}.`,
  );
}
