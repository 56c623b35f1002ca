import { useQuery } from '@tanstack/react-query';
import { useMemo, useSyncExternalStore } from 'react';
import type { NetworkReply, PathsReply, PlaceRef, RoutesReply } from '../shared/api.ts';
import { greatCircle } from '../shared/geo.ts';
import { filterOf, queries } from './api.ts';
import type { SelectedShape, SelectedStep } from './map/types.ts';
import type { PageView } from './state.ts';

/** The way that the pointer or the focus is on in the list, counted from 1; kept apart from the view as rows are. */
const listeners = new Set<() => void>();
let pointed: number | null = null;

/** Says which way the pointer is on; null: none. */
export function pointAtWay(way: number | null): void {
  if (way === pointed) return;
  pointed = way;
  for (const listener of listeners) listener();
}
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Whether the question is whole: two different places. */
export const isAsked = ({ start, end }: PageView['ways']): boolean =>
  start !== null && end !== null && start !== end;

/** The ways that the view asks for; asks nothing unless the tool is open. */
export function useWays(view: PageView) {
  const enabled = view.list === 'ways' && isAsked(view.ways);
  const query = useQuery({ ...queries.paths(filterOf(view), view.level, view.ways), enabled });
  return { ...query, data: enabled ? query.data : undefined };
}

interface Known {
  readonly network: NetworkReply | undefined;
  readonly routes: RoutesReply | undefined;
}

/** The lines of one leg as the map has them: of ports a leg of the network, of territories a route of two stops. */
function stepsBetween(from: PlaceRef, to: PlaceRef, { network, routes }: Known): SelectedStep[] {
  const edge = network?.edges.features.find(({ id }) => id === `${from.id}~${to.id}`);
  const route = edge ? undefined : routes?.features.find(({ id }) => id === `territory:${from.id}>${to.id}`);
  const found = edge ?? route;
  if (!found) {
    const line = greatCircle(from.position, to.position).map((at) => [...at]);
    return [{ line, certainty: 'assumed', overWater: false }];
  }
  const overWater = edge ? edge.properties.overWater : (route?.properties.overWater[0] ?? false);
  const { certainty } = found.properties;
  return found.geometry.coordinates.map((line) => ({ line, certainty, overWater }));
}

/** A way as the map marks it: its legs and its numbered stops. */
export function wayShape(way: Pick<PathsReply['paths'][number], 'places'>, known: Known): SelectedShape {
  const { places } = way;
  const steps = places.slice(1).flatMap((to, i) => {
    const from = places[i];
    return from ? stepsBetween(from, to, known) : [];
  });
  return { geometry: null, radiusKm: 0, ids: [places.map(({ id }) => id).join('>')], places, steps };
}

/** The way pointed at, and the one chosen, as the map marks them; null where there is none. */
export function useWayShapes(view: PageView, { network, routes }: Known) {
  const ways = useWays(view).data;
  const now = useSyncExternalStore(subscribe, () => pointed);
  const { chosen } = view.ways;
  return useMemo(() => {
    const shape = (number: number | null): SelectedShape | null => {
      const way = number === null ? undefined : ways?.paths[number - 1];
      return way ? wayShape(way, { network, routes }) : null;
    };
    return { pointed: shape(now), chosen: shape(chosen) };
  }, [ways, now, chosen, network, routes]);
}
