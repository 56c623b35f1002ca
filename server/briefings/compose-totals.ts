import { WHOLE_REGION, type Briefing, type BriefingSpec } from '../../shared/briefing.ts';
import { InputError } from '../errors.ts';
import { totalClaims } from './claims.ts';
import { aboutOf, withCode } from './compose.ts';
import type { TotalsFound } from './found.ts';

/** What decides nothing here: there is no map, no filter applies, and no vessel is named. */
const WITHOUT_MAP = {
  bounds: null,
  level: 'territory',
  layers: [],
  filter: { from: null, to: null, commodities: [], countries: [], dataSets: [] },
  selection: null,
  vesselNames: false,
} as const satisfies Partial<BriefingSpec>;

/**
 * Composes the panel of published totals: each beside what the cases of its operation add up to, and nothing else.
 * The same totals and cases of the same run give the same briefing, code included.
 *
 * @param found  the totals, and the cases that count for the audience of `spec`; their data decide the marking
 * @param hash   of a text: 64 hexadecimal digits
 * @throws {InputError} `totals-none`
 */
export function composeTotals(
  spec: BriefingSpec,
  found: TotalsFound,
  hash: (text: string) => string,
): Briefing {
  const { reconciliation, counted } = found;
  if (reconciliation.length === 0) {
    throw new InputError(
      'totals-none',
      'No published totals are known, so there is nothing to set beside the cases. Add those of an operation to data/operations.csv, then export again.',
    );
  }
  return withCode(
    {
      spec: { ...spec, ...WITHOUT_MAP },
      about: { ...aboutOf(spec, { ...found, events: counted }), code: '' },
      scene: {
        ...{ bounds: WHOLE_REGION, legs: [], routes: [], cells: [], clusters: [], seizures: [] },
        ...{ openEnds: [], places: [], noData: [], selection: null },
      },
      ...{
        routes: [],
        routesTotal: { recurring: 0, once: 0 },
        spots: [],
        legs: [],
        evidence: [],
        overTime: [],
      },
      reconciliation,
      claims: totalClaims(reconciliation),
    },
    hash,
  );
}
