import { useMemo } from 'react';
import type { MapData } from './types.ts';

/** The same data as one object for as long as its parts say the same; a selection is compared by content. */
export function useStable(given: MapData): MapData {
  const { network, routes, seizures, hotspots, clusters, places, noData, selected, tools, change } = given;
  const shape = JSON.stringify(selected);
  const drawn = JSON.stringify(tools);
  return useMemo(
    () => ({ network, routes, seizures, hotspots, clusters, places, noData, selected, tools, change }),
    // `shape` stands for `selected` and `drawn` for `tools`, which are new objects whenever the page draws.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [network, routes, seizures, hotspots, clusters, places, noData, shape, drawn, change],
  );
}
