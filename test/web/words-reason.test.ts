import { afterAll, describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../shared/languages.ts';
import { translate as t } from '../../web/i18n/index.ts';
import { reasonWords } from '../../web/words-reason.ts';
import { shippedSeizures } from '../server/operations/shipped-seizures.ts';
import { speak } from '../support/catalogues.ts';

afterAll(() => speak('en'));

const kept = shippedSeizures().flatMap(({ routePoints }) =>
  routePoints.flatMap(({ reason }) => reason ?? []),
);

describe('why a point of a way is no simple statement', () => {
  it.each(LANGUAGES)('is said whole in %s for each case that is shipped', async (language) => {
    await speak(language);
    expect(kept.length).toBeGreaterThan(50);
    for (const reason of kept) {
      const { words, rest } = reasonWords(t, reason);
      expect(rest, reason).toBe('');
      expect(words).not.toMatch(/\{\{|reason\./);
      // What is quoted of the source stays; the sentences about it do not.
      if (language !== 'en') expect(words).not.toMatch(/gazetteer|the source|at sea/);
    }
  });

  it('keeps the order of several, what is quoted with its semicolon, and the number as it is written here', async () => {
    await speak('nl');
    expect(
      reasonWords(
        t,
        'the source only believes this: "Route is a belief; so is the port"; not in the gazetteer, or too vague to be one place; an unknown place lies before this one',
      ),
    ).toEqual({
      words:
        'de bron denkt dit alleen: “Route is a belief; so is the port”; niet in de plaatsenlijst, of te vaag om één plaats te zijn; hiervoor ligt een onbekende plaats',
      rest: '',
    });
    expect(reasonWords(t, 'at sea; the position is an estimate from the text, within 2.5 km').words).toBe(
      'op zee; de positie is uit de tekst geschat, binnen 2,5 km',
    );
    expect(
      reasonWords(t, "no position is stated; that of St. John's in the gazetteer, within 1.5 km").words,
    ).toBe("geen positie vermeld; die van St. John's in de plaatsenlijst, binnen 1,5 km");
  });

  it('leaves what it does not know as it is', async () => {
    await speak('es');
    expect(reasonWords(t, 'no place in the gazetteer; written by hand')).toEqual({
      words: 'ningún lugar del nomenclátor',
      rest: 'written by hand',
    });
  });
});
