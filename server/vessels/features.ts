import type { DataSet, Vessel } from '../../shared/model.ts';

/** A vessel as the page reads it: instants in ISO 8601, and whether it is made up. */
export function vesselProperties(
  vessel: Vessel & { readonly dataSet: string },
  dataSets: readonly DataSet[],
) {
  return {
    ...vessel,
    firstSeenAt: new Date(vessel.firstSeenAt).toISOString(),
    lastSeenAt: new Date(vessel.lastSeenAt).toISOString(),
    synthetic: dataSets.some(({ id, synthetic }) => id === vessel.dataSet && synthetic),
  };
}
