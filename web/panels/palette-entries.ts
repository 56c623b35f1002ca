import type { Facets, RoutesReply } from '../../shared/api.ts';
import { LANGUAGES, LANGUAGE_NAMES } from '../../shared/languages.ts';
import { LEVELS } from '../../shared/vocabulary.ts';
import type { PortsReply, SeizuresReply, VesselsReply } from '../api.ts';
import type { Translate } from '../i18n/index.ts';
import { MAP_ONLY } from '../state-page.ts';
import { LAYERS, LISTS, NO_FILTERS, type PageView, type Selection } from '../state.ts';
import { countryWords, dateWords, goodsWords, massWords } from '../words.ts';
import { metBy, type Findable } from './palette-match.ts';

/** One line of the palette, and what choosing it does. */
export interface Entry extends Findable {
  /** Tells it from all others. */
  readonly value: string;
  /** Said after the name, quieter. */
  readonly note?: string;
  /** Opens a thing, changes the view, or does what the view does not hold. */
  readonly act:
    { readonly open: Selection } | { readonly change: Partial<PageView> } | { readonly run: PageAction };
}

/** What the page can do beside showing another view. */
export type PageAction = 'export' | 'copyLink' | 'undo' | 'redo' | 'measure' | 'tour';

const opening = (kind: Selection['kind'], id: string): Pick<Entry, 'value' | 'act'> => ({
  value: `${kind}|${id}`,
  act: { open: { kind, id } },
});
const said = (...parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== '').join(', ');

/** Ports and places that the server found; what an alias found says which. */
export function placeEntries(
  reply: PortsReply | undefined,
  text: string,
  t: Translate,
  nameOf: (country: string | null) => string,
): Entry[] {
  return (reply?.features ?? []).map(({ properties: place }) => {
    const { id, name, kind, aliases, locode } = place;
    const others = [...aliases, ...(locode === null ? [] : [locode])];
    const alias = metBy({ name, others }, text);
    const country = place.country === null ? null : nameOf(place.country);
    return {
      ...opening('port', id),
      name,
      others,
      note: said(
        alias === null ? null : t('palette.also', { name: alias }),
        t(`placeKind.${kind}`),
        country === name ? null : country,
      ),
    };
  });
}

/** Vessels that the server found, by any of their numbers. */
export const vesselEntries = (reply: VesselsReply | undefined, t: Translate): Entry[] =>
  (reply?.items ?? []).map(({ id, name, mmsi, imo, callSign, flag, synthetic }) => ({
    ...opening('vessel', id),
    name: name ?? mmsi ?? imo ?? id,
    others: [mmsi, imo, imo === null ? null : `IMO ${imo}`, callSign].filter((one) => one !== null),
    note: said(
      mmsi === null ? null : t('palette.mmsi', { mmsi }),
      flag === null ? null : countryWords(t, flag),
      synthetic ? t('header.synthetic') : null,
    ),
  }));

/** Cases, by their number, place, operation and goods. */
export const caseEntries = (reply: SeizuresReply | undefined, t: Translate): Entry[] =>
  (reply?.features ?? []).map(({ properties: one }) => ({
    ...opening('seizure', one.id),
    name: said(goodsWords(t, one.commodities), one.massKg === null ? null : massWords(t, one.massKg)),
    others: [
      one.recordId,
      one.placeText,
      one.operation ?? '',
      one.country === null ? '' : countryWords(t, one.country),
      dateWords(t, one),
    ],
    weight: one.massKg ?? 0,
    note: said(one.placeText, dateWords(t, one, 'short'), one.recordId),
  }));

/** Routes, by the places they pass. */
export const routeEntries = (reply: RoutesReply | undefined, t: Translate): Entry[] =>
  (reply?.features ?? []).map(({ properties: { id, places, recurs, independentEvents } }) => ({
    ...opening('route', id),
    name: places.map(({ name }) => name).join(' → '),
    weight: (recurs ? 1e6 : 0) + independentEvents,
    note: t(recurs ? 'words.recurs' : 'words.once'),
  }));

const toggled = <T>(all: readonly T[], one: T): T[] =>
  all.includes(one) ? all.filter((other) => other !== one) : [...all, one];

/** Goods and countries: choosing one leaves only it in, or lets go of it. */
export function filterEntries(facets: Facets | undefined, view: PageView, t: Translate): Entry[] {
  const note = (on: boolean): { note: string } => ({
    note: t(on ? 'palette.filterOff' : 'palette.filterOn'),
  });
  const goods = (facets?.commodities ?? [])
    .filter(({ id, seizures }) => seizures > 0 || view.commodities.includes(id))
    .map(({ id, seizures }): Entry => ({
      value: `goods|${id}`,
      name: t(`commodity.${id}`),
      weight: seizures,
      ...note(view.commodities.includes(id)),
      act: { change: { commodities: toggled(view.commodities, id) } },
    }));
  const countries = (facets?.countries ?? []).map(({ id, name, seizures, voyages }): Entry => ({
    value: `country|${id}`,
    name,
    others: [id, countryWords(t, id)],
    weight: seizures + voyages / 1000,
    ...note(view.countries.includes(id)),
    act: { change: { countries: toggled(view.countries, id).sort() } },
  }));
  return [...goods, ...countries];
}

/** Lists, tools and pages: where the palette can go. */
export const goEntries = (t: Translate): Entry[] => [
  ...LISTS.map((list): Entry => ({
    value: `list|${list}`,
    name: t(`tabs.${list}`),
    note: t('palette.list'),
    act: { change: { ...MAP_ONLY, list } },
  })),
  { value: 'page|import', name: t('imports.open'), act: { change: { ...MAP_ONLY, page: 'import' } } },
  { value: 'page|runs', name: t('runs.open'), act: { change: { ...MAP_ONLY, page: 'runs' } } },
  { value: 'page|figures', name: t('figures.title'), act: { change: { ...MAP_ONLY, page: 'figures' } } },
  {
    value: 'page|help',
    name: t('help.open'),
    others: [t('palette.help')],
    act: { change: { ...MAP_ONLY, page: 'help' } },
  },
  { value: 'do|tour', name: t('tour.restart'), others: [t('palette.help')], act: { run: 'tour' } },
];

/** What buttons on the page do, by their names there. */
const actionEntries = (t: Translate): Entry[] => [
  { value: 'do|export', name: t('header.image'), note: t('palette.export'), act: { run: 'export' } },
  { value: 'do|link', name: t('header.link'), act: { run: 'copyLink' } },
  { value: 'do|undo', name: t('mapTools.undo'), act: { run: 'undo' } },
  { value: 'do|redo', name: t('mapTools.redo'), act: { run: 'redo' } },
  {
    value: 'do|area',
    name: t('mapTools.area'),
    others: [t('area.polygon'), t('area.rectangle')],
    act: { change: { ...MAP_ONLY, tool: 'area' } },
  },
  { value: 'do|measure', name: t('mapTools.measure'), act: { run: 'measure' } },
  { value: 'do|rings', name: t('mapTools.rings'), act: { change: { ...MAP_ONLY, tool: 'rings' } } },
];

/** What the palette can switch: layers, level, theme, language; and the ways back. */
export function doEntries(view: PageView, t: Translate): Entry[] {
  const theme = view.theme === 'dark' ? 'light' : 'dark';
  const isFiltered = [view.from, view.to].some((day) => day !== null) || view.commodities.length > 0;
  const more = isFiltered || view.countries.length > 0 || view.dataSets.length > 0;
  const clear: Entry = { value: 'do|clear', name: t('filters.clear'), act: { change: NO_FILTERS } };
  return [
    ...(more ? [clear] : []),
    ...actionEntries(t),
    {
      value: 'do|theme',
      name: t(theme === 'light' ? 'header.themeToLight' : 'header.themeToDark'),
      others: [t('header.themeToLight'), t('header.themeToDark'), t('palette.theme')],
      act: { change: { theme } },
    },
    ...LEVELS.filter((level) => level !== view.level).map((level): Entry => ({
      value: `level|${level}`,
      name: `${t('filters.level')}: ${t(level === 'port' ? 'filters.levelPort' : 'filters.levelTerritory')}`,
      act: { change: { level } },
    })),
    ...LAYERS.map((layer): Entry => {
      const on = view.layers.includes(layer);
      const layers = LAYERS.filter((name) => (name === layer ? !on : view.layers.includes(name)));
      return {
        value: `layer|${layer}`,
        name: t(on ? 'palette.layerOff' : 'palette.layerOn', { name: t(`layers.${layer}`) }),
        others: [t('layers.label')],
        act: { change: { layers } },
      };
    }),
    ...LANGUAGES.map((language): Entry => ({
      value: `language|${language}`,
      name: LANGUAGE_NAMES[language],
      others: [t('header.language')],
      note: t('header.language'),
      act: { change: { language } },
    })),
  ];
}
