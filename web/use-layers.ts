import { useQuery, type QueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { filterOf, queries } from './api.ts';
import { hasRoutes, usePlaying } from './playing.ts';
import { useSelected } from './selected.ts';
import { NO_FILTERS, type PageView } from './state.ts';
import { useWayShapes } from './ways.ts';

/** How long what has come waits for the rest, so that the first picture is drawn once and not five times; ms. */
const TOGETHER_MS = 1500;

/** Asks for what the map shows first, before there is a page to show it on; done when all of it has come or failed. */
export async function askLayers(client: QueryClient, view: PageView): Promise<void> {
  const filter = filterOf(view);
  await Promise.all([
    client.prefetchQuery(queries.network(filter)),
    client.prefetchQuery(queries.routes(filter, view.level)),
    client.prefetchQuery(queries.seizures(filter)),
    client.prefetchQuery(queries.hotspots(filter, view.weight)),
    client.prefetchQuery(queries.clusters()),
    client.prefetchQuery(queries.places(view.level)),
    client.prefetchQuery(queries.facets(NO_FILTERS)),
    client.prefetchQuery(queries.runs()),
  ]);
}

/** False until all of the first replies are there, or one takes too long. */
function useTogether(waiting: boolean): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), TOGETHER_MS);
    return () => clearTimeout(timer);
  }, []);
  return late || !waiting;
}

/**
 * All that the layers of the map show; and whether the server answers at all.
 *
 * @param drawn  whether the findings are on the map: what can wait is asked for then
 */
export function useLayers(view: PageView, drawn = true) {
  const filter = filterOf(view);
  const facets = useQuery(queries.facets(NO_FILTERS));
  const run = useQuery(queries.runs());
  const network = useQuery(queries.network(filter));
  const withRoutes = hasRoutes(usePlaying());
  const asked = useQuery({ ...queries.routes(filter, view.level), enabled: withRoutes });
  // Those of other days than the rest are worse than none.
  const routes = withRoutes ? asked : { ...asked, data: undefined };
  const seizures = useQuery(queries.seizures(filter));
  const hotspots = useQuery(queries.hotspots(filter, view.weight));
  const clusters = useQuery(queries.clusters());
  const places = useQuery(queries.places(view.level));
  const first = [network, routes, seizures, hotspots, clusters, places];
  const waiting = first.some(({ isPending }) => isPending);
  // Outlines of territories are many points: the first picture is not held up by them.
  const noData = useQuery({ ...queries.noData(), enabled: drawn && !waiting });
  const opened = useSelected(view, hotspots.data, network.data, clusters.data);
  const ways = useWayShapes(view, { network: network.data, routes: routes.data });
  // A way under the pointer comes before what is open, and what is open before the way that was chosen.
  const selected = ways.pointed ?? opened ?? ways.chosen;
  const together = useTogether(waiting);
  const data = useMemo(
    () => ({
      network: together ? network.data : undefined,
      routes: together ? routes.data : undefined,
      seizures: together ? seizures.data : undefined,
      hotspots: together ? hotspots.data : undefined,
      clusters: together ? clusters.data : undefined,
      places: together ? places.data : undefined,
      noData: noData.data,
      selected,
    }),
    [
      together,
      network.data,
      routes.data,
      seizures.data,
      hotspots.data,
      clusters.data,
      places.data,
      noData.data,
      selected,
    ],
  );
  // What is drawn without waiting for it any longer.
  const coming = (
    [
      ['legs', network],
      ['routes', routes],
      ['seizures', seizures],
      ['hotspots', hotspots],
      ['clusters', clusters],
    ] as const
  ).flatMap(([layer, { isPending }]) =>
    together && isPending && (layer !== 'routes' || withRoutes) && view.layers.includes(layer) ? [layer] : [],
  );
  const all = [facets, run, network, routes, seizures, hotspots, clusters, places, noData];
  return {
    data,
    /** Layers that are on and have not come. */
    coming,
    facets: facets.data,
    // Not one that failed or is under way: what is shown is that of the last one done.
    run: run.data && (run.data.items.find(({ state }) => state === 'done') ?? null),
    error: all.find((query) => query.error)?.error ?? null,
    retry: () => all.forEach((query) => query.error && void query.refetch()),
  };
}
