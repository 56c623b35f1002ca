import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { filterOf, queries } from './api.ts';
import { useSelected } from './selected.ts';
import { NO_FILTERS, type PageView } from './state.ts';

/** All that the layers of the map show, each as it comes; and whether the server answers at all. */
export function useLayers(view: PageView) {
  const filter = filterOf(view);
  const facets = useQuery(queries.facets(NO_FILTERS));
  const overTime = useQuery(queries.facets({ ...filter, from: null, to: null }));
  const run = useQuery(queries.runs());
  const network = useQuery(queries.network(filter));
  const routes = useQuery(queries.routes(filter, view.level));
  const seizures = useQuery(queries.seizures(filter));
  const hotspots = useQuery(queries.hotspots(filter));
  const selected = useSelected(view, hotspots.data);
  const data = useMemo(
    () => ({
      network: network.data,
      routes: routes.data,
      seizures: seizures.data,
      hotspots: hotspots.data,
      selected,
    }),
    [network.data, routes.data, seizures.data, hotspots.data, selected],
  );
  const all = [facets, overTime, run, network, routes, seizures, hotspots];
  return {
    data,
    facets: facets.data,
    overTime: overTime.data,
    run: run.data?.items[0],
    error: all.find((query) => query.error)?.error ?? null,
    retry: () => all.forEach((query) => query.error && void query.refetch()),
  };
}
