import type { BriefingDetail } from '../shared/briefing-schema.ts';
import { PUBLISHED_ITEMS, type Marking } from '../shared/vocabulary.ts';
import type { Translate } from './i18n/index.ts';
import { number } from './words.ts';

/** A marking as TLP 2.0 writes it (FIRST, 2022): never translated, no space. */
export const markingText = (marking: Marking): string => `TLP:${marking.toUpperCase().replace('-', '+')}`;

/** The size of a file, `412 kB`; thousands, as file managers count. */
export const bytesWords = (t: Translate, bytes: number): string =>
  bytes < 1e6
    ? t('export.kB', { value: number(Math.max(1, bytes / 1000)) })
    : t('export.MB', { value: number(bytes / 1e6, 1) });

type Changed = NonNullable<BriefingDetail['changes']>[number];

const COUNTED = [
  'events.seizures',
  'events.voyages',
  'routes.recurring',
  'routes.once',
  'spots.hot',
  'spots.cold',
  'evidence.kg',
] as const;
const OF_ROUTE = ['support', 'seizures', 'voyages'] as const;
/** What a claim's id is made of: its first part, what lies between, which may have dots, and its last. */
function partsOf(id: string): [head: string, middle: string, tail: string] {
  const [first, last] = [id.indexOf('.'), id.lastIndexOf('.')];
  return [id.slice(0, first), id.slice(first + 1, Math.max(first + 1, last)), id.slice(last + 1)];
}

/**
 * What a number of a briefing counts, in words.
 *
 * @param routeName  the places of a route, by its id
 */
export function claimWords(t: Translate, id: string, routeName: (route: string) => string): string {
  const counted = COUNTED.find((one) => one === id);
  if (counted) return t(`figures.claim.${counted.replace('.', '_') as Underlined<typeof counted>}`);
  const [head, middle, tail] = partsOf(id);
  const ofRoute = OF_ROUTE.find((one) => one === tail);
  if (head === 'route' && ofRoute) return t(`figures.ofRoute.${ofRoute}`, { route: routeName(middle) });
  if (head !== 'published' && head !== 'loaded') return id;
  const known = PUBLISHED_ITEMS.find((one) => one === tail);
  const item = known ? t(`operations.item.${known}`) : tail;
  return t(`figures.${head}`, { operation: middle, item });
}

type Underlined<Id extends string> = Id extends `${infer A}.${infer B}` ? `${A}_${B}` : never;

/** A claim's number: old and new are told apart to a thousandth; null is not stated. */
export const claimValue = (t: Translate, { id }: Pick<Changed, 'id'>, value: number | null): string =>
  value === null
    ? t('figures.notThere')
    : id === 'evidence.kg'
      ? t('unit.mass', { value: number(value, 3) })
      : number(value, 3);
