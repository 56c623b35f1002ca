import type { PlaceRef } from '../../shared/api.ts';
import type { Position } from '../../shared/geo.ts';
import type { Certainty } from '../../shared/vocabulary.ts';
import { circle } from './circle.ts';
import { collection, EMPTY, isPort, type Drawn } from './derive.ts';
import { strokeOf } from './scales.ts';
import type { MapData, SelectedShape } from './types.ts';

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
