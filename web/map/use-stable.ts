import { useMemo } from 'react';
import type { MapData } from './types.ts';

/** The same data as one object for as long as its parts say the same; a selection is compared by content. */
export function useStable(given: MapData): MapData {
  const { network, routes, seizures, hotspots, clusters, places, selected } = given;
  const shape = JSON.stringify(selected);
  return useMemo(
    () => ({ network, routes, seizures, hotspots, clusters, places, selected }),
    // `shape` stands for `selected`, which is a new object whenever the page draws.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [network, routes, seizures, hotspots, clusters, places, shape],
  );
}
