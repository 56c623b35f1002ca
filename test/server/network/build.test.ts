import { describe, expect, it } from 'vitest';
import { buildNetwork } from '../../../server/network/build.ts';
import { InputError } from '../../../server/errors.ts';
import type { RouteEvent } from '../../../shared/findings.ts';

// Four events small enough to add up by hand.
const seizure: RouteEvent = {
  id: 'reported:S001',
  kind: 'seizure',
  dataSet: 'reported',
  vesselId: null,
  day: '2025-12-08',
  lastDay: '2025-12-09',
  commodities: ['cocaine'],
  countries: ['VG', 'TT', 'KN'],
  mode: 'sea',
  places: ['TT', 'KN', 'VG'],
  certainties: ['stated', 'inferred'],
  report: 'WCO',
  operation: 'CALYPSO 2',
  marking: 'clear',
};
const voyage = (id: string, vesselId: string, day: string, places: readonly string[]): RouteEvent => ({
  id,
  kind: 'voyage',
  dataSet: 'demo',
  vesselId,
  day,
  lastDay: day,
  commodities: [],
  countries: [],
  mode: 'sea',
  places,
  certainties: places.slice(1).map(() => 'observed' as const),
  report: null,
  operation: null,
  marking: 'clear',
});
const events: readonly RouteEvent[] = [
  seizure,
  voyage('v1', 'a', '2025-11-01', ['TT', 'KN', 'TT', 'KN']),
  voyage('v2', 'b', '2025-12-20', ['TT', 'KN', 'KN', 'BB']),
  { ...seizure, id: 'reported:S002', mode: 'air', places: ['GY'], certainties: [] },
];

describe('buildNetwork', () => {
  it('adds up legs of both kinds apart, with vessels, days, best certainty and evidence', () => {
    const { edges } = buildNetwork(events);
    expect(edges.map((edge) => edge.id)).toEqual(['KN~BB', 'KN~TT', 'KN~VG', 'TT~KN']);
    expect(edges[3]).toEqual({
      id: 'TT~KN',
      from: 'TT',
      to: 'KN',
      voyageLegs: 3,
      seizureLegs: 1,
      vessels: 2,
      mode: 'sea',
      certainty: 'observed',
      seizureCertainty: 'stated',
      firstDay: '2025-11-01',
      lastDay: '2025-12-20',
      evidence: ['reported:S001', 'v1', 'v2'],
    });
    expect(edges[2]).toMatchObject({ voyageLegs: 0, seizureLegs: 1, vessels: 0, certainty: 'inferred' });
  });

  it('gives each node its legs in and out, and keeps a place without legs', () => {
    const { nodes } = buildNetwork(events);
    expect(nodes).toEqual([
      { placeId: 'BB', voyageLegsIn: 1, voyageLegsOut: 0, seizureLegsIn: 0, seizureLegsOut: 0 },
      { placeId: 'GY', voyageLegsIn: 0, voyageLegsOut: 0, seizureLegsIn: 0, seizureLegsOut: 0 },
      { placeId: 'KN', voyageLegsIn: 3, voyageLegsOut: 2, seizureLegsIn: 1, seizureLegsOut: 1 },
      { placeId: 'TT', voyageLegsIn: 1, voyageLegsOut: 3, seizureLegsIn: 0, seizureLegsOut: 1 },
      { placeId: 'VG', voyageLegsIn: 0, voyageLegsOut: 0, seizureLegsIn: 1, seizureLegsOut: 0 },
    ]);
  });

  it('makes no leg of a step from a place to itself', () => {
    const { edges, graph } = buildNetwork(events);
    expect(edges.filter((edge) => edge.from === edge.to)).toEqual([]);
    expect(graph.selfLoopCount).toBe(0);
  });

  it('carries the same nodes and edges in the graph', () => {
    const { graph } = buildNetwork(events);
    expect(graph.order).toBe(5);
    expect(graph.size).toBe(4);
    expect(graph.getEdgeAttribute('TT~KN', 'voyageLegs')).toBe(3);
    expect(graph.outNeighbors('KN')).toEqual(['BB', 'TT', 'VG']);
  });

  it('draws an edge by sea as soon as one piece of evidence went by sea', () => {
    const byAir: RouteEvent = {
      ...seizure,
      id: 's',
      mode: 'air',
      places: ['TT', 'KN'],
      certainties: ['stated'],
    };
    expect(buildNetwork([byAir]).edges[0]?.mode).toBe('air');
    expect(buildNetwork([byAir, seizure]).edges.find((edge) => edge.id === 'TT~KN')?.mode).toBe('sea');
  });

  it('does not depend on the order of the events', () => {
    const forwards = buildNetwork(events);
    const backwards = buildNetwork([...events].reverse());
    expect(backwards.edges).toEqual(forwards.edges);
    expect(backwards.nodes).toEqual(forwards.nodes);
    expect(backwards.graph.export()).toEqual(forwards.graph.export());
  });

  it('is empty for no events', () => {
    const { graph, nodes, edges } = buildNetwork([]);
    expect([graph.order, nodes, edges]).toEqual([0, [], []]);
  });

  it('refuses an event that does not say how sure each step is', () => {
    expect(() => buildNetwork([{ ...seizure, certainties: ['stated'] }])).toThrow(InputError);
  });
});
