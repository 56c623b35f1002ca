import type { Facets, Run } from '../shared/api.ts';
import type { Translate } from './i18n/index.ts';
import type { MapHandle } from './map/map-view.tsx';
import type { ViewState } from './state.ts';
import { countryWords, dayWords, goodsWords, instantWords, spanWords } from './words.ts';

interface Shown {
  readonly view: ViewState;
  readonly facets: Facets | undefined;
  readonly run: Run | undefined;
  readonly t: Translate;
}

/** What the filters leave in, as the line under a figure's title. */
export function filterWords(t: Translate, view: ViewState): string {
  const { from, to } = view;
  const dates =
    from !== null && to !== null
      ? spanWords(t, from, to)
      : from !== null
        ? t('image.from', { from: dayWords(from) })
        : to !== null
          ? t('image.to', { to: dayWords(to) })
          : t('image.allDates');
  const goods = view.commodities.length === 0 ? t('image.allGoods') : goodsWords(t, view.commodities);
  const countries = view.countries.map((code) => countryWords(t, code)).join(', ');
  return [dates, goods, countries].filter((part) => part !== '').join(' · ');
}

/** The sources of a figure: each data set shown, the made-up ones marked, and the run. */
export function sourceLines({ view, facets, run, t }: Shown): string[] {
  const sets = (facets?.dataSets ?? [])
    .filter((one) => view.dataSets.length === 0 || view.dataSets.includes(one.id))
    .map(({ title, synthetic }) => (synthetic ? t('image.sourceSynthetic', { title }) : title));
  return run ? [...sets, t('image.run', { id: run.id, date: instantWords(run.startedAt) })] : sets;
}

/** Draws the map as a figure and hands it to the browser as a file. */
export async function saveMapImage(map: MapHandle, shown: Shown): Promise<void> {
  const image = await map.exportPng({
    title: shown.t('image.title'),
    subtitle: filterWords(shown.t, shown.view),
    sourceLines: sourceLines(shown),
  });
  const address = URL.createObjectURL(image);
  const link = document.createElement('a');
  link.href = address;
  link.download = `leeward-run-${shown.run?.id ?? 0}.png`;
  link.click();
  // The download has the address by now; holding the picture for longer would only hold memory.
  window.setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
