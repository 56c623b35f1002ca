import type { PlaceFinding } from '../../shared/findings.ts';
import type { Seizure } from '../../shared/model.ts';
import type { Level } from '../../shared/vocabulary.ts';
import { callRate, ratesOf } from '../hotspots/rates.ts';
import type { Network } from '../network/build.ts';
import { findCommunities } from '../network/communities.ts';
import type { Gazetteer } from '../ports/gazetteer.ts';
import type { PlaceCalls } from './analysis-input.ts';
import { measuresOf, weightedLeg } from './derive.ts';
import type { AnalysisParameters } from './parameters.ts';

/**
 * How each place of a network lies in it, and how its seizures stand to the port calls known there. A seizure is
 * made at a place where its report says so, at a port or in a territory: of a country, by its authorities.
 *
 * @returns one for each place of the network, ascending by place id
 */
export function placeFindings(
  level: Level,
  network: Network,
  seizures: readonly Seizure[],
  calls: readonly PlaceCalls[],
  { territoryOf }: Gazetteer,
  { seed, communities }: Pick<AnalysisParameters, 'seed' | 'communities'>,
): PlaceFinding[] {
  const placeIds = network.nodes.map(({ placeId }) => placeId);
  const { places: measures } = measuresOf(network);
  // One place alone is in no community, and there is nothing to divide.
  const found =
    placeIds.length < 2
      ? []
      : findCommunities(placeIds, network.edges.map(weightedLeg), { seed, runs: communities.runs })
          .communities;
  const communityOf = new Map(
    found
      .filter((community) => community.placeIds.length > 1)
      .flatMap(({ number, placeIds: members }) => members.map((id) => [id, number] as const)),
  );
  const seized = tally(
    seizures.map(({ country, place }) => ({ id: level === 'port' ? place.placeId : country, count: 1 })),
  );
  const called = tally(
    calls.map(({ placeId, calls: count }) => ({
      id: level === 'port' ? placeId : territoryOf(placeId),
      count,
    })),
  );
  const rates = ratesOf(
    placeIds.map((id) => ({ id, cases: seized.get(id) ?? 0, calls: called.get(id) ?? 0 })),
  );
  return rates.map((rate) => {
    const { id, cases, calls: known } = rate;
    const { strengthIn = 0, strengthOut = 0, betweenness = 0, pageRank = 0 } = measures.get(id) ?? {};
    return {
      level,
      placeId: id,
      strengthIn,
      strengthOut,
      betweenness,
      pageRank,
      community: communityOf.get(id) ?? 0,
      seizures: cases,
      calls: known,
      rate: callRate(rate),
    };
  });
}

function tally(
  counts: readonly { readonly id: string | null; readonly count: number }[],
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { id, count } of counts) if (id !== null) sums.set(id, (sums.get(id) ?? 0) + count);
  return sums;
}
