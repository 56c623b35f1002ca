import type { Place } from '../../shared/model.ts';
import { PORT_KINDS } from '../../shared/vocabulary.ts';
import { foldedName } from './names.ts';

interface Searchable {
  readonly place: Place;
  readonly name: string;
  /** The name, the aliases and the id, folded. */
  readonly all: readonly string[];
}

function asSearchable(place: Place): Searchable {
  const name = foldedName(place.name);
  return { place, name, all: [name, ...place.aliases.map(foldedName), place.id.toLowerCase()] };
}

/** Makes the search for a search box: up to `limit` places, the best match first; folds the names only once. */
export function makeSearch(places: readonly Place[]): (text: string, limit: number) => Place[] {
  const searchables = places.map(asSearchable);
  return (text, limit) => {
    const sought = foldedName(text);
    if (sought === '' || limit <= 0) return [];
    return searchables
      .map((searchable) => ({ place: searchable.place, rank: searchRank(searchable, sought) }))
      .filter(({ rank }) => rank < Infinity)
      .sort((a, b) => a.rank - b.rank || byName(a.place, b.place))
      .slice(0, limit)
      .map(({ place }) => place);
  };
}

const collator = new Intl.Collator('en');
const byName = (a: Place, b: Place): number => collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1);

/** 0: a name is the text; 2: the name starts with it; 4: an alias or the id does; 6, 8: further in. Areas 1 more. */
function searchRank({ place, name, all }: Searchable, sought: string): number {
  const area = PORT_KINDS.some((kind) => kind === place.kind) ? 0 : 1;
  if (all.includes(sought)) return area;
  if (name.startsWith(sought)) return 2 + area;
  if (all.some((other) => other.startsWith(sought))) return 4 + area;
  if (all.some((other) => other.includes(` ${sought}`))) return 6 + area;
  return all.some((other) => other.includes(sought)) ? 8 + area : Infinity;
}
