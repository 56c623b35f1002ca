import PptxGenJS from 'pptxgenjs';
import type { Briefing } from '../../../shared/briefing.ts';
import { LOCALES } from '../../../shared/languages.ts';
import { makeMeasure } from '../render/fonts.ts';
import { clean } from '../words/clean.ts';
import { PAGE_WORDS } from '../words/pages.ts';
import { normalise } from './normalise.ts';
import { notesOf } from './notes.ts';
import { COLOR, FONT, TITLE_PLACE, type SlideAt } from './parts.ts';
import { mapSlide, routesSlide, spotsSlide } from './slides.ts';

const MASTER = 'Leeward';
const measure = makeMeasure();

/**
 * Three slides, 16:9: the map under its claim, the best supported routes as a native table and chart, hot spots with
 * an operation's published totals. Texts, tables and charts are native; notes carry sources and meaning.
 *
 * @param mapPng  the map as PNG, of any size
 * @returns the bytes of a PPTX, the same for the same briefing and map
 */
export async function renderDeck(briefing: Briefing, mapPng: Buffer): Promise<Buffer> {
  const deck = new PptxGenJS();
  deck.layout = 'LAYOUT_WIDE';
  deck.theme = { headFontFace: FONT, bodyFontFace: FONT };
  deck.author = 'Leeward';
  deck.company = '';
  deck.title = clean(briefing.spec.title ?? '') || PAGE_WORDS[briefing.spec.language].briefTitle;
  deck.subject = `${PAGE_WORDS[briefing.spec.language].kind.deck} · ${briefing.about.code}`;
  deck.defineSlideMaster({
    title: MASTER,
    background: { color: 'FFFFFF' },
    objects: [{ placeholder: { options: TITLE_OPTIONS, text: '' } }],
  });
  const slideAt = (number: number): SlideAt => ({
    slide: deck.addSlide({ masterName: MASTER }),
    briefing,
    measure,
    number,
  });
  const [map, routes, spots] = [slideAt(1), slideAt(2), slideAt(3)];
  mapSlide(map, { data: mapPng, ratio: ratioOf(mapPng) });
  routesSlide(routes);
  spotsSlide(spots);
  map.slide.addNotes(notesOf(briefing, 'map'));
  routes.slide.addNotes(notesOf(briefing, 'routes'));
  spots.slide.addNotes(notesOf(briefing, 'spots'));
  const bytes = await deck.stream();
  if (!(bytes instanceof Uint8Array)) throw new TypeError('The slides came as no bytes');
  const language = LOCALES[briefing.spec.language];
  return Buffer.from(
    normalise(bytes, { instant: briefing.about.runStartedAt, creator: 'Leeward', language }),
  );
}

const TITLE_OPTIONS = {
  name: 'title',
  type: 'title',
  ...TITLE_PLACE,
  margin: 0,
  align: 'left',
  valign: 'top',
  fontFace: FONT,
  fontSize: 26,
  bold: true,
  color: COLOR.text,
} as const;

/** Width to height of a PNG, from its header (PNG specification, 11.2.2 IHDR). */
function ratioOf(png: Buffer): number {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  return height === 0 ? 16 / 9 : width / height;
}
