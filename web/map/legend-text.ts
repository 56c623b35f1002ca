import type { Translate } from '../i18n/index.ts';
import type { DrawnCount, LegendEntry } from './legend-entries.ts';

/** The groups of the legend, in order, and the signs that each holds. */
export const LEGEND_GROUPS = [
  {
    id: 'lines',
    kinds: [
      'routeRecurs',
      'routeOnce',
      'legVoyage',
      'legSeizure',
      'legDirect',
      'selected',
      'onward',
      'cameFrom',
    ],
  },
  { id: 'certainty', kinds: ['stroke'] },
  { id: 'goods', kinds: ['goodsSign', 'goods', 'seizureArea', 'openEnd'] },
  { id: 'cells', kinds: ['cellHot', 'cellCold', 'cellNone'] },
  { id: 'emerging', kinds: ['emerging'] },
  { id: 'clusters', kinds: ['cluster'] },
  { id: 'places', kinds: ['port', 'portKind', 'portGroup', 'place', 'islet', 'noData'] },
  { id: 'communities', kinds: ['community'] },
] as const satisfies readonly { id: string; kinds: readonly LegendEntry['kind'][] }[];

/** The entries of one group, in the order of the list. */
export const entriesOf = (
  entries: readonly LegendEntry[],
  kinds: readonly LegendEntry['kind'][],
): LegendEntry[] => entries.filter(({ kind }) => kinds.includes(kind));

/** How many lines are drawn of how many, in words; empty when all are. */
export const countsText = (counts: readonly DrawnCount[], t: Translate): string =>
  counts.map(({ layer, shown, total }) => t(`map.drawn.${layer}`, { shown, total })).join(', ');

/** The words of an entry. */
export function legendText(entry: LegendEntry, t: Translate): string {
  switch (entry.kind) {
    case 'legVoyage':
      return t('map.legend.legVoyage', { count: entry.count });
    case 'legSeizure':
      return t('map.legend.legSeizure', { count: entry.count });
    case 'stroke':
      return t(`map.legend.${entry.stroke}`);
    case 'goods':
      return t(`map.legend.${entry.family}`);
    case 'goodsSign':
      return entry.sign === 'several' ? t('map.legend.several') : t(`commodity.${entry.sign}`);
    case 'cellHot':
      return t(entry.kg ? 'map.legend.cellHotKg' : 'map.legend.cellHot');
    case 'cellCold':
      return t(entry.kg ? 'map.legend.cellColdKg' : 'map.legend.cellCold');
    case 'emerging':
      return t(`emerging.${entry.sign}`);
    case 'portKind':
      return t(`placeKind.${entry.icon}`);
    case 'cluster':
      return t(`clusters.mark.${entry.cluster}`);
    case 'community':
      return t('map.legend.community', { number: entry.number, place: entry.leader });
    default:
      return t(`map.legend.${entry.kind}`);
  }
}
