import { useQuery } from '@tanstack/react-query';
import type { PlaceRef } from '../../shared/api.ts';
import { queries } from '../api.ts';
import { useT } from '../i18n/index.ts';
import { NO_FILTERS } from '../state.ts';
import { countryWords } from '../words.ts';

/** Gives a data set's title for its id; the id itself until the titles have come. */
export function useDataSetTitle(): (id: string) => string {
  const { data } = useQuery(queries.facets(NO_FILTERS));
  return (id) => data?.dataSets.find((one) => one.id === id)?.title ?? id;
}

/** Gives a country's or territory's name for its code, spelt as the gazetteer spells it where it knows it. */
export function useCountryName(): (code: string | null) => string {
  const t = useT();
  const { data } = useQuery(queries.facets(NO_FILTERS));
  return (code) => data?.countries.find((one) => one.id === code)?.name ?? countryWords(t, code);
}

/**
 * A route by its id, `territory:TT>KN>VG`, in words.
 *
 * @param places  those whose names are known here; a port that is none of them keeps its code
 */
export function useRouteName(places: readonly Pick<PlaceRef, 'id' | 'name'>[] = []): (id: string) => string {
  const country = useCountryName();
  const names = new Map(places.map(({ id, name }) => [id, name]));
  return (id) =>
    id
      .slice(id.indexOf(':') + 1)
      .split('>')
      .map((code) => names.get(code) ?? (/^[A-Z]{2}$/.test(code) ? country(code) : code))
      .join(' → ');
}
