import type { Layout } from './layout.ts';

/** Which way an arrow key goes, in a box whose y grows downwards. */
const WAYS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};

/**
 * The place that an arrow key leads to: the nearest within 60 degrees of the way the key points, what lies
 * aside of it counting double; null: none lies there, or the key is none of the four.
 */
export function neighbour(layout: Layout, id: string, key: string): string | null {
  const way = WAYS[key];
  const here = layout.get(id);
  if (!way || !here) return null;
  let best: { id: string; far: number } | null = null;
  for (const [other, at] of layout) {
    const [dx, dy] = [at.x - here.x, at.y - here.y];
    const along = dx * way[0] + dy * way[1];
    const aside = Math.abs(dx * way[1] - dy * way[0]);
    if (other === id || along <= 0 || aside > along * Math.tan(Math.PI / 3)) continue;
    const far = Math.hypot(along, 2 * aside);
    if (!best || far < best.far) best = { id: other, far };
  }
  return best?.id ?? null;
}
