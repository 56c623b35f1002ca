import {
  WHOLE_REGION,
  type BriefingSpec,
  type Bounds,
  type Scene,
  type SceneCluster,
  type SceneLayer,
  type SceneLeg,
  type SceneOpenEnd,
  type ScenePlace,
  type SceneRoute,
  type SceneSeizure,
  type SceneSelection,
} from '../../shared/briefing.ts';
import { boxAround, type Position } from '../../shared/geo.ts';
import type { Language } from '../../shared/languages.ts';
import { edgeProperties, howSynthetic, routeGeometry, routeProperties } from '../findings/features.ts';
import type { Found } from './found.ts';
import { selectionOf } from './compose-selection.ts';
import { placeOf, rounded } from './place.ts';
import { nameIn } from './words/format.ts';

/** Left free around what is selected, in parts of its width and height, and at least this many degrees. */
const AROUND = 0.25;
const AROUND_LEAST_DEG = 0.5;

/** The bounds of what is selected with some room, or the whole region. */
function around(selection: SceneSelection | null): Bounds {
  const { steps = [], places = [], position = null } = selection ?? {};
  const all = [
    ...steps.flatMap(({ line }) => line),
    ...places.map((place) => place.position),
    ...(position ? [position] : []),
  ];
  if (all.length === 0) return WHOLE_REGION;
  const [west, south, east, north] = boxAround(all);
  const room = (size: number): number => Math.max(AROUND_LEAST_DEG, size * AROUND);
  const [dx, dy] = [room(east - west), room(north - south)];
  return [
    Math.max(-180, west - dx),
    Math.max(-85, south - dy),
    Math.min(180, east + dx),
    Math.min(85, north + dy),
  ];
}

/** How far beyond the bounds a thing is kept, in parts of their width and height: frames are wider than asked. */
const MARGIN = 0.5;

/** Whether the box of some positions meets the bounds and their margin. */
function meets([west, south, east, north]: Bounds, positions: readonly Position[]): boolean {
  const dx = (east - west) * MARGIN;
  const dy = (north - south) * MARGIN;
  const [left, bottom, right, top] = boxAround(positions);
  return right >= west - dx && left <= east + dx && top >= south - dy && bottom <= north + dy;
}

/** All that the map of a briefing shows: what lies in the bounds or crosses them, the strongest first. */
export function sceneOf(spec: BriefingSpec, found: Found): Scene {
  const selection = selectionOf(spec, found);
  const bounds = spec.bounds ?? around(selection);
  const shows = (layer: SceneLayer): boolean => spec.layers.includes(layer);
  return {
    bounds,
    legs: shows('legs') ? legsOf(bounds, found) : [],
    routes: shows('routes') ? routesOf(bounds, found) : [],
    cells: shows('hotspots') ? cellsOf(bounds, found) : [],
    clusters: shows('clusters') ? clustersOf(bounds, found) : [],
    seizures: shows('seizures') ? seizuresOf(bounds, found) : [],
    openEnds: shows('seizures') ? openEndsOf(bounds, found, spec.language) : [],
    places: shows('ports') ? placesOf(bounds, found, spec.language) : [],
    noData: found.noData,
    selection,
  };
}

/** Legs of a place to itself have no line. */
function legsOf(bounds: Bounds, { network, atlas, isSynthetic }: Found): SceneLeg[] {
  return network.edges
    .filter(({ from, to }) => from !== to)
    .map((edge) => {
      const { id, from, to, voyageLegs, seizureLegs, certainty, seizureCertainty, mode } = edge;
      const { synthetic, overWater } = edgeProperties(edge, atlas, isSynthetic);
      const line = rounded(atlas.passage(from, to, mode).line);
      return {
        ...{ id, from, to, line, voyageLegs, seizureLegs },
        ...{ certainty, seizureCertainty, synthetic, overWater },
      };
    })
    .filter(({ line }) => meets(bounds, line))
    .sort((a, b) => b.seizureLegs - a.seizureLegs || b.voyageLegs - a.voyageLegs || (a.id < b.id ? -1 : 1));
}

/** Those that recur before those seen once, then by effective support; as on the page. */
function routesOf(bounds: Bounds, { routes, atlas, stepOf, isSynthetic }: Found): SceneRoute[] {
  return routes
    .filter(({ places }) => places.length > 1)
    .map((route) => {
      const { certainty, overWater } = routeProperties(route, atlas, stepOf, isSynthetic);
      const { id, recurs, independentEvents, effectiveSupport } = route;
      const lines = routeGeometry(route, atlas, stepOf).coordinates;
      const synthetic = howSynthetic(route.evidence, isSynthetic);
      return { id, lines, overWater, certainty, recurs, independentEvents, effectiveSupport, synthetic };
    })
    .filter(({ lines }) => meets(bounds, lines.flat()))
    .sort(
      (a, b) =>
        Number(b.recurs) - Number(a.recurs) ||
        b.effectiveSupport - a.effectiveSupport ||
        (a.id < b.id ? -1 : 1),
    );
}

function cellsOf(bounds: Bounds, { cells }: Found): Scene['cells'] {
  return cells
    .filter(
      ({ count, class: verdict, boundary }) => (count > 0 || verdict !== 'none') && meets(bounds, boundary),
    )
    .map(({ cell, boundary, class: verdict, count, q, emerging }) => ({
      ...{ cell, boundary: rounded(boundary), count, q, emerging },
      class: verdict,
    }))
    .sort((a, b) => a.q - b.q || b.count - a.count || (a.cell < b.cell ? -1 : 1));
}

function clustersOf(bounds: Bounds, { clusters }: Found): SceneCluster[] {
  return clusters
    .filter(({ centre }) => meets(bounds, [centre]))
    .map(({ id, method, centre, radiusKm, cases, p }) => ({ id, method, centre, radiusKm, cases, p }));
}

function seizuresOf(bounds: Bounds, { events, seizures, isSynthetic }: Found): SceneSeizure[] {
  return events
    .flatMap(({ id, commodities }): SceneSeizure[] => {
      const seizure = seizures.get(id);
      const position = seizure?.place.position;
      if (!seizure || !position || !meets(bounds, [position])) return [];
      return [
        {
          id,
          position,
          uncertaintyKm: seizure.place.uncertaintyKm ?? 0,
          commodities,
          synthetic: isSynthetic(id),
        },
      ];
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function openEndsOf(bounds: Bounds, { openEnds }: Found, language: Language): SceneOpenEnd[] {
  return openEnds
    .filter(({ position }) => meets(bounds, [position]))
    .map((end) => ({ ...end, placeName: nameIn(language, { id: end.placeId, name: end.placeName }) }));
}

function placesOf(bounds: Bounds, { network, atlas }: Found, language: Language): ScenePlace[] {
  return network.nodes
    .map(({ placeId, voyageLegsIn, voyageLegsOut, seizureLegsIn, seizureLegsOut }) => ({
      ...placeOf(placeId, { atlas }, language),
      weight: voyageLegsIn + voyageLegsOut + seizureLegsIn + seizureLegsOut,
    }))
    .filter(({ position }) => meets(bounds, [position]))
    .sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1));
}
