import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { renderDeck } from '../../../server/briefings/deck/deck.ts';
import { LANGUAGES, type Language } from '../../../shared/languages.ts';
import { exampleBriefing } from '../../support/briefing.ts';
import { entriesOf, runsOf } from '../../support/pptx.ts';
import { hostile } from './pages.ts';

/** A grey picture, 160 by 90. */
const MAP = PNG.sync.write(new PNG({ width: 160, height: 90, fill: true }));

const deck = (language: Language = 'en') =>
  exampleBriefing({ spec: { kind: 'deck', language, title: null } });
const slidesOf = async (briefing = deck()): Promise<string[]> => {
  const entries = entriesOf(await renderDeck(briefing, MAP));
  return [1, 2, 3].map((number) => entries.get(`ppt/slides/slide${String(number)}.xml`) ?? '');
};

describe('a deck', () => {
  it('is three slides with a claim each for its title', async () => {
    const slides = (await slidesOf()).map(runsOf);
    expect(slides.map((runs) => runs[0])).toEqual([
      '1 route recurs; best supported: Port of Spain › Basseterre › Road Town',
      // q 0.0021 of the one that was tested.
      'Of the 2 best supported routes, 1 goes far more often than its traffic explains',
      'Seizures cluster near Road Town',
    ]);
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
