import type { BriefingSpec, SceneSelection } from '../../shared/briefing.ts';
import { stopsListed } from '../../shared/drawing/stops.ts';
import type { Language } from '../../shared/languages.ts';
import { edgeGeometry, edgeProperties, seizureSteps } from '../findings/features.ts';
import { InputError } from '../errors.ts';
import { centreOf } from '../hotspots/grid.ts';
import type { Found } from './found.ts';
import { placeOf } from './place.ts';

/**
 * What is selected, as the map marks it over everything else.
 *
 * @throws {InputError} `selection-unknown` when nothing of that name lies within the filter and for the audience
 */
export function selectionOf({ selection, language }: BriefingSpec, found: Found): SceneSelection | null {
  if (selection === null) return null;
  const { kind, id } = selection;
  const shape = SHAPES[kind](id, found, language);
  if (shape !== null) return shape;
  throw new InputError(
    'selection-unknown',
    `selection: there is no ${kind} ${id} within this filter and for this audience.`,
  );
}

type Shape = (id: string, found: Found, language: Language) => SceneSelection | null;

const weighed = (id: string, found: Found, language: Language): SceneSelection['places'][number] => ({
  ...placeOf(id, found, language),
  weight: 0,
});
const at = (name: string, position: SceneSelection['position'], radiusKm: number): SceneSelection => ({
  ...{ name, position, radiusKm },
  steps: [],
  places: [],
});

const SHAPES: Readonly<Record<NonNullable<BriefingSpec['selection']>['kind'], Shape>> = {
  route: (id, found, language) => {
    const route = found.routes.find((one) => one.id === id);
    if (!route) return null;
    const places = route.places.map((place) => weighed(place, found, language));
    const steps = route.places.slice(1).map((to, i) => {
      const from = route.places[i] ?? to;
      const step = found.stepOf(`${from}~${to}`);
      const { line, overWater } = found.atlas.passage(from, to, step?.mode ?? 'unknown');
      return { line: [...line], certainty: step?.certainty ?? ('assumed' as const), overWater };
    });
    return { ...at(places.map(({ name }) => name).join(' – '), null, 0), steps, places };
  },
  edge: (id, found, language) => {
    const edge = found.network.edges.find((one) => one.id === id);
    if (!edge) return null;
    const { overWater } = edgeProperties(edge, found.atlas, found.isSynthetic);
    const places = [edge.from, edge.to].map((place) => weighed(place, found, language));
    const [line = []] = edgeGeometry(edge, found.atlas).coordinates;
    return {
      ...at(places.map(({ name }) => name).join(' – '), null, 0),
      steps: [{ line, certainty: edge.certainty, overWater }],
      places,
    };
  },
  port: (id, found, language) => {
    if (!found.network.nodes.some(({ placeId }) => placeId === id)) return null;
    const place = weighed(id, found, language);
    return { ...at(place.name, place.position, place.radiusKm), places: [place] };
  },
  cell: (id, found) => (found.cells.some(({ cell }) => cell === id) ? at(id, centreOf(id), 0) : null),
  cluster: (id, found) => {
    const cluster = found.clusters.find((one) => one.id === id);
    return cluster ? at(id, cluster.centre, cluster.radiusKm) : null;
  },
  seizure: (id, found, language) => {
    const seizure = found.events.some((event) => event.id === id) ? found.seizures.get(id) : undefined;
    if (!seizure) return null;
    const { position } = seizure.place;
    const { placed, isNumbered, seizedAs } = stopsListed(
      seizure.routePoints,
      ({ placeId }) => placeId,
      position !== null,
    );
    const ids = new Set(placed.map(({ place }) => place));
    return {
      ...at(seizure.recordId, position, seizure.place.uncertaintyKm ?? 0),
      steps: seizureSteps(seizure, found.atlas),
      places: [...ids].map((place) => weighed(place, found, language)),
      ...(isNumbered && { stops: placed.map(({ place, number }) => ({ placeId: place, number })) }),
      ...(seizedAs !== null && { seizedAs }),
    };
  },
};
