import { describe, expect, it } from 'vitest';
import { renderBrief } from '../../../server/briefings/pages/brief.ts';
import type { Box } from '../../../server/briefings/pages/map.ts';
import { drawPanel } from '../../../server/briefings/figure/draw-panel.ts';
import { readBaseMap } from '../../../server/briefings/render/base-map.ts';
import { makeMeasure } from '../../../server/briefings/render/fonts.ts';
import type { Briefing } from '../../../shared/briefing.ts';
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
      'Best supported: [Partly synthetic] Port of Spain › Basseterre › Road Town, effective support 4 (1 seizure, 8 voyages), far more often',
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

  it.each<[Language, string, string, string]>([
    [
      'en',
      'Best supported routes Route Support Seizures / voyages Expected Against traffic [Partly synthetic] Port of Spain ›',
      'Of 1 recurring routes, 0 rest on synthetic data alone and 1 in part.',
      'Limits Findings that rest on synthetic data are no evidence. Synthetic here: Synthetic demo traffic, 2025. Counts',
    ],
    [
      'es',
      'Frente al tráfico [En parte sintético] Port of Spain ›',
      'De 1 rutas recurrentes, 0 se apoyan solo en datos sintéticos y 1 en parte.',
      'Límites Los resultados que se apoyan en datos sintéticos no son pruebas. Sintético aquí: Synthetic demo traffic, 2025. Se cuenta',
    ],
    [
      'fr',
      'Face au trafic [En partie synthétique] Port of Spain ›',
      'Sur 1 routes récurrentes, 0 reposent uniquement sur des données synthétiques et 1 en partie.',
      'Limites Les résultats qui reposent sur des données synthétiques ne prouvent rien. Synthétique ici : Synthetic demo traffic, 2025. On compte',
    ],
    [
      'nl',
      'Tegen verkeer [Deels synthetisch] Port of Spain ›',
      'Van 1 terugkerende routes rusten er 0 alleen op synthetische gegevens en 1 deels.',
      'Grenzen Bevindingen die op synthetische gegevens rusten zijn geen bewijs. Synthetisch hier: Synthetic demo traffic, 2025. Geteld',
    ],
  ])(
    'marks what is synthetic row by row, and says first of all limits that it proves nothing in %s',
    async (language, row, sentence, limits) => {
      const [text = ''] = await textOf(await renderBrief(brief(language), plainMap));
      const page = text.replaceAll('\u00a0', ' ');
      for (const said of [row, sentence, limits]) expect(page).toContain(said);
      // The other of its two routes rests on reports.
      expect(page).toMatch(/(?<!\] )Road Town › Basseterre/);
    },
  );

  it('marks a route of synthetic data alone, and hot spots where seizures are synthetic', async () => {
    const whole = brief();
    const made: Briefing = {
      ...whole,
      routes: whole.routes.map((route) => ({ ...route, synthetic: 'all' })),
      evidence: whole.evidence.map((row, i) => ({ ...row, synthetic: i > 0 })),
    };
    const [page = ''] = await textOf(await renderBrief(made, plainMap));
    expect(page).toContain('[Synthetic] Road Town › Basseterre');
    expect(page).toContain('Hot spots [Partly synthetic] Place of cell');
  });

  it('names hot spots cell by cell as the page does, by position where no port is near', async () => {
    const [spot] = brief().spots;
    if (!spot) throw new Error('The example has a hot spot');
    const spots = [
      { ...spot, cell: 'a', near: 'Haina', count: 6, z: 9, centre: [-70.02, 18.4] },
      { ...spot, cell: 'b', near: 'Haina', count: 0, z: 8, centre: [-70.5, 18.2] },
      { ...spot, cell: 'c', near: 'Caucedo', count: 4.34, z: 7 },
      { ...spot, cell: 'd', near: '', count: 1, z: 6, centre: [-75.25, 12.5] },
    ] as const;
    const [page = ''] = await textOf(await renderBrief({ ...brief(), spots, reconciliation: [] }, plainMap));
    const plain = page.replaceAll('\u00a0', ' ');
    expect(plain).toContain('Seizures cluster in 4 cells, most of all near Haina: 6 seizures');
    // Not the sum of two, and that which is hot by its neighbours alone last.
    expect(plain).toMatch(
      /Near Haina, 18°24′N, 70°01′W 6 q = 0.002 New Near Caucedo 4.3 q = 0.002 New 12°30′N, 75°15′W 1 q = 0.002 New Near Haina, 18°12′N, 70°30′W 0 q/,
    );
  });

  it.each(LANGUAGES)(
    'gives the map half of the width and a third of the height of the page in %s',
    async (language) => {
      const briefing = brief(language);
      const boxes: Box[] = [];
      const pdf = await renderBrief(briefing, (doc, box) => {
        boxes.push(box);
        plainMap(doc, box);
      });
      expect(await textOf(pdf)).toHaveLength(1);
      const [box] = boxes;
      if (!box) throw new Error('A brief has a map');
      // A4 is 595.28 by 841.89 points.
      const { dataArea, items } = drawPanel(briefing, makeMeasure(), readBaseMap(), box);
      expect(dataArea.width).toBeGreaterThan(297.6);
      expect(dataArea.height).toBeGreaterThan(267);
      expect(box.height).toBeGreaterThan(280.6);
      const texts = items.flatMap((item) => (item.kind === 'text' ? [item.text] : []));
      expect(texts.filter((text) => text.endsWith('…'))).toEqual([]);
    },
  );

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
