import type { PlaceFindingRow } from '../../shared/api.ts';

/** Legs in and out. */
export const flowOf = (row: PlaceFindingRow): number => row.strengthIn + row.strengthOut;

/** What places may be ranked by, largest first; the rank is of the whole list, whatever text narrows it. */
const SORTS = {
  flow: flowOf,
  betweenness: (row) => row.betweenness,
  pageRank: (row) => row.pageRank,
  seizures: (row) => row.seizures,
  calls: (row) => row.calls,
  rate: (row) => row.rate?.per1000Calls ?? -1,
} satisfies Record<string, (row: PlaceFindingRow) => number>;
export type Sort = keyof typeof SORTS;
export const SORT_KEYS = Object.keys(SORTS) as Sort[];

export type PlaceRow = PlaceFindingRow & { readonly rank: number };

/** Places with their rank; those that are equal share the better one. */
export function rankPlaces(items: readonly PlaceFindingRow[], sort: Sort): PlaceRow[] {
  const by = SORTS[sort];
  const sorted = items.toSorted((a, b) => by(b) - by(a) || (a.id < b.id ? -1 : 1));
  let rank = 0;
  let last: number | null = null;
  return sorted.map((row, i) => {
    if (by(row) !== last) rank = i + 1;
    last = by(row);
    return { ...row, rank };
  });
}
