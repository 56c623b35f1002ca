import type { Feature, FeatureCollection, Geometry } from 'geojson';
import type {
  EdgeProperties,
  NetworkReply,
  PlaceRef,
  RouteProperties,
  RoutesReply,
} from '../../shared/api.ts';
import { destination, type Position } from '../../shared/geo.ts';
import { PORT_KINDS, type Certainty } from '../../shared/vocabulary.ts';
import { goodsFamily } from './palette.ts';
import {
  areaFrom,
  LEG_STEPS,
  PORT_STEPS,
  portRadius,
  ROUTE_STEPS,
  seizureWidth,
  showFrom,
  strokeOf,
  voyageWidth,
} from './scales.ts';
import type { MapData, SeizuresReply, SelectedShape } from './types.ts';

type Value = string | number | boolean | number[];
/** Data of one source of the map. */
export type Drawn = FeatureCollection<Geometry, Record<string, Value>>;
type Properties = Drawn['features'][number]['properties'];

export const EMPTY: Drawn = { type: 'FeatureCollection', features: [] };
const collection = (features: Drawn['features']): Drawn => ({ type: 'FeatureCollection', features });

/** Half the gap between the two directions of a leg, px at zoom 7. */
const GAP = 0.7;

/** Is this kind of place a point where a vessel can lie (else it is an area)? */
export const isPort = (kind: PlaceRef['kind']): boolean => PORT_KINDS.some((port) => port === kind);

/** Size of a leg's arrowhead (1 is 12 px) and how far right of the line it sits, so that it rides the line. */
function arrow(width: number, offset: number): { size: number; shift: number } {
  const size = Math.min(1.4, (width * 1.5 + 5.5) / 12);
  return { size, shift: offset / size };
}

/**
 * Certainty of the seizure part of a leg. The leg's own certainty is the best of all its evidence; where
 * voyages made it `observed`, that says nothing about the seizures, so they are drawn as inferred.
 */
export function seizureCertainty(edge: EdgeProperties): Certainty {
  return edge.voyageLegs > 0 && edge.certainty === 'observed' ? 'inferred' : edge.certainty;
}

/** Direction is kept, each kind of evidence is a line of its own, ranked so that few show when zoomed out. */
export function drawLegs(network: NetworkReply): Drawn {
  const edges = network.edges.features.filter(({ properties }) => properties.from !== properties.to);
  const most = (key: 'voyageLegs' | 'seizureLegs') =>
    edges.reduce((max, { properties }) => Math.max(max, properties[key]), 0);
  const [mostVoyages, mostSeizures] = [most('voyageLegs'), most('seizureLegs')];
  const ranked = [...edges].sort(
    (a, b) => b.properties.voyageLegs - a.properties.voyageLegs || (a.id < b.id ? -1 : 1),
  );
  const features = ranked.flatMap(({ geometry, properties: edge }, rank) => {
    const out: Drawn['features'] = [];
    const add = (kind: 'voyage' | 'seizure', width: number, offset: number, more: Properties): void => {
      const { size, shift } = arrow(width, offset);
      const way = edge.overWater ? 'water' : 'direct';
      const properties = { id: edge.id, kind, way, width, offset, size, shift: [0, shift], ...more };
      out.push({ type: 'Feature', geometry, properties });
    };
    const wide = edge.voyageLegs > 0 ? voyageWidth(edge.voyageLegs, mostVoyages) : 0;
    if (wide > 0) {
      const stroke = strokeOf(edge.certainty);
      add('voyage', wide, GAP + wide / 2, {
        stroke,
        count: edge.voyageLegs,
        from: showFrom(rank, LEG_STEPS),
      });
    }
    if (edge.seizureLegs > 0) {
      const width = seizureWidth(edge.seizureLegs, mostSeizures);
      const stroke = strokeOf(seizureCertainty(edge));
      add('seizure', width, GAP + wide + width / 2, { stroke, count: edge.seizureLegs, from: 0 });
    }
    return out;
  });
  return collection(features);
}

const strength = (route: RouteProperties): number => route.seizures * 1000 + route.independentEvents;

/** Routes that recur before sequences seen once; with seizures first, then by independent events. */
export function drawRoutes(routes: RoutesReply): Drawn {
  const drawn = (recurs: boolean): Drawn['features'] =>
    routes.features
      .filter(({ properties }) => properties.recurs === recurs && properties.places.length > 1)
      .sort((a, b) => strength(b.properties) - strength(a.properties) || (a.id < b.id ? -1 : 1))
      .map(({ geometry, properties }, rank) => ({
        type: 'Feature',
        geometry,
        properties: {
          id: properties.id,
          recurs,
          stroke: strokeOf(properties.certainty),
          width: Math.min(5, 2 + Math.sqrt(properties.independentEvents) * 0.45),
          strength: strength(properties),
          from: showFrom(rank, ROUTE_STEPS),
        },
      }));
  return collection([...drawn(true), ...drawn(false)]);
}

/** Every place of the network, with the zoom from which its dot shows. */
export function drawPorts(network: NetworkReply): Drawn {
  const calls = (p: NetworkReply['nodes']['features'][number]['properties']): number =>
    p.voyageLegsIn + p.voyageLegsOut + p.seizureLegsIn + p.seizureLegsOut;
  const ranked = [...network.nodes.features].sort(
    (a, b) => calls(b.properties) - calls(a.properties) || (a.id < b.id ? -1 : 1),
  );
  const max = ranked[0] ? calls(ranked[0].properties) : 0;
  return collection(
    ranked.map(({ geometry, properties: node }, rank) => ({
      type: 'Feature',
      geometry,
      properties: {
        id: node.id,
        name: node.name,
        port: isPort(node.kind),
        // An area's name is on the base map already; a city or airport has none there.
        named: isPort(node.kind) || node.kind === 'city' || node.kind === 'airport',
        radius: portRadius(calls(node), max),
        rank,
        from: node.seizureLegsIn + node.seizureLegsOut > 0 ? 0 : showFrom(rank, PORT_STEPS),
      },
    })),
  );
}

const CIRCLE_CORNERS = 72;
/** A circle of `radiusKm` around a position, as a polygon. */
export function circle(centre: Position, radiusKm: number): Geometry {
  const ring = Array.from({ length: CIRCLE_CORNERS }, (_, i) => [
    ...destination(centre, (i * 360) / CIRCLE_CORNERS, radiusKm),
  ]);
  const first = ring[0];
  return { type: 'Polygon', coordinates: [first ? [...ring, first] : ring] };
}

type SeizureFeature = SeizuresReply['features'][number];

/** Seizures of one place and one radius: they would cover each other, so they are drawn once, with a count. */
function coincident(seizures: SeizuresReply): SeizureFeature[][] {
  const groups = new Map<string, SeizureFeature[]>();
  for (const seizure of seizures.features) {
    const at = seizure.geometry?.coordinates;
    if (!at) continue;
    const key = `${at[0].toFixed(3)} ${at[1].toFixed(3)} ${seizure.properties.uncertaintyKm ?? 0}`;
    const group = groups.get(key);
    if (group) group.push(seizure);
    else groups.set(key, [seizure]);
  }
  return [...groups.values()];
}

/** The commonest colour family of a group; the earlier one where two are equal. */
function commonest(group: readonly SeizureFeature[]): string {
  const counts = new Map<string, number>();
  for (const { properties } of group) {
    const family = goodsFamily(properties.commodities);
    counts.set(family, (counts.get(family) ?? 0) + 1);
  }
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best), ['other', 0] as const)[0];
}

/** Seizures as points (exact enough at that zoom) and as areas (not). `ids` holds the group, comma-separated. */
export function drawSeizures(seizures: SeizuresReply): { points: Drawn; areas: Drawn } {
  const points: Feature<Geometry, Properties>[] = [];
  const areas: Feature<Geometry, Properties>[] = [];
  for (const group of coincident(seizures)) {
    const at = group[0]?.geometry?.coordinates;
    if (!at) continue;
    const km = group[0]?.properties.uncertaintyKm ?? 0;
    const from = areaFrom(km, at[1]);
    const properties = {
      ids: group.map(({ id }) => id).join(','),
      count: group.length,
      family: commonest(group),
      km,
      from,
    };
    points.push({ type: 'Feature', geometry: { type: 'Point', coordinates: [...at] }, properties });
    if (km > 0) areas.push({ type: 'Feature', geometry: circle(at, km), properties });
  }
  areas.sort((a, b) => Number(b.properties.km) - Number(a.properties.km));
  return { points: collection(points), areas: collection(areas) };
}

type Known = Pick<MapData, 'network' | 'routes' | 'seizures'>;

/** The certainty of a selected route or leg, as the lists know it; null for things that have none. */
function certaintyOf(id: string, { network, routes }: Known): Certainty | null {
  const route = routes?.features.find(({ properties }) => properties.id === id);
  const edge = network?.edges.features.find(({ properties }) => properties.id === id);
  return route?.properties.certainty ?? edge?.properties.certainty ?? null;
}

/** Circles of what is known only to an area: the stops that are no port, and a selected seizure's own place. */
function selectedAreas(selected: SelectedShape, { seizures }: Known): Drawn {
  const features: Drawn['features'] = [];
  const add = (id: string, centre: Position, km: number): void => {
    features.push({ type: 'Feature', geometry: circle(centre, km), properties: { id } });
  };
  for (const place of new Map(selected.places.map((one) => [one.id, one])).values()) {
    if (!isPort(place.kind) && place.radiusKm > 0) add(place.id, place.position, place.radiusKm);
  }
  for (const { id, geometry, properties } of seizures?.features ?? []) {
    const km = properties.uncertaintyKm ?? 0;
    if (geometry && km > 0 && selected.ids.includes(id)) add(id, geometry.coordinates, km);
  }
  return collection(features);
}

/** What is selected: its line, its stops numbered in order of travel, and the areas of places that are no port. */
export function drawSelected(
  selected: SelectedShape,
  known: Known,
): { line: Drawn; stops: Drawn; areas: Drawn } {
  const stops = new Map<string, { place: PlaceRef; numbers: number[] }>();
  selected.places.forEach((place, i) => {
    const found = stops.get(place.id);
    if (found) found.numbers.push(i + 1);
    else stops.set(place.id, { place, numbers: [i + 1] });
  });
  const { geometry } = selected;
  const certainty = selected.ids.map((id) => certaintyOf(id, known)).find((found) => found !== null);
  const stroke = strokeOf(certainty ?? 'stated');
  return {
    line: geometry ? collection([{ type: 'Feature', geometry, properties: { stroke } }]) : EMPTY,
    stops: collection(
      [...stops.values()].map(({ place, numbers }) => ({
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [...place.position] },
        properties: {
          id: place.id,
          name: place.name,
          number: selected.places.length > 1 ? numbers.join(' · ') : '',
        },
      })),
    ),
    areas: selectedAreas(selected, known),
  };
}
