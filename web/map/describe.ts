import type { Translate } from '../i18n/index.ts';
import type { Selection } from '../state.ts';
import type { Weight } from '../state-tools.ts';
import { number, spanWords } from '../words.ts';
import { clusterChance, clusterCount, rateWords } from '../words-spots.ts';
import { changeLines } from '../compare/told.ts';
import { apartAt, groupLines, groupTitle, lineOf } from './group-told.ts';
import type { MapData } from './types.ts';

/** What the pointer says of a thing: a name and a few plain lines. */
export interface Description {
  readonly title: string;
  readonly lines: readonly string[];
}

type Describe = (id: string, data: MapData, t: Translate, weight: Weight) => Description | null;

const DESCRIBE: Readonly<Record<Selection['kind'], Describe>> = {
  seizure: (id, { seizures }, t) => {
    const found = seizures?.features.find((f) => f.id === id)?.properties;
    if (!found) return null;
    const { earliest, latest, uncertaintyKm } = found;
    const goods = found.commodities.map((one) => t(`commodity.${one}`)).join(', ');
    const lines = [
      goods + (found.massKg === null ? '' : `, ${t('map.tip.kg', { kg: number(found.massKg, 1) })}`),
      spanWords(t, earliest, latest),
    ];
    if ((uncertaintyKm ?? 0) >= 5) lines.push(t('map.tip.within', { km: number(uncertaintyKm ?? 0) }));
    return { title: found.placeText, lines };
  },
  port: (id, { network }, t) => {
    const group = network?.grouping?.groups.get(id);
    if (group) {
      const click = t(apartAt(group) === null ? 'map.tip.list' : 'map.tip.apart');
      return { title: groupTitle(group), lines: [...groupLines(group, t), click] };
    }
    const found = network?.nodes.features.find((f) => f.properties.id === id)?.properties;
    if (!found) return null;
    const voyages = found.voyageLegsIn + found.voyageLegsOut;
    const seizures = found.seizureLegsIn + found.seizureLegsOut;
    return {
      title: found.name,
      lines: [t('map.tip.voyageLegs', { count: voyages }), t('map.tip.seizureLegs', { count: seizures })],
    };
  },
  edge: (id, { network, change }, t) => {
    const changed = change?.find((one) => one.id === id);
    if (changed) return { title: `${changed.fromName} → ${changed.toName}`, lines: changeLines(t, changed) };
    const found = network && lineOf(network, id);
    if (!found) return null;
    const { title, edge, legs } = found;
    const lines: string[] = [];
    if (edge.voyageLegs > 0) lines.push(t('map.tip.voyageLegs', { count: edge.voyageLegs }));
    if (edge.seizureLegs > 0) lines.push(t('map.tip.seizureLegs', { count: edge.seizureLegs }));
    if (legs.length > 1) {
      const leg = `${edge.fromName} → ${edge.toName}`;
      lines.push(t('map.tip.merged', { count: legs.length, leg }));
    }
    return { title, lines };
  },
  route: (id, { routes }, t) => {
    const found = routes?.features.find((f) => f.id === id)?.properties;
    if (!found) return null;
    return {
      title: found.places.map(({ name }) => name).join(' → '),
      lines: [
        found.recurs ? t('map.tip.recurs', { count: found.effectiveSupport }) : t('map.tip.once'),
        t('map.tip.support', { seizures: found.seizures, voyages: found.voyages }),
      ],
    };
  },
  cell: (id, { hotspots }, t, weight) => {
    const found = hotspots?.features.find((f) => f.properties.cell === id)?.properties;
    if (!found) return null;
    const lines: string[] = [t('map.tip.cellCount', { count: Math.round(found.count * 10) / 10 })];
    if (found.kg > 0) lines.push(t('map.tip.kg', { kg: number(found.kg) }));
    if (found.emerging !== null && found.emerging !== 'none') {
      lines.push(t('spots.course', { course: t(`emerging.${found.emerging}`) }));
    }
    if (found.rate) lines.push(t('spots.rateTip', { rate: rateWords(t, found.rate) }));
    const title = t(weight === 'kg' ? `map.tip.cellKg.${found.class}` : `map.tip.cell.${found.class}`);
    return { title, lines };
  },
  // A vessel has no mark of its own.
  vessel: () => null,
  cluster: (id, { clusters }, t) => {
    const found = clusters?.features.find((f) => f.id === id)?.properties;
    if (!found) return null;
    return {
      title: t(`clusters.method.${found.method}`),
      lines: [clusterCount(t, found), clusterChance(t, found)].filter((line) => line !== ''),
    };
  },
};

/** Describes the first thing under the pointer, and says how many more of its kind lie there. */
export function describe(
  found: readonly Selection[],
  data: MapData,
  t: Translate,
  weight: Weight,
): Description | null {
  const first = found[0];
  if (!first) return null;
  const made = DESCRIBE[first.kind](first.id, data, t, weight);
  const more = found.filter(({ kind }) => kind === first.kind).length - 1;
  if (!made || more < 1) return made;
  return { ...made, lines: [...made.lines, t('map.tip.more', { count: more })] };
}
