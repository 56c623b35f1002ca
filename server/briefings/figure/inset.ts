import type { Bounds } from '../../../shared/briefing.ts';
import type { Palette } from '../../../shared/drawing/palette.ts';
import { landPath, type BaseMap } from './base-map.ts';
import { path, rectPath, type Item, type Rect } from './drawing.ts';
import { viewOf, type View } from './projection.ts';

/** The wider Caribbean, as far as the map of the page keeps its whole coast: what an inset shows at least. */
const REGION: Bounds = [-98, 5, -54, 32];
/** A view smaller than this is marked by a rectangle of this side, units. */
const LEAST = 5;
/** An inset shows at least this many times the width of the view. */
const WIDER = 1.8;

function regionOf([west, south, east, north]: Bounds): Bounds {
  const [moreX, moreY] = [((east - west) * (WIDER - 1)) / 2, ((north - south) * (WIDER - 1)) / 2];
  return [
    Math.min(REGION[0], west - moreX),
    Math.max(-80, Math.min(REGION[1], south - moreY)),
    Math.max(REGION[2], east + moreX),
    Math.min(80, Math.max(REGION[3], north + moreY)),
  ];
}

/** A small map of the wider region with the view's rectangle. */
export function drawInset(view: View, base: BaseMap, box: Rect, palette: Palette): Item[] {
  const wide = viewOf(regionOf(view.bounds), box);
  const [west, south, east, north] = view.bounds;
  const [left, top] = wide.at([west, north]);
  const [right, bottom] = wide.at([east, south]);
  const [width, height] = [Math.max(LEAST, right - left), Math.max(LEAST, bottom - top)];
  const marked = { x: (left + right - width) / 2, y: (top + bottom - height) / 2, width, height };
  return [
    {
      kind: 'group',
      clip: rectPath(box),
      items: [
        path('inset', rectPath(box), { fill: palette.sea }),
        path('inset', landPath(wide, base.coarse, 0.3), {
          fill: palette.land,
          stroke: palette.coast,
          width: 0.3,
        }),
        path('inset', rectPath(marked), { stroke: palette.halo, width: 2.2, opacity: 0.8 }),
        path('inset', rectPath(marked), { stroke: palette.hot, width: 1.1 }),
      ],
    },
    path('inset', rectPath(box), { stroke: palette.coast, width: 0.6 }),
  ];
}
