import type { Briefing, Scene } from '../../../shared/briefing.ts';
import type { Position } from '../../../shared/geo.ts';
import { cutAtDateLine, outerRing, rounded, type Coordinates } from './geometry.ts';

export type Geometry =
  | { readonly type: 'Point'; readonly coordinates: Coordinates }
  | { readonly type: 'LineString'; readonly coordinates: readonly Coordinates[] }
  | { readonly type: 'MultiLineString'; readonly coordinates: readonly (readonly Coordinates[])[] }
  | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly Coordinates[])[] };

export const FEATURE_LAYERS = [
  'selection',
  'route',
  'leg',
  'cell',
  'cluster',
  'seizure',
  'openEnd',
  'place',
] as const;
export type FeatureLayer = (typeof FEATURE_LAYERS)[number];

/** Something the figure draws, with its numbers: what the geographic formats are made of. */
export interface DataFeature {
  readonly layer: FeatureLayer;
  /** `leg:TTPOS~KNBAS`: unique in the file. */
  readonly id: string;
  readonly name: string;
  /** null: too short to be a line, which places at one spot make. */
  readonly geometry: Geometry | null;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** All that the figure draws, layer by layer in the order of {@link FEATURE_LAYERS}, strongest first in each. */
export function featuresOf(briefing: Briefing): DataFeature[] {
  return [
    ...selected(briefing.scene),
    ...routes(briefing),
    ...legs(briefing),
    ...cells(briefing),
    ...clusters(briefing.scene),
    ...seizures(briefing),
    ...openEnds(briefing.scene),
    ...places(briefing.scene),
  ];
}

const byId = <T extends { readonly id: string }>(rows: readonly T[]): ReadonlyMap<string, T> =>
  new Map(rows.map((row) => [row.id, row]));

function lines(given: readonly (readonly Position[])[]): Geometry | null {
  const pieces = given.flatMap(cutAtDateLine);
  const [only] = pieces;
  if (only === undefined) return null;
  return pieces.length === 1
    ? { type: 'LineString', coordinates: only }
    : { type: 'MultiLineString', coordinates: pieces };
}

/** The way of what is selected, its steps in order. */
function selected({ selection }: Scene): DataFeature[] {
  if (selection === null || selection.steps.length === 0) return [];
  const { name, steps, places } = selection;
  return [
    {
      layer: 'selection',
      id: 'selection',
      name,
      geometry: lines(steps.map(({ line }) => line)),
      properties: {
        places: places.map((place) => place.name),
        certainties: steps.map(({ certainty }) => certainty),
        overWater: steps.map(({ overWater }) => overWater),
      },
    },
  ];
}

const point = (position: Position): Geometry => ({ type: 'Point', coordinates: rounded(position) });

function routes({ scene, routes: rows }: Briefing): DataFeature[] {
  const rowOf = byId(rows);
  return scene.routes.map((route) => {
    const { lines: steps, ...drawn } = route;
    const row = rowOf.get(route.id);
    const placeIds = route.id.slice(route.id.indexOf(':') + 1).split('>');
    const name = (row?.places ?? placeIds).join(' > ');
    return {
      layer: 'route',
      id: `route:${route.id}`,
      name,
      geometry: lines(steps),
      properties: { ...drawn, ...row },
    };
  });
}

/** Names of places: those drawn, and where one is not, what the table of legs calls it. */
export function placeNames({ scene, legs: rows }: Briefing): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { id, from, to } of rows) {
    const [fromId = '', toId = ''] = id.split('~');
    names.set(fromId, from).set(toId, to);
  }
  for (const { id, name } of scene.places) names.set(id, name);
  return names;
}

function legs(briefing: Briefing): DataFeature[] {
  const rowOf = byId(briefing.legs);
  const names = placeNames(briefing);
  return briefing.scene.legs.map(({ line, ...leg }) => {
    const [fromName, toName] = [leg.from, leg.to].map((id) => names.get(id) ?? id);
    const { vessels, distanceKm } = rowOf.get(leg.id) ?? { vessels: null, distanceKm: null };
    return {
      layer: 'leg',
      id: `leg:${leg.id}`,
      name: `${fromName ?? leg.from} > ${toName ?? leg.to}`,
      geometry: lines([line]),
      properties: { ...leg, fromName, toName, vessels, distanceKm },
    };
  });
}

function cells({ scene, spots }: Briefing): DataFeature[] {
  const rowOf = new Map(spots.map((spot) => [spot.cell, spot]));
  return scene.cells.map(({ boundary, ...cell }) => {
    const { centre: _, ...spot } = rowOf.get(cell.cell) ?? { centre: null };
    return {
      layer: 'cell',
      id: `cell:${cell.cell}`,
      name: 'near' in spot ? spot.near : cell.cell,
      geometry: { type: 'Polygon', coordinates: [outerRing(boundary)] },
      properties: { ...cell, ...spot },
    };
  });
}

const clusters = ({ clusters: all }: Scene): DataFeature[] =>
  all.map(({ centre, ...cluster }) => ({
    layer: 'cluster',
    id: `cluster:${cluster.id}`,
    name: cluster.id,
    geometry: point(centre),
    properties: cluster,
  }));

function seizures({ scene, evidence }: Briefing): DataFeature[] {
  const rowOf = byId(evidence);
  return scene.seizures.map(({ position, ...seizure }) => {
    const row = rowOf.get(seizure.id);
    return {
      layer: 'seizure',
      id: `seizure:${seizure.id}`,
      name: row?.places.at(-1) ?? seizure.id,
      geometry: point(position),
      properties: { ...seizure, ...row },
    };
  });
}

const openEnds = ({ openEnds: all }: Scene): DataFeature[] =>
  all.map(({ position, ...end }) => ({
    layer: 'openEnd',
    id: `openEnd:${end.seizureId}`,
    name: end.placeName,
    geometry: point(position),
    properties: { ...end, words: `${end.unknown} not stated` },
  }));

const places = ({ places: all }: Scene): DataFeature[] =>
  all.map(({ position, ...place }) => ({
    layer: 'place',
    id: `place:${place.id}`,
    name: place.name,
    geometry: point(position),
    properties: place,
  }));
