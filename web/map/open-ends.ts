import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { Palette } from '../../shared/drawing/palette.ts';
import { collection, type Drawn } from './derive.ts';
import { pixels, sheet } from './paint.ts';
import { FONTS } from './style-base.ts';
import { is } from './style-parts.ts';
import type { SeizuresReply } from './types.ts';

/** What an end of a way that is not stated is called on the map. */
export type OpenEndWords = Readonly<Record<'origin' | 'destination', string>>;

/** The ends of ways of which the other is not stated, those of one place as one. `ids` as those of seizures. */
export function drawOpenEnds({ features }: SeizuresReply): Drawn {
  const ends = new Map<string, Drawn['features'][number] & { properties: { ids: string } }>();
  for (const { id, properties } of features) {
    const end = properties.openEnd;
    if (end === null) continue;
    const key = `${end.placeId} ${end.unknown}`;
    const found = ends.get(key);
    if (found) found.properties.ids += `,${id}`;
    else {
      ends.set(key, {
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [...end.position] },
        properties: { ids: id, unknown: end.unknown },
      });
    }
  }
  return collection([...ends.values()]);
}

/** Size of the arrow on the map, px: always the same, for it spans no distance. */
const [WIDTH, HEIGHT] = [18, 46];
const SCALE = 2;

const openEndImage = (theme: string, unknown: string): string => `open-${theme}-${unknown}`;

/**
 * A short dashed arrow down into the place, or up out of it. It stands upright on the map, so that it points from no
 * quarter: where the goods came from is not known.
 */
export function paintOpenEnd(palette: Palette, unknown: string): ImageData | null {
  const context = sheet(WIDTH, HEIGHT, SCALE);
  if (!context) return null;
  if (unknown === 'destination') {
    context.translate(WIDTH, HEIGHT);
    context.rotate(Math.PI);
  }
  const middle = WIDTH / 2;
  const shaft = new Path2D(`M${middle} 2V${HEIGHT - 10}`);
  const head = new Path2D(
    `M${middle - 6} ${HEIGHT - 12}L${middle} ${HEIGHT - 3}L${middle + 6} ${HEIGHT - 12}Z`,
  );
  context.lineJoin = 'round';
  context.strokeStyle = palette.halo;
  context.lineWidth = 5;
  context.stroke(shaft);
  context.stroke(head);
  context.strokeStyle = context.fillStyle = palette.seizureLeg;
  context.lineWidth = 2.4;
  context.setLineDash([5, 4]);
  context.stroke(shaft);
  context.fill(head);
  return pixels(context);
}

/** The arrows, each with its words at the end that is not stated. */
export function openEndLayer(palette: Palette, words: OpenEndWords): LayerSpecification {
  const origin = is('unknown', 'origin');
  const label: ExpressionSpecification = ['case', origin, words.origin, words.destination];
  return {
    id: 'open-ends',
    type: 'symbol',
    source: 'open-ends',
    layout: {
      'icon-image': ['concat', openEndImage(palette.theme, ''), ['get', 'unknown']],
      'icon-anchor': 'bottom',
      'icon-offset': [0, -5],
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
      'text-field': label,
      'text-font': FONTS.bold,
      'text-size': 11,
      'text-anchor': 'bottom',
      // Above the arrow: its height and the gap to the place, in ems of the text.
      'text-offset': [0, -(HEIGHT + 5) / 11],
      'text-max-width': 8,
      'text-optional': true,
    },
    paint: { 'text-color': palette.portText, 'text-halo-color': palette.halo, 'text-halo-width': 1.5 },
  };
}
