import { makeMeasure } from './fonts.ts';
import { webFonts } from './web-fonts.ts';
import {
  num,
  type Drawing,
  type Face,
  type GroupItem,
  type Item,
  type PathItem,
  type TextItem,
} from '../figure/drawing.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
/** Characters that XML 1.0 does not allow, even as references, and other controls. */
const FORBIDDEN = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;

/** A text as XML. */
const escaped = (words: string): string =>
  words.replace(FORBIDDEN, '').replace(/[&<>"']/g, (one) => ENTITIES[one] ?? one);

const WEIGHTS: Readonly<Record<Face, string>> = {
  regular: '',
  italic: ' font-style="italic"',
  semibold: ' font-weight="600"',
  bold: ' font-weight="700"',
};
const FAMILY = "'Noto Sans', 'DejaVu Sans', Arial, sans-serif";

// Never `opacity`: it makes a layer, and the renderer fails on the layer of what lies outside the picture.
const opacityOf = (of: 'fill' | 'stroke', opacity: number): string =>
  opacity === 1 ? '' : ` ${of}-opacity="${num(opacity)}"`;

function pathText({ role, d, fill, stroke, width, dash, cap, opacity }: PathItem): string {
  const line =
    stroke === null
      ? ''
      : ` stroke="${stroke}" stroke-width="${num(width)}" stroke-linejoin="round"` +
        (cap === 'round' ? ' stroke-linecap="round"' : '') +
        (dash ? ` stroke-dasharray="${dash.map(num).join(' ')}"` : '') +
        opacityOf('stroke', opacity);
  const area =
    fill === null ? ' fill="none"' : ` fill="${fill}" fill-rule="evenodd"${opacityOf('fill', opacity)}`;
  return `<path class="${role}" d="${d}"${area}${line}/>`;
}

const measure = makeMeasure();

function textText({ role, text, at, anchor, size, face, fill, halo, rotate, opacity }: TextItem): string {
  const [x, y] = at.map(num);
  // Another font is squeezed to the width of ours, so that nothing overlaps where Noto Sans is missing.
  const width =
    text === '' ? '' : ` textLength="${num(measure(text, size, face))}" lengthAdjust="spacingAndGlyphs"`;
  const look =
    ` font-size="${num(size)}"${WEIGHTS[face]} fill="${fill}"` +
    (anchor === 'start' ? '' : ` text-anchor="${anchor}"`) +
    (halo === null
      ? ''
      : ` stroke="${halo.color}" stroke-width="${num(halo.width)}" stroke-linejoin="round" paint-order="stroke"`) +
    (rotate === 0 ? '' : ` transform="rotate(${num(rotate)} ${x} ${y})"`);
  return `<text class="${role}" x="${x}" y="${y}"${look}${width}${opacityOf('fill', opacity)}>${escaped(text)}</text>`;
}

/**
 * A drawing as a file of its own: nothing is fetched, letters are text. The title and the description are in it for
 * screen readers.
 *
 * @param embed  whether the parts of Noto Sans that it needs are in it; a renderer with our fonts needs none
 */
export function toSvg(drawing: Drawing, embed = true): string {
  const clips: string[] = [];
  const group = ({ clip, items }: GroupItem): string => {
    const id = `c${clips.length + 1}`;
    clips.push(`<clipPath id="${id}"><path d="${clip}" clip-rule="evenodd"/></clipPath>`);
    return `<g clip-path="url(#${id})">\n${items.map(item).join('\n')}\n</g>`;
  };
  const item = (one: Item): string =>
    one.kind === 'path' ? pathText(one) : one.kind === 'text' ? textText(one) : group(one);
  const body = drawing.items.map(item).join('\n');
  const { width, height, pixels, language } = drawing;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${pixels.width}" height="${pixels.height}" ` +
      `viewBox="0 0 ${num(width)} ${num(height)}" preserveAspectRatio="none" role="img" xml:lang="${language}" ` +
      `aria-labelledby="title description" font-family="${FAMILY}">`,
    `<title id="title">${escaped(drawing.title)}</title>`,
    `<desc id="description">${escaped(drawing.description)}</desc>`,
    `<defs>${embed ? `<style>${webFonts(drawing.items)}</style>` : ''}${clips.join('')}</defs>`,
    body,
    '</svg>',
    '',
  ].join('\n');
}
