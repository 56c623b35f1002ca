import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { renderBrief } from '../../../server/briefings/pages/brief.ts';
import { renderDossier } from '../../../server/briefings/pages/dossier.ts';
import { renderDeck } from '../../../server/briefings/deck/deck.ts';
import { checkLetters } from '../../../server/briefings/make.ts';
import type { Item } from '../../../server/briefings/figure/drawing.ts';
import { figureDrawing } from '../../../server/briefings/render/figure.ts';
import { renderData } from '../../../server/briefings/data-formats/render.ts';
import { undrawnIn } from '../../../server/briefings/undrawn.ts';
import {
  FIGURE_SIZES,
  type Briefing,
  type BriefingKind,
  type BriefingSpec,
} from '../../../shared/briefing.ts';
import { undrawn } from '../../../shared/drawing/letters.ts';
import { LANGUAGES, type Language } from '../../../shared/languages.ts';
import { exampleBriefing } from '../../support/briefing.ts';
import { textOf } from '../../support/pdf.ts';
import { entriesOf, runsOf } from '../../support/pptx.ts';
import { CODE_SAID, foreign, plainMap, UNDRAWN_SAID, WIDE } from './pages.ts';

// What whoever holds a figure or page must find on it: its code, whole, and where letters could not be drawn, that.

const MAP = PNG.sync.write(new PNG({ width: 160, height: 90, fill: true }));
/** A source's name that takes all the room there is. */
const ENDLESS = [
  { id: 'w', title: `${'Wide waters '.repeat(60)}${'W'.repeat(200)}`, synthetic: true, events: 24 },
];

const textsOf = (items: readonly Item[]): string[] =>
  items.flatMap((item) =>
    item.kind === 'group' ? textsOf(item.items) : item.kind === 'text' ? [item.text] : [],
  );

/** All that stands on what is made of a briefing, each text by itself. */
async function textsIn(briefing: Briefing): Promise<string[]> {
  switch (briefing.spec.kind) {
    case 'figure':
    case 'totals': {
      const { items, title, description } = figureDrawing(briefing);
      return [title, description, ...textsOf(items)];
    }
    case 'brief':
      return textOf(await renderBrief(briefing, plainMap));
    case 'dossier':
      return textOf(await renderDossier(briefing, plainMap));
    case 'deck': {
      const parts = [...entriesOf(await renderDeck(briefing, MAP))];
      return parts.flatMap(([name, xml]) =>
        /slides\/|notesSlides\/|core\.xml/.test(name) ? runsOf(xml) : [],
      );
    }
    case 'data':
      return [Buffer.from((await renderData(briefing, 'csv', 'evidence')).bytes).toString('utf8')];
  }
}
const said = async (briefing: Briefing): Promise<string> =>
  (await textsIn(briefing)).join(' ').replaceAll('\u00a0', ' ');

const made = (kind: BriefingKind, language: Language = 'en', spec: Partial<BriefingSpec> = {}) =>
  exampleBriefing({ spec: { kind, language, title: null, ...spec }, about: WIDE });
const DRAWN = ['figure', 'totals', 'brief', 'dossier', 'deck'] as const;

describe.each(LANGUAGES)('in %s', (language) => {
  it.each(FIGURE_SIZES)(
    'a figure of %s has its whole code, however long the names of its sources',
    (size) => {
      for (const kind of ['figure', 'totals'] as const) {
        const long = {
          ...foreign(made(kind, language, { size })),
          about: { ...made(kind).about, dataSets: ENDLESS },
        };
        const words = textsOf(figureDrawing(long).items).join(' ').replaceAll('\u00a0', ' ');
        expect(words, kind).toContain(CODE_SAID[language]);
        expect(words, kind).toContain('981b2f96ed6e');
        expect(words, kind).toContain('30393795d66f');
      }
    },
  );

  it.each(['brief', 'dossier'] as const)('every page of a %s has its whole code', async (kind) => {
    const long = { ...made(kind, language), about: { ...made(kind).about, dataSets: ENDLESS } };
    for (const page of await textsIn(long)) {
      expect(page).toContain(CODE_SAID[language]);
      expect(page).toContain('TLP:AMBER+STRICT');
    }
  });

  it.each(DRAWN)('a %s says what stands for letters that our font does not have', async (kind) => {
    expect(await said(foreign(made(kind, language)))).toContain(
      UNDRAWN_SAID[language].replaceAll('\u00a0', ' '),
    );
    expect(await said(made(kind, language))).not.toContain('[?]');
  });
});

describe.each(DRAWN)('a %s of names in other scripts', (kind) => {
  it('has a sign for each letter that our font does not have, and no letter that is not drawn', async () => {
    const texts = await textsIn(foreign(made(kind)));
    expect(texts.flatMap(undrawn)).toEqual([]);
    expect(texts.join(' ')).toContain('[??]');
  });

  it('keeps Greek and Cyrillic, and says nothing of them', async () => {
    const title = 'Жёлтый Буревестник, Άγιος Νικόλαος';
    const words = await said(made(kind, 'en', { title }));
    expect(words).toContain(title);
    expect(words).not.toContain('[?]');
  });
});

describe('letters that our font does not have', () => {
  it('are told by what a briefing shows: data files hold them all', async () => {
    const letters = ['中', '国', 'م', 'ح', 'د', 'ع', 'ل', 'ي', '🚢'];
    const missing = DRAWN.map((kind) => undrawnIn(foreign(made(kind))));
    expect(missing).toEqual([
      letters,
      // Of published totals: operation, operation before, sources and notes.
      ['中', '国', 'م', 'ح', 'د', '🚢'],
      letters,
      letters,
      letters,
    ]);
    expect(undrawnIn(foreign(made('data')))).toEqual([]);
    expect((await textsIn(foreign(made('data')))).join('')).toContain('محمد علي');
    expect(undrawnIn(made('dossier'))).toEqual([]);
  });

  it('are refused in a title and a subtitle, by name and with what to do', () => {
    const { spec } = made('figure', 'en', { title: 'To 中国 → Tortola', subtitle: '🚢🚢' });
    expect(() => checkLetters(spec)).toThrow(
      'spec.title: our font does not have 中 国. Write it in Latin, Greek or Cyrillic letters. ' +
        'spec.subtitle: our font does not have 🚢. Write it in Latin, Greek or Cyrillic letters.',
    );
    expect(() => checkLetters({ ...spec, kind: 'data' })).not.toThrow();
    expect(() =>
      checkLetters({ ...spec, title: 'Curaçao → Άγιος “Жёлтый” — 5 €', subtitle: null }),
    ).not.toThrow();
  });
});
