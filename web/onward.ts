import { useSyncExternalStore } from 'react';
import type { NetworkReply, PlaceRef, PortDetail } from '../shared/api.ts';
import type { OnwardLine } from './map/types.ts';

type Next = Pick<PortDetail['onward'][number], 'to' | 'probability'>;

/** A way to a place, and where vessels that came that way went next. */
export interface Onward {
  readonly at: PlaceRef;
  /** In order of travel; empty: wherever they came from. */
  readonly cameFrom: readonly PlaceRef[];
  readonly next: readonly Next[];
}

/** What tells one way from another. */
export const wayKey = ({ at, cameFrom }: Pick<Onward, 'at' | 'cameFrom'>): string =>
  [...cameFrom, at].map(({ id }) => id).join('>');

/**
 * The way whose onward legs the map draws: the one that is pointed at, else the one that was chosen. Kept apart
 * from the view, as what the pointer is on is: it changes with every row passed.
 */
const listeners = new Set<() => void>();
let pointed: Onward | null = null;
let chosen: Onward | null = null;
const tell = (): void => {
  for (const listener of listeners) listener();
};
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The pointer or the focus is on a way, or on none. */
export function pointOnward(way: Onward | null): void {
  pointed = way;
  tell();
}

/** Keeps a way on the map; the same one again lets it go. */
export function chooseOnward(way: Onward): void {
  chosen = chosen && wayKey(chosen) === wayKey(way) ? null : way;
  pointed = null;
  tell();
}

/** Takes whatever way is drawn off the map; false: there was none. */
export function clearOnward(): boolean {
  if (!pointed && !chosen) return false;
  pointed = chosen = null;
  tell();
  return true;
}

/** The way that the map draws. */
export const useOnward = (): Onward | null => useSyncExternalStore(subscribe, () => pointed ?? chosen);
/** The way that stays on the map. */
export const useChosenOnward = (): Onward | null => useSyncExternalStore(subscribe, () => chosen);

/**
 * The lines of a way: the legs that led here, then one leg to each next place. A leg that the network does not
 * hold under the filters is a straight line, its way not known.
 *
 * @param percent  writes a share, 0 to 1, in words
 */
export function onwardLines(
  { at, cameFrom, next }: Onward,
  network: NetworkReply | undefined,
  percent: (share: number) => string,
): OnwardLine[] {
  const legs = new Map(network?.edges.features.map((edge) => [edge.id, edge]));
  const leg = (from: PlaceRef, to: PlaceRef): Pick<OnwardLine, 'lines' | 'overWater'> => {
    const known = legs.get(`${from.id}~${to.id}`);
    return known
      ? { lines: known.geometry.coordinates, overWater: known.properties.overWater }
      : { lines: [[from.position, to.position]], overWater: false };
  };
  const here = [...cameFrom, at];
  const came = here.slice(1).map((to, i): OnwardLine => {
    const from = here[i] ?? to;
    return { ...leg(from, to), kind: 'came', share: 0, place: from, label: from.name };
  });
  const onward = next.map(({ to, probability }): OnwardLine => ({
    ...leg(at, to),
    kind: 'next',
    share: probability,
    place: to,
    label: `${to.name}\n${percent(probability)}`,
  }));
  return [...came, ...onward];
}
