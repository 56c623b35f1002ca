import type { LayerSpecification } from 'maplibre-gl';
import type { NoDataReply } from '../../shared/api.ts';
import { paletteOf, type Palette } from '../../shared/drawing/palette.ts';
import { collection, type Drawn } from './derive.ts';
import { pixels, sheet } from './paint.ts';

/** Side of the square that is laid out again and again, px; one line crosses it. */
const SIDE = 8;

/** Thin lines from bottom left to top right that go on from one square to the next, at twice their size. */
export function hatchImage(theme: string): ImageData | null {
  const context = sheet(SIDE, SIDE, 2);
  if (!context) return null;
  context.strokeStyle = paletteOf(theme === 'light' ? 'light' : 'dark').landText;
  context.lineWidth = 0.9;
  // The corners that a line leaves out belong to its neighbours.
  for (const by of [-SIDE, 0, SIDE]) {
    context.moveTo(by - 1, SIDE + 1);
    context.lineTo(by + SIDE + 1, -1);
  }
  context.stroke();
  return pixels(context);
}

/** The land of which neither a report nor a call is held. */
export const drawNoData = ({ features }: NoDataReply): Drawn => collection(features);

/** A hatch over that land, below all that is known. */
export const noDataLayer = (palette: Palette): LayerSpecification => ({
  id: 'no-data',
  type: 'fill',
  source: 'no-data',
  paint: {
    'fill-pattern': `hatch-${palette.theme}`,
    'fill-opacity': 0.4,
    'fill-antialias': false,
  },
});
