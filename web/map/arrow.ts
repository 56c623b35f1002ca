import type { Map as MapLibreMap } from 'maplibre-gl';
import { EMERGING_BOX, EMERGING_PATHS, emergingWidth, type EmergingSign } from './emerging-signs.ts';
import { POST } from './fence.ts';
import { goodsImage } from './goods-sign.ts';
import { hatchImage } from './no-data.ts';
import { BADGE_RATIO, badgeImage } from './port-badge.ts';
import { paintOpenEnd } from './open-ends.ts';
import { pixels, sheet } from './paint.ts';
import { paletteOf } from '../../shared/drawing/palette.ts';

const SIZE = 24;

/** The arrowhead, as a signed-distance image that takes any colour; 12 px wide on the map at size 1. */
function arrowImage(): { width: number; height: number; data: Uint8ClampedArray } {
  // MapLibre reads alpha as distance to the edge: 0.75 is the edge, one unit is 8 px of the image.
  const data = new Uint8ClampedArray(SIZE * SIZE * 4);
  const corners: [number, number][] = [
    [20, 12],
    [5, 4.5],
    [8.5, 12],
    [5, 19.5],
  ];
  for (let y = 0; y < SIZE; y++) {
    for (let x = 0; x < SIZE; x++) {
      const distance = signedDistance(x + 0.5, y + 0.5, corners);
      data[(y * SIZE + x) * 4 + 3] = Math.round(255 * Math.min(1, Math.max(0, 0.75 - distance / 8)));
    }
  }
  return { width: SIZE, height: SIZE, data };
}

/** Distance to the polygon's edge, px; negative inside. */
function signedDistance(x: number, y: number, corners: readonly (readonly [number, number])[]): number {
  let nearest = Infinity;
  let inside = false;
  corners.forEach(([ax, ay], i) => {
    const [bx, by] = corners[(i + 1) % corners.length] ?? [ax, ay];
    const along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2);
    const t = Math.min(1, Math.max(0, along));
    nearest = Math.min(nearest, Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay)));
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  });
  return inside ? -nearest : nearest;
}

const isSign = (text: string): text is EmergingSign => text in EMERGING_PATHS;

/** The sign of an emerging class on a halo that sets it off its cell, at twice its size for sharp screens. */
function emergingSignImage(theme: string, sign: EmergingSign): ImageData | null {
  const context = sheet(EMERGING_BOX, EMERGING_BOX, 2);
  if (!context) return null;
  const { halo, portText } = paletteOf(theme === 'light' ? 'light' : 'dark');
  const path = new Path2D(EMERGING_PATHS[sign]);
  context.lineCap = context.lineJoin = 'round';
  for (const [color, more] of [
    [halo, 2.6],
    [portText, 0],
  ] as const) {
    context.strokeStyle = color;
    context.lineWidth = emergingWidth(sign) + more;
    context.stroke(path);
  }
  return pixels(context);
}

const openEndPicture = (theme: string, unknown: string): ImageData | null =>
  paintOpenEnd(paletteOf(theme === 'light' ? 'light' : 'dark'), unknown);

/** Gives the map its arrowhead, its signs, its hatch, and the blank that keeps names off points, whenever a style asks. */
export function provideImages(map: MapLibreMap): void {
  map.setMissingStyleImageResolver((id) => {
    if (map.hasImage(id)) return;
    if (id === 'arrow') map.addImage(id, arrowImage(), { sdf: true, pixelRatio: 2 });
    const [kind, theme = '', sign = '', third = ''] = id.split('-');
    const image = kind === 'emerging' && isSign(sign) ? emergingSignImage(theme, sign) : null;
    if (image) map.addImage(id, image, { pixelRatio: 2 });
    const end = kind === 'open' ? openEndPicture(theme, sign) : null;
    if (end) map.addImage(id, end, { pixelRatio: 2 });
    const hatch = kind === 'hatch' ? hatchImage(theme) : null;
    if (hatch) map.addImage(id, hatch, { pixelRatio: 2 });
    const badge = kind === 'badge' ? badgeImage(theme, sign) : null;
    if (badge) map.addImage(id, badge, { pixelRatio: BADGE_RATIO });
    const goods = kind === 'goods' ? goodsImage(theme, sign === 'halo' ? 'halo' : 'disc', third) : null;
    if (goods) map.addImage(id, goods, { pixelRatio: BADGE_RATIO });
    if (id === 'blank') map.addImage(id, { width: 12, height: 12, data: new Uint8Array(12 * 12 * 4) });
    if (id === 'fence')
      map.addImage(id, { width: POST, height: POST, data: new Uint8Array(POST * POST * 4) });
  });
}
