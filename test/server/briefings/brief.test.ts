import { describe, expect, it } from 'vitest';
import { renderBrief } from '../../../server/briefings/pages/brief.ts';
import { LANGUAGES, type Language } from '../../../shared/languages.ts';
import { exampleBriefing } from '../../support/briefing.ts';
import { openPdf, piecesOf, textOf } from '../../support/pdf.ts';
import { hostile, outside, overlaps, plainMap } from './pages.ts';

const brief = (language: Language = 'en') => exampleBriefing({ spec: { kind: 'brief', language } });

describe('a brief', () => {
  it.each<[Language, string, string]>([
    ['en', 'Best supported routes', 'Partly synthetic data'],
    ['es', 'Rutas con más respaldo', 'Datos en parte sintéticos'],
    ['fr', 'Routes les mieux appuyées', 'Données en partie synthétiques'],
    ['nl', 'Best gesteunde routes', 'Deels synthetische gegevens'],
  ])('is one page of selectable text in %s, its accents right', async (language, heading, synthetic) => {
    const pages = await textOf(await renderBrief(brief(language), plainMap));
    expect(pages).toHaveLength(1);
    expect(pages[0]).toContain(heading);
    expect(pages[0]).toContain(synthetic);
  });

  it('says what recurs, where it clusters and what rests on what, in the numbers of the briefing', async () => {
    const [page = ''] = await textOf(await renderBrief(brief(), plainMap));
    expect(page).toContain('1 route recurs within this view; 1 sequence was seen once');
    expect(page).toContain(
      'Best supported: Port of Spain › Basseterre › Road Town, effective support 4 (1 seizure, 8 voyages), far more often',
    );
    expect(page).toContain('(q = 0.002)');
    expect(page).toContain('Seizures cluster in 1 cell, most of all near Road Town: 7 seizures');
    // The one recurring route has an inferred step, and both seizures and voyages.
    expect(page).toContain('0 rest on steps observed or stated throughout; 1 have a step');
    expect(page).toContain('0 of them rest on seizure reports alone, 0 on voyages alone and 1 on both');
  });

  it('carries marking, run, hash, code, cut-off, filter and sources', async () => {
    const [page = ''] = await textOf(await renderBrief(brief(), plainMap));
    expect(page.match(/TLP:AMBER/g)).toHaveLength(2);
    for (const said of [
      'Analysis run 12, 12 March 2026',
      'Data up to 12 December 2025',
      'Data 30393795d66f',
      'Figure code LW-7K2M-Q4XD',
      'All goods',
      'Places compared by port',
      'Public cases (4 events)',
      'Synthetic demo traffic, 2025 (synthetic, 20 events)',
      'Page 1 of 1',
    ])
      expect(page).toContain(said);
  });

  it.each(LANGUAGES)(
    'shows the five published figures of CALYPSO 2 beside what is loaded in %s',
    async (language) => {
      const pieces = (await piecesOf(await renderBrief(brief(language), plainMap))).flat();
      const texts = pieces.map(({ text }) => text.trim());
      for (const figure of ['402', '119', '332', '21', '772']) expect(texts).toContain(figure);
      expect(texts.some((text) => /(^|\D)500$/.test(text))).toBe(true);
      expect(texts).toContain('6');
    },
  );

  it('tags its headings, tables and figure, and names its language', async () => {
    const pdf = await openPdf(await renderBrief(brief('fr'), plainMap));
    const page = await pdf.getPage(1);
    const roles = JSON.stringify(await page.getStructTree());
    for (const role of ['H1', 'H2', 'P', 'L', 'LI', 'Table', 'TR', 'TH', 'TD', 'Figure'])
      expect(roles).toContain(`"role":"${role}"`);
    expect(roles).toMatch(/"alt":"Carte\s: /);
    const { info } = await pdf.getMetadata();
    expect(info).toMatchObject({
      Language: 'fr',
      Title: 'Trinidad to the Virgin Islands',
      CreationDate: 'D:20260312083000Z',
    });
    expect((await pdf.getMarkInfo())?.Marked).toBe(true);
    await pdf.destroy();
  });

  it('gives the same bytes twice', async () => {
    const [one, two] = [await renderBrief(brief(), plainMap), await renderBrief(brief(), plainMap)];
    expect(one.equals(two)).toBe(true);
  });

  it.each(LANGUAGES)('overlaps nothing and leaves no margin with hostile texts in %s', async (language) => {
    const pages = await piecesOf(await renderBrief(hostile(brief(language)), plainMap));
    expect(pages).toHaveLength(1);
    expect(pages.flatMap(overlaps)).toEqual([]);
    expect(pages.flatMap(outside)).toEqual([]);
  });

  it('says so where there is nothing', async () => {
    const empty = exampleBriefing({
      spec: { kind: 'brief', title: null },
      about: { cutOff: null, period: null, dataSets: [], synthetic: 'none', marking: 'clear' },
      routes: [],
      routesTotal: { recurring: 0, once: 0 },
      spots: [],
      reconciliation: [],
    });
    const [page = ''] = await textOf(await renderBrief(empty, plainMap));
    expect(page).toContain('Trafficking routes and hot spots');
    expect(page).toContain('No sequence of places was seen within this view.');
    expect(page).toContain('No cell holds more seizures than chance would give.');
    expect(page).toContain('No routes found within this view and filter.');
    expect(page).toContain('No hot spots found within this view and filter.');
    expect(page).toContain('No dated event went in');
    expect(page).not.toContain('ynthetic');
  });
});
