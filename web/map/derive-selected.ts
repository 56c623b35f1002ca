import type { PlaceRef } from '../../shared/api.ts';
import type { Position } from '../../shared/geo.ts';
import { circle } from './circle.ts';
import { collection, isPort, type Drawn } from './derive.ts';
import { strokeOf } from './scales.ts';
import type { SelectedShape } from './types.ts';

/** The lines of what is selected, and the point or cell itself. */
function selectedLines({ geometry, steps }: SelectedShape): Drawn {
  const own: Drawn['features'] = geometry
    ? [{ type: 'Feature', geometry, properties: { stroke: 'solid', way: 'water' } }]
    : [];
  const lines = steps.map(({ line, certainty, overWater }): Drawn['features'][number] => ({
    type: 'Feature',
    geometry: { type: 'LineString', coordinates: line.map((at) => [...at]) },
    properties: { stroke: strokeOf(certainty), way: overWater ? 'water' : 'direct' },
  }));
  return collection([...lines, ...own]);
}

/** Circles of what is known only to an area: the stops that are no port, and a selected seizure's own place. */
function selectedAreas(selected: SelectedShape): Drawn {
  const features: Drawn['features'] = [];
  const add = (id: string, centre: Position, km: number): void => {
    features.push({ type: 'Feature', geometry: circle(centre, km), properties: { id } });
  };
  for (const place of new Map(selected.places.map((one) => [one.id, one])).values()) {
    if (!isPort(place.kind) && place.radiusKm > 0) add(place.id, place.position, place.radiusKm);
  }
  const { geometry, radiusKm } = selected;
  if (geometry?.type === 'Point' && radiusKm > 0) {
    const [longitude = 0, latitude = 0] = geometry.coordinates;
    add('own', [longitude, latitude], radiusKm);
  }
  return collection(features);
}

/** What is selected: its line, its stops numbered in order of travel, and the areas of places that are no port. */
export function drawSelected(selected: SelectedShape): { line: Drawn; stops: Drawn; areas: Drawn } {
  const stops = new Map<string, { place: PlaceRef; numbers: number[] }>();
  selected.places.forEach((place, i) => {
    const found = stops.get(place.id);
    if (found) found.numbers.push(i + 1);
    else stops.set(place.id, { place, numbers: [i + 1] });
  });
  return {
    line: selectedLines(selected),
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
    areas: selectedAreas(selected),
  };
}
