import { circle } from './circle.ts';
import { collection, type Drawn } from './derive.ts';
import { goodsFamily } from '../../shared/drawing/palette.ts';
import { areaFrom } from '../../shared/drawing/scales.ts';
import type { Commodity } from '../../shared/vocabulary.ts';
import type { SeizuresReply } from './types.ts';

type SeizureFeature = SeizuresReply['features'][number];

/** Seizures of one place and one radius: they would cover each other, so they are drawn once, with a count. */
function coincident(seizures: SeizuresReply): SeizureFeature[][] {
  const groups = new Map<string, SeizureFeature[]>();
  for (const seizure of seizures.features) {
    const at = seizure.geometry?.coordinates;
    if (!at) continue;
    const key = `${at[0].toFixed(3)} ${at[1].toFixed(3)} ${seizure.properties.uncertaintyKm ?? 0}`;
    const group = groups.get(key);
    if (group) group.push(seizure);
    else groups.set(key, [seizure]);
  }
  return [...groups.values()];
}

/** The commonest colour family of a group; the earlier one where two are equal. */
function commonest(group: readonly SeizureFeature[]): string {
  const counts = new Map<string, number>();
  for (const { properties } of group) {
    const family = goodsFamily(properties.commodities);
    counts.set(family, (counts.get(family) ?? 0) + 1);
  }
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best), ['other', 0] as const)[0];
}

/** What is seen of the goods of some seizures: their one kind, that they are several, or nothing where none states any. */
export type GoodsSign = Commodity | 'several' | '';

function signOf(group: readonly SeizureFeature[]): GoodsSign {
  const [first, ...others] = new Set(group.flatMap(({ properties }) => properties.commodities));
  return others.length > 0 ? 'several' : (first ?? '');
}

/** Seizures as points (exact enough at that zoom) and as areas (not). `ids` holds the group, comma-separated. */
export function drawSeizures(seizures: SeizuresReply): { points: Drawn; areas: Drawn } {
  const points: Drawn['features'] = [];
  const areas: Drawn['features'] = [];
  for (const group of coincident(seizures)) {
    const at = group[0]?.geometry?.coordinates;
    if (!at) continue;
    const km = group[0]?.properties.uncertaintyKm ?? 0;
    const from = areaFrom(km, at[1]);
    const properties = {
      ids: group.map(({ id }) => id).join(','),
      count: group.length,
      family: commonest(group),
      sign: signOf(group),
      km,
      from,
    };
    points.push({ type: 'Feature', geometry: { type: 'Point', coordinates: [...at] }, properties });
    if (km > 0) areas.push({ type: 'Feature', geometry: circle(at, km), properties });
  }
  areas.sort((a, b) => Number(b.properties.km) - Number(a.properties.km));
  return { points: collection(points), areas: collection(areas) };
}
