import type { Commodity, PlaceKind } from '../../shared/vocabulary.ts';

/** Side of the box that the icons are drawn in, and the width of their strokes in it. */
export const ICON_BOX = 16;
export const ICON_STROKE = 1.35;

/** Places by kind: a crane, a basin, a sail, an anchor as on charts, a broken ring for what is only an area. */
const PLACE_PATHS = {
  port: 'M4.6 14V2.4h8.8M4.6 6.4l4.2-4M11.4 2.4v4M9.6 6.4h3.6v3.4H9.6zM2.2 14h6',
  harbour:
    'M2 3v6M14 3v6M2 5.5h3.2V9M14 5.5h-3.2V9M1.5 12.5c1.1-1.3 2.2-1.3 3.3 0s2.2 1.3 3.2 0 2.2-1.3 3.3 0 2.2 1.3 3.2 0',
  marina: 'M8 1.8v9M8 2.5l4.6 7.3H8M7 5.2 3.8 9.8H8M2.2 11.8h11.6L12.2 14H3.8z',
  anchorage:
    'M8 5v9M8 5a1.6 1.6 0 1 0-.01-3.2A1.6 1.6 0 0 0 8 5M5 7.3h6M2.3 9.2c.3 3 2.7 4.8 5.7 4.8s5.4-1.8 5.7-4.8',
  area: 'M8 2a6 6 0 0 1 3.4 1M13.4 5.4a6 6 0 0 1 0 5.2M11.4 13a6 6 0 0 1-6.8 0M2.6 10.6a6 6 0 0 1 0-5.2M4.6 3A6 6 0 0 1 8 2',
} as const;

/** Goods: each has an outline of its own, so that none rests on its colour. */
const GOODS_PATHS: Readonly<Record<Commodity, string>> = {
  cocaine: 'M2.5 5.2 8 2.5l5.5 2.7v5.6L8 13.5l-5.5-2.7zM2.5 5.2 8 8l5.5-2.8M8 8v5.5',
  cannabis:
    'M8 14.2V8M8 9.5C6.3 6.8 6.6 4 8 1.8c1.4 2.2 1.7 5 0 7.7M8 10.2C5.4 10 3.2 8.3 2.4 5.6M8 10.2c2.6-.2 4.8-1.9 5.6-4.6M8 11.6c-1.7.9-3.3 1-4.6.4M8 11.6c1.7.9 3.3 1 4.6.4',
  heroin: 'M8 14.2v-3M4.6 7.6a3.4 3.6 0 1 0 6.8 0 3.4 3.6 0 1 0-6.8 0M5.2 1.9 8 4l2.8-2.1M8 4V1.8',
  synthetic: 'M3.4 8.2 8.2 3.4a3.1 3.1 0 0 1 4.4 4.4l-4.8 4.8a3.1 3.1 0 0 1-4.4-4.4zM5.8 5.8l4.4 4.4',
  firearm: 'M1.8 4.2h12.4v3.2H9.6c0 1.6-.8 2.3-2.2 2.3H6L5.2 13H2.3l1.5-5.6h-2z',
  firearm_part: 'M4.3 2.2h5.6c0 4.2.8 7.6 2.6 10.2l-5 1.4C5.3 10.6 4.3 6.8 4.3 2.2zM4.6 5.3h5.5M5.4 9h5.6',
  ammunition: 'M5.4 14V7c0-2.4 1.4-4 2.6-5.2C9.2 3 10.6 4.6 10.6 7v7zM5.4 11.6h5.2M5.4 7h5.2',
  cash: 'M1.8 4.3h12.4v7.4H1.8zM8 6.2a1.8 1.8 0 1 0 .01 0M4.2 8h.01M11.8 8h.01',
  wildlife:
    'M8 8.3c2 0 3.6 2 3.6 3.6 0 1.3-1 1.8-2 1.8-.6 0-1-.3-1.6-.3s-1 .3-1.6.3c-1 0-2-.5-2-1.8 0-1.6 1.6-3.6 3.6-3.6zM6.1 2.9v1.8M9.9 2.9v1.8M3 6v1.6M13 6v1.6',
  other: 'M2.8 2.8h10.4v10.4H2.8zM5.4 8h.01M8 8h.01M10.6 8h.01',
};

/** All icons as stroked paths, drawn for this project. */
export const ICON_PATHS = {
  ...PLACE_PATHS,
  ...GOODS_PATHS,
  /** Goods of several kinds: one box behind another. */
  several: 'M2.4 6h7.6v7.6H2.4zM6 6V2.4h7.6V10H10',
  vessel: 'M1.8 9h12.4l-2 4.6H4zM4.4 9V5.6h6.2V9M6.6 5.6V2.6h2.2v3',
} as const;
export type IconName = keyof typeof ICON_PATHS;

/** Kinds of place with an icon of their own on the map. */
export const PORT_ICONS = ['port', 'harbour', 'marina', 'anchorage'] as const;
/** The icon of a place of this kind. */
export const placeIcon = (kind: PlaceKind): IconName => PORT_ICONS.find((one) => one === kind) ?? 'area';
