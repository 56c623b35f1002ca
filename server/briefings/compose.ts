import type { Briefing, BriefingAbout, BriefingKind, BriefingSpec } from '../../shared/briefing.ts';
import { canonical } from '../../shared/canonical.ts';
import type { Route } from '../../shared/findings.ts';
import { highestMarking, mayBeShown } from '../../shared/vocabulary.ts';
import { InputError } from '../errors.ts';
import { howSynthetic } from '../findings/features.ts';
import { claimsOf } from './claims.ts';
import { sceneOf } from './compose-scene.ts';
import { evidenceRows, legRows, overTime, routeRows, spotRows } from './compose-tables.ts';
import type { Found, TotalsFound } from './found.ts';

/** Routes kept in a table: far more than a page or a slide shows, and what a data file should hold. */
const ROUTES_KEPT = 5000;

/**
 * Composes a briefing: everything that is drawn or said, of one run, within one filter and for one audience. The
 * same request of the same run gives the same briefing, code included.
 *
 * @param found  what the run found within the filter and for the audience of `spec`
 * @param hash   of a text: 64 hexadecimal digits
 * @throws {InputError} `briefing-empty`, `selection-unknown`, `route-needed`, `names-withheld`
 */
export function compose(spec: BriefingSpec, found: Found, hash: (text: string) => string): Briefing {
  check(spec, found);
  const route = routeOf(spec, found);
  const about = { ...aboutOf(spec, found), code: '' };
  const rows = routeRows(spec, found);
  const routes = route === null ? rows.slice(0, ROUTES_KEPT) : rows.filter(({ id }) => id === route.id);
  const evidence = evidenceRows(spec, found, route);
  const body = {
    spec,
    about,
    scene: sceneOf(spec, found),
    routes,
    routesTotal: {
      recurring: rows.filter(({ recurs }) => recurs).length,
      once: rows.filter(({ recurs }) => !recurs).length,
    },
    spots: spotRows(found),
    legs: legRows(spec, found, route),
    evidence,
    overTime: overTime(evidence, found),
    reconciliation: found.reconciliation,
  };
  return withCode({ ...body, claims: claimsOf(body) }, hash);
}

/** The same with the code that its content gives; it has none yet. */
export const withCode = (whole: Briefing, hash: (text: string) => string): Briefing => ({
  ...whole,
  about: { ...whole.about, code: codeOf(hash(canonical(whole))) },
});

function check(spec: BriefingSpec, { events }: Found): void {
  if (spec.vesselNames && !mayBeShown('amber', spec.audience)) {
    throw new InputError(
      'names-withheld',
      'vesselNames: vessels are named for an audience of TLP:AMBER or higher only. Leave the names out, or choose that audience.',
    );
  }
  if (events.length > 0) return;
  throw new InputError(
    'briefing-empty',
    'Nothing lies within this filter and for this audience, so there is nothing to show. Widen the filter.',
  );
}

function routeOf({ kind, selection }: BriefingSpec, { routes }: Found): Route | null {
  if (kind !== 'dossier') return null;
  if (selection?.kind !== 'route') {
    throw new InputError('route-needed', 'selection: a dossier is about one route. Select a route first.');
  }
  const route = routes.find(({ id }) => id === selection.id);
  if (route) return route;
  throw new InputError(
    'selection-unknown',
    `selection: there is no route ${selection.id} within this filter and for this audience.`,
  );
}

/** Kinds that set published totals beside cases of the whole operation, whatever the filter. */
const WITH_TOTALS: readonly BriefingKind[] = ['totals', 'brief', 'deck', 'data'];

/** Where the numbers come from, of the events that went in. */
export function aboutOf(
  { kind, audience }: BriefingSpec,
  found: TotalsFound & Pick<Found, 'events'>,
): Omit<BriefingAbout, 'code'> {
  const { run, events, dataSets, isSynthetic } = found;
  const days = events.map(({ day }) => day);
  const lastDays = events.map(({ lastDay }) => lastDay);
  const least = (all: readonly string[]): string => all.reduce((a, b) => (a < b ? a : b));
  const most = (all: readonly string[]): string => all.reduce((a, b) => (a > b ? a : b));
  const period = events.length === 0 ? null : { from: least(days), to: most(lastDays) };
  const perSet = new Map<string, number>();
  for (const { dataSet } of events) perSet.set(dataSet, (perSet.get(dataSet) ?? 0) + 1);
  const seizures = events.filter(({ kind }) => kind === 'seizure').length;
  const marking = highestMarking(
    [...events, ...(WITH_TOTALS.includes(kind) ? found.counted : [])].map((event) => event.marking),
  );
  if (!mayBeShown(marking, audience)) throw new Error('a briefing holds more than its audience may see');
  return {
    runId: run.id,
    runStartedAt: new Date(run.startedAt).toISOString(),
    dataHash: run.dataHash,
    findingsHash: run.findingsHash,
    codeVersion: run.codeVersion,
    cutOff: period?.to ?? null,
    period,
    events: { seizures, voyages: events.length - seizures },
    dataSets: [...perSet]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, count]) => {
        const set = dataSets.get(id);
        return { id, title: set?.title ?? id, synthetic: set?.synthetic ?? false, events: count };
      }),
    synthetic: howSynthetic(
      events.map(({ id }) => id),
      isSynthetic,
    ),
    marking,
    seed: run.seed,
    draws: run.draws,
  };
}

/** Crockford's base 32: no letter that is taken for a digit. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** `LW-XXXX-XXXX`: 40 bits of a hash; among a thousand briefings two share a code once in two million times. */
function codeOf(hash: string): string {
  const bits = BigInt(`0x${hash.slice(0, 10)}`);
  const digits = Array.from(
    { length: 8 },
    (_, i) => DIGITS[Number((bits >> BigInt(35 - 5 * i)) & 31n)] ?? '0',
  );
  return `LW-${digits.slice(0, 4).join('')}-${digits.slice(4).join('')}`;
}
