import { communityColor } from './communities.ts';
import { EMERGING_PATHS, emergingWidth } from './emerging-signs.ts';
import { ICON_PATHS, ICON_STROKE } from './icons.ts';
import type { LegendEntry } from './legend-entries.ts';
import { goodsFamily, type Palette } from '../../shared/drawing/palette.ts';
import { DASHES } from '../../shared/drawing/scales.ts';
import { GROUP_RADII } from './style-groups.ts';
import { CLUSTER_LINES, clusterColor } from './style-spots.ts';

/** Size of a legend sign, px. */
export const SIGN = { width: 36, height: 16 };

/** Lines from bottom left to top right within a square, and its outline. */
const HATCH_PATH = 'M2 2h12v12H2zM2 6l4-4M2 10l8-8M2 14 14 2M6 14l8-8M10 14l4-4';

/** A legend sign as shapes, so that page (SVG) and figure (canvas) draw the same. */
export type Shape =
  | {
      shape: 'line';
      color: string;
      width: number;
      opacity?: number;
      dash?: readonly number[];
      arrow?: boolean;
    }
  | {
      shape: 'circle';
      radius: number;
      fill?: string;
      line?: string;
      dash?: readonly number[];
      opacity?: number;
    }
  /** A line that grows from its first width to its last. */
  | { shape: 'wedge'; color: string; widths: readonly number[] }
  | { shape: 'hexagon'; fill: string; opacity: number; line: string }
  /** A path stroked in a square of 16 px, drawn around the middle in one of `size` px, 16 where that is not said. */
  | { shape: 'path'; path: string; color: string; width: number; size?: number }
  | { shape: 'text'; text: string; color: string };

/** The sign of an entry, drawn with the very colours, widths and dashes of the map. */
export function legendSign(entry: LegendEntry, palette: Palette): Shape[] {
  switch (entry.kind) {
    case 'routeRecurs':
      return [
        { shape: 'line', color: palette.route, width: 8, opacity: 0.18 },
        { shape: 'line', color: palette.route, width: 2.6, arrow: true },
      ];
    case 'routeOnce':
      return [{ shape: 'line', color: palette.once, width: 1.1 }];
    case 'legVoyage':
      return [{ shape: 'wedge', color: palette.voyage, widths: entry.widths }];
    case 'legSeizure':
      return [{ shape: 'wedge', color: palette.seizureLeg, widths: entry.widths }];
    case 'legDirect':
      return [{ shape: 'line', color: palette.direct, width: 1 }];
    case 'stroke': {
      const dash = DASHES[entry.stroke]?.map((part) => part * 2.4);
      return [{ shape: 'line', color: palette.landText, width: 2.4, ...(dash ? { dash } : {}) }];
    }
    case 'goods':
      return [{ shape: 'circle', radius: 5, fill: palette.goods[entry.family], line: palette.ring }];
    case 'goodsSign': {
      const family = entry.sign === 'several' ? 'other' : goodsFamily([entry.sign]);
      return [
        { shape: 'circle', radius: 7.6, fill: palette.goods[family], line: palette.ring },
        { shape: 'path', path: ICON_PATHS[entry.sign], color: palette.ring, width: ICON_STROKE, size: 10.5 },
      ];
    }
    case 'seizureArea':
      return [
        { shape: 'circle', radius: 7, fill: palette.goods.cocaine, opacity: 0.15 },
        { shape: 'circle', radius: 7, line: palette.goods.cocaine, dash: [4, 3] },
      ];
    case 'openEnd':
      return [{ shape: 'line', color: palette.seizureLeg, width: 2, dash: [3, 2.4], arrow: true }];
    case 'cellHot':
      return [{ shape: 'hexagon', fill: palette.hot, opacity: 0.5, line: palette.hot }];
    case 'cellCold':
      return [{ shape: 'hexagon', fill: palette.cold, opacity: 0.5, line: palette.cold }];
    case 'cellNone':
      return [{ shape: 'hexagon', fill: palette.cellLine, opacity: 0.05, line: palette.cellLine }];
    case 'emerging': {
      const path = EMERGING_PATHS[entry.sign];
      return [{ shape: 'path', path, color: palette.portText, width: emergingWidth(entry.sign) }];
    }
    case 'cluster': {
      const { width, dash } = CLUSTER_LINES[entry.cluster];
      const line = clusterColor(entry.cluster, palette);
      return [
        { shape: 'circle', radius: 6.5, line, ...(dash ? { dash: dash.map((part) => part * width) } : {}) },
      ];
    }
    case 'community': {
      const { fill, ink } = communityColor(palette.theme, entry.number);
      return [
        { shape: 'circle', radius: 6.5, fill, line: palette.ring },
        { shape: 'text', text: String(entry.number), color: ink },
      ];
    }
    case 'port':
      return [{ shape: 'circle', radius: 4, fill: palette.port, line: palette.ring }];
    case 'portGroup':
      return [
        { shape: 'circle', radius: GROUP_RADII.ring - 1, fill: palette.ring, line: palette.port },
        { shape: 'circle', radius: GROUP_RADII.disc - 1, fill: palette.port },
        { shape: 'text', text: '3', color: palette.ring },
      ];
    case 'portKind':
      return [{ shape: 'path', path: ICON_PATHS[entry.icon], color: palette.portText, width: ICON_STROKE }];
    case 'place':
      return [{ shape: 'circle', radius: 4, line: palette.port }];
    case 'islet':
      return [{ shape: 'circle', radius: 2.6, fill: palette.land, line: palette.coast }];
    case 'noData':
      return [{ shape: 'path', path: HATCH_PATH, color: palette.landText, width: 0.9 }];
    case 'onward':
      return [{ shape: 'line', color: palette.voyage, width: 5, arrow: true }];
    case 'cameFrom':
      return [{ shape: 'line', color: palette.selected, width: 2, arrow: true }];
    case 'selected':
      return [{ shape: 'line', color: palette.selected, width: 3.4, arrow: true }];
  }
}

/** Corners of the arrowhead at the middle of a sign, for a line of this width. */
export function arrowCorners(width: number): [number, number][] {
  const size = Math.min(7.5, Math.max(4, width * 0.75 + 2.5));
  const [x, y] = [SIGN.width / 2, SIGN.height / 2];
  return [
    [x + size, y],
    [x - size * 0.85, y - size * 0.85],
    [x - size * 0.35, y],
    [x - size * 0.85, y + size * 0.85],
  ];
}

/** Corners of a wedge across a sign. */
export function wedgeCorners(widths: readonly number[]): [number, number][] {
  const y = SIGN.height / 2;
  const [least, most] = [(widths[0] ?? 1) / 2, (widths.at(-1) ?? 1) / 2];
  return [
    [2, y - least],
    [SIGN.width - 2, y - most],
    [SIGN.width - 2, y + most],
    [2, y + least],
  ];
}

/** Corners of a hexagon in the middle of a sign. */
export function hexagonCorners(): [number, number][] {
  return Array.from({ length: 6 }, (_, i) => [
    SIGN.width / 2 + 7 * Math.cos((i * Math.PI) / 3),
    SIGN.height / 2 + 7 * Math.sin((i * Math.PI) / 3),
  ]);
}
