import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { renderDeck } from '../../../server/briefings/deck/deck.ts';
import { LANGUAGES, type Language } from '../../../shared/languages.ts';
import { exampleBriefing } from '../../support/briefing.ts';
import { entriesOf, runsOf } from '../../support/pptx.ts';
import { undrawn } from '../../../shared/drawing/letters.ts';
import { CODE_SAID, foreign, hostile, UNDRAWN_SAID, WIDE } from './pages.ts';

/** A grey picture, 160 by 90. */
const MAP = PNG.sync.write(new PNG({ width: 160, height: 90, fill: true }));

const deck = (language: Language = 'en') =>
  exampleBriefing({ spec: { kind: 'deck', language, title: null } });
const slidesOf = async (briefing = deck()): Promise<string[]> => {
  const entries = entriesOf(await renderDeck(briefing, MAP));
  return [1, 2, 3].map((number) => entries.get(`ppt/slides/slide${String(number)}.xml`) ?? '');
};

const WHOLE = {
  en: [
    'Analysis run 123,456, 30 September 2026 · Data up to 30 September 2025',
    'Data 30393795d66f',
    'Findings 981b2f96ed6e',
    'All dates (29 September 2022 – 30 September 2025) · All goods · Places compared by port',
  ],
  es: [
    'Análisis 123.456, 30 de septiembre de 2026 · Datos hasta el 30 de septiembre de 2025',
    'Datos 30393795d66f',
    'Resultados 981b2f96ed6e',
    'Todas las fechas (29 de septiembre de 2022 – 30 de septiembre de 2025) · Todas las mercancías · Lugares comparados por puerto',
  ],
  fr: [
    'Analyse 123\u202f456, 30 septembre 2026 · Données jusqu’au 30 septembre 2025',
    'Données 30393795d66f',
    'Résultats 981b2f96ed6e',
    'Toutes les dates (29 septembre 2022 – 30 septembre 2025) · Toutes les marchandises · Lieux comparés par port',
  ],
  nl: [
    'Analyse 123.456, 30 september 2026 · Gegevens tot en met 30 september 2025',
    'Gegevens 30393795d66f',
    'Bevindingen 981b2f96ed6e',
    'Alle datums (29 september 2022 – 30 september 2025) · Alle goederen · Plaatsen vergeleken per haven',
  ],
} as const;

describe('a deck', () => {
  it('is three slides with a claim each for its title', async () => {
    const slides = (await slidesOf()).map(runsOf);
    expect(slides.map((runs) => runs[0])).toEqual([
      '1 route recurs; best supported: [Partly synthetic] Port of Spain › Basseterre › Road Town',
      // q 0.0021 of the one that was tested.
      'Of the 2 best supported routes, 1 goes far more often than its traffic explains',
      'Seizures cluster near Road Town',
    ]);
  });

  it.each<[Language, string, string, RegExp]>([
    [
      'en',
      '20 voyages Synthetic',
      'Synthetic',
      /^Limits\. Findings that rest on synthetic data are no evidence\./,
    ],
    [
      'es',
      '20 viajes Sintético',
      'Sintético',
      /^Límites\. Los resultados que se apoyan en datos sintéticos no son pruebas\./,
    ],
    [
      'fr',
      '20 voyages Synthétique',
      'Synthétique',
      /^Limites\. Les résultats qui reposent sur des données synthétiques ne prouvent rien\./,
    ],
    [
      'nl',
      '20 reizen Synthetisch',
      'Synthetisch',
      /^Grenzen\. Bevindingen die op synthetische gegevens rusten zijn geen bewijs\./,
    ],
  ])(
    'marks numbers and rows that are synthetic, and says so first of all limits in %s',
    async (language, number, mark, limits) => {
      const whole = deck(language);
      const scene = {
        ...whole.scene,
        noData: 'AI AR BJ BL BM BO BR BZ CI CL CU CV EC GF GM GN GR GW HN HT IE MA MX NG'.split(' '),
      };
      const routes = whole.routes.map((route) => ({ ...route, synthetic: 'all' as const }));
      const [map = '', table = '', spots = ''] = await slidesOf({ ...whole, scene, routes });
      expect(runsOf(map).join(' ')).toContain(number);
      // Of the seizures none is.
      expect(runsOf(map).filter((text) => text === mark)).toHaveLength(3);
      expect(runsOf(table)).toContain(`[${mark}] Road Town › Basseterre`);
      expect(runsOf(spots).filter((text) => limits.test(text))).toHaveLength(1);
    },
  );

  it('says how many of the best supported routes rest on synthetic data alone', async () => {
    const routes = deck().routes.map((route) => ({ ...route, synthetic: 'all' as const }));
    const [, table = ''] = await slidesOf({ ...deck(), routes });
    expect(runsOf(table)[0]).toBe(
      'Of the 2 best supported routes, 1 goes far more often than its traffic explains; 2 rest on synthetic data alone',
    );
  });

  it('has titles that are titles, a native table and chart, and a picture with words for it', async () => {
    const [map = '', routes = '', spots = ''] = await slidesOf();
    for (const slide of [map, routes, spots]) expect(slide).toContain('<p:ph');
    expect(map).toMatch(/<p:pic>.*descr="Map: 1 route recurs; best supported: [^"]+"/s);
    expect(routes).toContain('<a:tbl>');
    expect(routes).toContain('drawingml/2006/chart');
    expect(routes).toContain('descr="Bars: effective support of the routes of the table, by their number."');
    expect(spots.match(/<a:tbl>/g)).toHaveLength(2);
  });

  it('charts the support of the table, the first highest', async () => {
    const chart = entriesOf(await renderDeck(deck(), MAP)).get('ppt/charts/chart1.xml') ?? '';
    const values = [...chart.matchAll(/<c:val>.*?<\/c:val>/gs)].map(([text]) =>
      [...text.matchAll(/<c:v>([^<]*)<\/c:v>/g)].map(([, value]) => value),
    );
    // Support 4 and 1; bars are drawn from below.
    expect(values).toEqual([['1', '4']]);
  });

  it('carries the marking twice, the synthetic data, run, hash and code on each slide, and in its notes', async () => {
    const entries = entriesOf(await renderDeck(deck(), MAP));
    for (const number of ['1', '2', '3']) {
      const runs = runsOf(entries.get(`ppt/slides/slide${number}.xml`) ?? '');
      expect(runs.filter((text) => text === 'TLP:AMBER')).toHaveLength(2);
      expect(runs).toContain('Partly synthetic data');
      expect(runs.join(' ')).toContain(
        'Analysis run 12, 12 March 2026 · Data up to 12 December 2025 · Data 30393795d66f',
      );
      expect(runs.join(' ')).toContain('Figure code LW-7K2M-Q4XD');
      const notes = runsOf(entries.get(`ppt/notesSlides/notesSlide${number}.xml`) ?? '').join('\n');
      expect(notes).toContain('TLP:AMBER');
      expect(notes).toContain('World Customs Organization, 2026-03-11');
      expect(notes).toContain('What the numbers mean');
    }
  });

  it.each(LANGUAGES)('cuts neither code nor run, dates, hashes or filter in %s', async (language) => {
    const wide = exampleBriefing({
      spec: { kind: 'deck', language, title: null },
      about: { ...WIDE, dataSets: [{ id: 'w', title: 'W'.repeat(300), synthetic: true, events: 24 }] },
    });
    for (const slide of await slidesOf(foreign(wide))) {
      const runs = runsOf(slide);
      // All else that is whole in the foot, and the filter in the head.
      for (const said of [CODE_SAID[language], ...WHOLE[language], UNDRAWN_SAID[language]]) {
        expect(
          runs.filter((text) => text.includes(said)),
          said,
        ).toHaveLength(1);
      }
      expect(runs.filter((text) => text === 'TLP:AMBER+STRICT')).toHaveLength(2);
      // Of foot and head the data set's name alone, which the notes hold whole.
      const cut = runs.filter(
        (text) => text.endsWith('…') && !/^(Limits|Límites|Limites|Grenzen)/.test(text),
      );
      expect(cut).toEqual([expect.stringMatching(/^(Sources|Fuentes|Bronnen)\s*: W+…$/)]);
      // The foot is three lines, of which the last ends on the slide.
      expect(runs.filter((text) => text.includes('123') || text.includes(CODE_SAID[language]))).toHaveLength(
        2,
      );
    }
  });

  it.each(LANGUAGES)('cuts none of our own words in %s', async (language) => {
    const runs = (
      await slidesOf(exampleBriefing({ spec: { kind: 'deck', language, title: null }, about: WIDE }))
    )
      .flatMap(runsOf)
      .filter((text) => text.endsWith('…'));
    expect(runs).toEqual([]);
  });

  it('has a legible sign for each letter that our font does not have, and none it cannot draw', async () => {
    const entries = entriesOf(await renderDeck(foreign(deck()), MAP));
    const texts = [...entries].flatMap(([name, xml]) =>
      /slides\/|notesSlides\//.test(name) ? runsOf(xml) : [],
    );
    expect(texts.flatMap(undrawn)).toEqual([]);
    expect(texts.join('\n')).toContain('[??] Quay › [????] [???] › Жёлтый порт');
    // Where only the notes name such a source, only they explain the sign.
    const { evidence } = foreign(deck());
    const noted = entriesOf(await renderDeck({ ...deck(), evidence }, MAP));
    const said = (part: string): string => runsOf(noted.get(`ppt/${part}1.xml`) ?? '').join(' ');
    expect(said('slides/slide')).not.toContain('[?]');
    expect(said('notesSlides/notesSlide')).toContain('[??], [????], 2025, https://example.org/[?]');
    expect(said('notesSlides/notesSlide')).toContain(UNDRAWN_SAID.en);
    expect((await slidesOf()).flatMap(runsOf).join(' ')).not.toContain('[?]');
  });

  it.each(LANGUAGES)('shows the five published figures of CALYPSO 2 in %s', async (language) => {
    const [, , spots = ''] = await slidesOf(deck(language));
    const runs = runsOf(spots);
    for (const figure of ['402', '119', '332', '21', '6', '772']) expect(runs).toContain(figure);
    expect(runs.some((text) => /(^|\D)500$/.test(text))).toBe(true);
  });

  it('gives the same bytes twice, whatever was made before, and no date but that of the run', async () => {
    const [one, two] = [await renderDeck(deck(), MAP), await renderDeck(deck(), MAP)];
    expect(one.equals(two)).toBe(true);
    const entries = entriesOf(one);
    const workbook = entriesOf(
      Buffer.from(entries.get('ppt/embeddings/Microsoft_Excel_Worksheet1.xlsx') ?? '', 'latin1'),
    );
    const texts = [...entries.values(), ...workbook.values()].join('\n');
    expect(new Set(texts.match(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ?/g))).toEqual(
      new Set(['2026-03-12T08:30:00Z']),
    );
    // The fields of time and date of each local header (PKWARE APPNOTE 4.3.7): 1 January 1980, midnight.
    const headers: string[] = [];
    const sign = Buffer.from('PK\u0003\u0004', 'latin1');
    for (let at = one.indexOf(sign); at >= 0; at = one.indexOf(sign, at + 4)) {
      headers.push(one.toString('hex', at + 10, at + 14));
    }
    expect(new Set(headers)).toEqual(new Set(['00002100']));
  });

  it('says of itself who made it in the language it is in', async () => {
    const entries = entriesOf(await renderDeck(deck('fr'), MAP));
    expect(entries.get('docProps/core.xml')).toContain('<dc:creator>Leeward</dc:creator>');
    const slide = entries.get('ppt/slides/slide1.xml') ?? '';
    expect(slide).toContain('lang="fr"');
    expect(slide).not.toContain('lang="en-US"');
  });

  it('cuts hostile texts and stays well-formed', async () => {
    const entries = entriesOf(await renderDeck(hostile(deck()), MAP));
    for (const [name, text] of entries) {
      if (!name.endsWith('.xml')) continue;
      // No control but tab and line ends, and nothing that turns the direction of writing.
      expect(text).not.toMatch(/[^\P{Cc}\t\n\r]|\u202e/u);
      expect(text).not.toContain('<script');
    }
    const title = runsOf(entries.get('ppt/slides/slide1.xml') ?? '')[0] ?? '';
    // Two lines of 16 points over 12.1 inches: no more than some 250 letters.
    expect(title.length).toBeLessThan(260);
    expect(title.endsWith('…')).toBe(true);
  });

  it('says so where there is nothing', async () => {
    const empty = exampleBriefing({
      spec: { kind: 'deck', title: null },
      about: { synthetic: 'none', marking: 'clear' },
      routes: [],
      routesTotal: { recurring: 0, once: 0 },
      spots: [],
      reconciliation: [],
      evidence: [],
    });
    const slides = (await slidesOf(empty)).map(runsOf);
    expect(slides.map((runs) => runs[0])).toEqual([
      'No sequence of places was seen within this view.',
      'No routes found within this view and filter.',
      'No cell holds more seizures than chance would give.',
    ]);
    expect(slides.flat()).not.toContain('Partly synthetic data');
  });
});
