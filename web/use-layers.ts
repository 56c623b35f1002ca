import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { filterOf, queries } from './api.ts';
import { useSelected } from './selected.ts';
import { NO_FILTERS, type PageView } from './state.ts';
import { useWayShapes } from './ways.ts';

/** All that the layers of the map show, each as it comes; and whether the server answers at all. */
export function useLayers(view: PageView) {
  const filter = filterOf(view);
  const facets = useQuery(queries.facets(NO_FILTERS));
  const overTime = useQuery(queries.facets({ ...filter, from: null, to: null }));
  const run = useQuery(queries.runs());
  const network = useQuery(queries.network(filter));
  const routes = useQuery(queries.routes(filter, view.level));
  const seizures = useQuery(queries.seizures(filter));
  const hotspots = useQuery(queries.hotspots(filter, view.weight));
  const clusters = useQuery(queries.clusters());
  const places = useQuery(queries.places(view.level));
  const opened = useSelected(view, hotspots.data, network.data, clusters.data);
  const ways = useWayShapes(view, { network: network.data, routes: routes.data });
  // A way under the pointer comes before what is open, and what is open before the way that was chosen.
  const selected = ways.pointed ?? opened ?? ways.chosen;
  const data = useMemo(
    () => ({
      network: network.data,
      routes: routes.data,
      seizures: seizures.data,
      hotspots: hotspots.data,
      clusters: clusters.data,
      places: places.data,
      selected,
    }),
    [network.data, routes.data, seizures.data, hotspots.data, clusters.data, places.data, selected],
  );
  const all = [facets, overTime, run, network, routes, seizures, hotspots];
  return {
    data,
    facets: facets.data,
    overTime: overTime.data,
    // Not one that failed or is under way: what is shown is that of the last one done.
    run: run.data?.items.find(({ state }) => state === 'done'),
    error: all.find((query) => query.error)?.error ?? null,
    retry: () => all.forEach((query) => query.error && void query.refetch()),
  };
}
