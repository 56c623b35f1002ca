import i18next from 'i18next';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { locale, translate as t } from '../../web/i18n/index.ts';
import { firstSpoken } from '../../shared/languages.ts';
import { formatView, parseView } from '../../web/state.ts';
import {
  countryWords,
  distanceWords,
  massWords,
  number,
  positionWords,
  probability,
  quantityWords,
  spanWords,
} from '../../web/words.ts';
import { speak } from '../support/catalogues.ts';

// Expected texts are written by hand after the rules of each language; `_` is a no-break space.
const nb = (text: string): string => text.replaceAll('_', '\u00a0');

afterAll(() => speak('en'));

describe('the language of a reader', () => {
  it('is the first that the page speaks', () => {
    expect(firstSpoken(['', 'de-DE', 'fr-CA', 'en-US'])).toBe('fr');
    expect(firstSpoken(['es-419'])).toBe('es');
    expect(firstSpoken(['NL-sr'])).toBe('nl');
    expect(firstSpoken(['pap', 'ht'])).toBe('en');
  });
  it('is kept in the address', () => {
    const { view, problems } = parseView('?lang=fr');
    expect([view.language, problems, formatView(view)]).toEqual(['fr', [], '?lang=fr']);
    expect(parseView('').view.language).toBeNull();
    expect(parseView('?lang=de').problems).toEqual([{ part: 'language', value: 'de' }]);
  });
});

describe('Spanish', () => {
  beforeEach(() => speak('es'));
  it('writes numbers, dates and plurals', () => {
    expect(locale()).toBe('es');
    expect(number(12345.67, 1)).toBe('12.345,7');
    expect(massWords(t, 772.4)).toBe('772,4 kg');
    expect(distanceWords(t, 237)).toBe('128 mn (237 km)');
    expect(probability(t, 0.0456)).toBe(nb('=_0,046'));
    expect(spanWords(t, '2025-12-08', '2025-12-09')).toBe('8 a 9 de diciembre de 2025');
    expect(spanWords(t, '2024-12-31', '2025-01-01')).toBe('31 de diciembre de 2024 a 1 de enero de 2025');
    expect([0, 1, 2].map((count) => t('details.seizures', { count }))).toEqual([
      '0 incautaciones',
      '1 incautación',
      '2 incautaciones',
    ]);
    expect(t('details.seizures', { count: 2_000_000 })).toBe('2.000.000 de incautaciones');
    expect(quantityWords(t, 1, 'round')).toBe('1 cartucho');
    expect(countryWords(t, 'TT')).toBe('Trinidad y Tobago');
  });
});

describe('French', () => {
  beforeEach(() => speak('fr'));
  it('writes numbers, dates and plurals', () => {
    expect(number(12345.67, 1)).toBe('12\u202f345,7');
    expect(distanceWords(t, 9.26)).toBe('5 milles (9,3 km)');
    expect(spanWords(t, '2025-12-08', '2025-12-09')).toBe('8 au 9 décembre 2025');
    expect(spanWords(t, '2025-11-24', '2025-12-12', 'short')).toBe('24 nov. au 12 déc. 2025');
    // Nought is singular in French.
    expect([0, 1, 2].map((count) => t('details.seizures', { count }))).toEqual([
      '0 saisie',
      '1 saisie',
      '2 saisies',
    ]);
    expect(positionWords([-64.62, 18.42])).toBe(nb('18°_25,2′_N, 64°_37,2′_W'));
  });
});

describe('Dutch', () => {
  beforeEach(() => speak('nl'));
  it('writes numbers, dates and plurals', () => {
    expect(number(12345.67, 1)).toBe('12.345,7');
    expect(distanceWords(t, 237)).toBe('128 zeemijl (237 km)');
    expect(spanWords(t, '2025-12-08', '2025-12-09')).toBe('8 t/m 9 december 2025');
    expect([0, 1, 2].map((count) => t('details.voyages', { count }))).toEqual([
      '0 reizen',
      '1 reis',
      '2 reizen',
    ]);
    // East is oost, south is zuid.
    expect(positionWords([2.9999, -0.5])).toBe(nb('0°_30′_Z, 3°_0′_O'));
  });
});

describe('every language', () => {
  it('groups a count that is put into a text, but not a number that is a name', async () => {
    await i18next.changeLanguage('nl');
    expect(t('details.voyages', { count: 2079 })).toBe('2.079 reizen');
    expect(t('header.run', { id: 2079, date: '1 mei' })).toBe('Analyse 2079, 1 mei');
  });
  it('says in English what it lacks', async () => {
    i18next.removeResourceBundle('nl', 'translation');
    i18next.addResourceBundle('nl', 'translation', { app: { name: 'Leeward' } });
    await i18next.changeLanguage('nl');
    expect(t('tabs.seizures')).toBe('Seizures');
    expect(t('details.voyages', { count: 1 })).toBe('1 voyage');
  });
});
