import type { Briefing, ChangedClaim, Claim } from '../../shared/briefing.ts';

type Claimed = Pick<
  Briefing,
  'about' | 'routes' | 'routesTotal' | 'spots' | 'evidence' | 'reconciliation'
> & {
  readonly scene: Pick<Briefing['scene'], 'selection'>;
};

/** Routes whose numbers are claims of their own: those that a page or a slide names. */
const ROUTES_NAMED = 10;

/** The numbers that a briefing states, each under a name that lasts. */
export function claimsOf({ about, routes, routesTotal, spots, evidence, reconciliation }: Claimed): Claim[] {
  const kg = evidence.reduce((sum, { massKg }) => sum + (massKg ?? 0), 0);
  const claims: Claim[] = [
    { id: 'events.seizures', value: about.events.seizures },
    { id: 'events.voyages', value: about.events.voyages },
    { id: 'routes.recurring', value: routesTotal.recurring },
    { id: 'routes.once', value: routesTotal.once },
    { id: 'spots.hot', value: spots.filter((spot) => spot.class === 'hot').length },
    { id: 'spots.cold', value: spots.filter((spot) => spot.class === 'cold').length },
    { id: 'evidence.kg', value: Math.round(kg * 1000) / 1000 },
  ];
  for (const { id, effectiveSupport, seizures, voyages } of routes.slice(0, ROUTES_NAMED)) {
    claims.push({ id: `route.${id}.support`, value: effectiveSupport });
    claims.push(
      { id: `route.${id}.seizures`, value: seizures },
      { id: `route.${id}.voyages`, value: voyages },
    );
  }
  return [...claims, ...totalClaims(reconciliation)];
}

/** The published totals that a briefing states, each with what is loaded of it. */
export const totalClaims = (reconciliation: Briefing['reconciliation']): Claim[] =>
  reconciliation.flatMap(({ operation, item, published, loaded }) => [
    { id: `published.${operation}.${item}`, value: published },
    ...(loaded === null ? [] : [{ id: `loaded.${operation}.${item}`, value: loaded }]),
  ]);

/** The claims that say another number now, in the order of the older list, then those that are new. */
export function changedClaims(old: readonly Claim[], now: readonly Claim[]): ChangedClaim[] {
  const before = new Map(old.map(({ id, value }) => [id, value]));
  const after = new Map(now.map(({ id, value }) => [id, value]));
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((id) => {
    const change = { id, old: before.get(id) ?? null, now: after.get(id) ?? null };
    return change.old === change.now ? [] : [change];
  });
}
