import type { ScenePlace } from '../../shared/briefing.ts';
import type { Position } from '../../shared/geo.ts';
import type { Language } from '../../shared/languages.ts';
import type { Atlas } from '../findings/atlas.ts';
import { nameIn } from './words/format.ts';

/** Five decimals are about a metre, finer than any source, and halve what is kept. */
export const rounded = (line: readonly Position[]): Position[] => line.map(roundedOne);

const roundedOne = ([lon, lat]: Position): Position => [
  Math.round(lon * 1e5) / 1e5,
  Math.round(lat * 1e5) / 1e5,
];

/** A place as the map draws it, where lines to it end; its name in the language of the reader. */
export function placeOf(
  id: string,
  { atlas }: { readonly atlas: Atlas },
  language: Language,
): Omit<ScenePlace, 'weight'> {
  const { name, kind, radiusKm } = atlas.ref(id);
  return { id, name: nameIn(language, { id, name }), kind, radiusKm, position: roundedOne(atlas.anchor(id)) };
}
