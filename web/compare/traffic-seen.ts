import type { Facets } from '../../shared/api.ts';
import { trafficDays } from '../../shared/traffic-days.ts';
import { daysBetween } from '../panels/play-steps.ts';
import type { CompareView, ComparedSide } from '../state-tools.ts';

/** On how many days of a period traffic was seen, and how many it has; `of` null: it is open. */
export interface TrafficSeen {
  readonly days: number;
  readonly of: number | null;
}

/** How much of either period traffic is held of; null: not known yet. */
export function trafficSeen(
  facets: Pick<Facets, 'months'> | undefined,
  { a, b }: Pick<CompareView, 'a' | 'b'>,
): { readonly a: TrafficSeen; readonly b: TrafficSeen } | null {
  if (!facets) return null;
  const months = facets.months.filter(({ voyages }) => voyages > 0).map(({ month }) => month);
  const seen = ({ from, to }: ComparedSide): TrafficSeen => ({
    days: trafficDays(months, from, to),
    of: from === null || to === null ? null : daysBetween(from, to),
  });
  return { a: seen(a), b: seen(b) };
}

/** Whether part of a period is without traffic, so that no voyage there says nothing. */
export const isPart = ({ days, of }: TrafficSeen): boolean => of !== null && days < of;
