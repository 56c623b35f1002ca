import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';

/** The first instant that a zip can hold: its entries have no date of their own. */
const FIXED = '1980-01-01T00:00:00';
const XML = /\.(xml|rels)$/;
const NUMBERED = /^ppt\/(?:charts\/(?:_rels\/)?chart|embeddings\/Microsoft_Excel_Worksheet)(\d+)/;
const PACKAGES = /\.xlsx$/;

/**
 * A presentation or workbook whose bytes follow from what it says: entries in order of name without dates, `instant`
 * as the only date in it, and charts numbered from 1, for the library goes on counting from one file to the next.
 *
 * Texts are said to be in one language, for spelling and for who hears them.
 */
export function normalise(file: Uint8Array, stamp: Stamp): Uint8Array {
  const entries = Object.entries(unzipSync(file)).filter(([name]) => !name.endsWith('/'));
  const renumber = renumbering(entries.map(([name]) => name));
  const out: [string, Zippable[string]][] = entries.map(([name, bytes]) => [
    renumber(name),
    [entry(name, bytes, { ...stamp, renumber }), { mtime: FIXED, level: PACKAGES.test(name) ? 0 : 6 }],
  ]);
  out.sort(([a], [b]) => byName(a, b));
  return zipSync(Object.fromEntries(out));
}

/** Readers want the list of content types first. */
const byName = (a: string, b: string): number => {
  const first = (name: string): number => (name === '[Content_Types].xml' ? 0 : 1);
  return first(a) - first(b) || (a < b ? -1 : 1);
};

/** What a file says of itself. */
export interface Stamp {
  /** ISO 8601, UTC, of the run. */
  readonly instant: string;
  readonly creator: string;
  /** BCP 47. */
  readonly language: string;
}

interface Rules extends Stamp {
  readonly renumber: (text: string) => string;
}

function entry(name: string, bytes: Uint8Array, rules: Rules): Uint8Array {
  if (PACKAGES.test(name)) return normalise(bytes, rules);
  if (!XML.test(name)) return bytes;
  const text = strFromU8(bytes);
  if (name === 'docProps/core.xml') return strToU8(core(text, rules));
  // Only where files are named: elsewhere the same words may be someone's.
  if (name.endsWith('.rels') || name === '[Content_Types].xml') return strToU8(rules.renumber(text));
  return strToU8(text.replaceAll('lang="en-US"', `lang="${rules.language}"`));
}

const core = (text: string, { instant, creator }: Rules): string =>
  text
    .replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, `$1${instant.replace(/\.\d+Z$/, 'Z')}`)
    .replace(/(<(?:dc:creator|cp:lastModifiedBy)>)[^<]*/g, `$1${creator}`);

/** Gives the numbers of charts and their workbooks anew, from 1 in the order they have. */
function renumbering(names: readonly string[]): (text: string) => string {
  const old = [...new Set(names.flatMap((name) => NUMBERED.exec(name)?.[1] ?? []).map(Number))].sort(
    (a, b) => a - b,
  );
  const places = new Map(old.map((number, index) => [String(number), String(index + 1)]));
  return (text) =>
    text.replace(
      /(charts\/(?:_rels\/)?chart|Microsoft_Excel_Worksheet)(\d+)/g,
      (whole, name: string, number: string) =>
        places.has(number) ? `${name}${places.get(number) ?? ''}` : whole,
    );
}
