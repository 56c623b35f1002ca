import { labelIn } from '../../../shared/drawing/label-words.ts';
import { LABELS } from '../../../shared/drawing/labels.ts';
import type { Palette } from '../../../shared/drawing/palette.ts';
import type { Language } from '../../../shared/languages.ts';
import { within } from './geometry.ts';
import type { Wish } from './labels.ts';
import { pointOf, zoomOf, type View } from './projection.ts';

/** Countries and territories of the base map by name, ISO 3166-1 alpha-2: none is named twice on a figure. */
const CODES: Readonly<Record<string, string>> = {
  'United States': 'US',
  Canada: 'CA',
  Mexico: 'MX',
  Belize: 'BZ',
  Guatemala: 'GT',
  Honduras: 'HN',
  'El Salvador': 'SV',
  Nicaragua: 'NI',
  'Costa Rica': 'CR',
  Panama: 'PA',
  Colombia: 'CO',
  Venezuela: 'VE',
  Guyana: 'GY',
  Suriname: 'SR',
  'French Guiana': 'GF',
  Brazil: 'BR',
  Ecuador: 'EC',
  Peru: 'PE',
  Bolivia: 'BO',
  'United Kingdom': 'GB',
  Ireland: 'IE',
  France: 'FR',
  Spain: 'ES',
  Portugal: 'PT',
  Netherlands: 'NL',
  Belgium: 'BE',
  Germany: 'DE',
  Italy: 'IT',
  Morocco: 'MA',
  Senegal: 'SN',
  Cuba: 'CU',
  Jamaica: 'JM',
  Haiti: 'HT',
  'Dominican Republic': 'DO',
  'Puerto Rico': 'PR',
  Bahamas: 'BS',
  'Turks and Caicos Islands': 'TC',
  'Cayman Islands': 'KY',
  Bermuda: 'BM',
  Barbados: 'BB',
  Grenada: 'GD',
  'Saint Lucia': 'LC',
  Martinique: 'MQ',
  Dominica: 'DM',
  Guadeloupe: 'GP',
  Montserrat: 'MS',
  Anguilla: 'AI',
  'British Virgin Islands': 'VG',
  'U.S. Virgin Islands': 'VI',
  Aruba: 'AW',
  Curaçao: 'CW',
};
/** Islands that share their state with others: named as they are, but not beside the name of their state. */
const MAIN_ISLANDS: Readonly<Record<string, string>> = {
  Trinidad: 'TT',
  'Saint Vincent': 'VC',
  Antigua: 'AG',
  'Saint Kitts': 'KN',
};
/** A figure names a place this much sooner than the page, for it is looked at from closer. */
const SOONER = 0.6;

/** Names of the base map that this scale asks for, lands before seas; those already named are left out. */
export function baseNames(
  view: View,
  palette: Palette,
  language: Language,
  taken: ReadonlySet<string>,
): { lands: Wish[]; seas: Wish[] } {
  const zoom = zoomOf(view);
  const wishes = LABELS.flatMap(([kind, name, longitude, latitude, from]) => {
    const at = pointOf(view, [longitude, latitude]);
    const code = CODES[name] ?? MAIN_ISLANDS[name];
    if (from > zoom + SOONER || !within(view.rect, at) || (code !== undefined && taken.has(code))) return [];
    const sea = kind === 'sea';
    const wish: Wish = {
      words: labelIn(language, name),
      at,
      beside: null,
      size: sea ? 7.5 : kind === 'country' ? 7 : 6.5,
      face: sea ? 'italic' : kind === 'country' ? 'semibold' : 'regular',
      color: sea ? palette.seaText : palette.landText,
      overPoints: false,
      mostWidth: 150,
    };
    return [{ wish, sea, from }];
  }).sort((a, b) => a.from - b.from);
  return {
    lands: wishes.filter(({ sea }) => !sea).map(({ wish }) => wish),
    seas: wishes.filter(({ sea }) => sea).map(({ wish }) => wish),
  };
}
