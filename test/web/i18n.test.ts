import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { en } from '../../web/i18n/en.ts';
import { LANGUAGES } from '../../shared/languages.ts';
import { catalogueOf } from '../support/catalogues.ts';

const WEB = join(import.meta.dirname, '../../web');
const files = readdirSync(WEB, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/^(dist|node_modules|i18n)\b/.test(name))
  .map((name) => ({ name, text: readFileSync(join(WEB, name), 'utf8') }));

/** Leaves of a catalogue by dotted key. */
function textsOf(part: object, prefix = ''): [key: string, text: string][] {
  return Object.entries(part).flatMap(([key, value]: [string, unknown]): [string, string][] =>
    typeof value === 'object' && value !== null
      ? textsOf(value, `${prefix}${key}.`)
      : [[`${prefix}${key}`, String(value)]],
  );
}
const catalogue = textsOf(en).map(([key]) => key);
/** Plural forms are one key to the code. */
const bare = (key: string): string => key.replace(/_(one|many|other)$/, '');

interface Found {
  /** `t('a.b')`. */
  readonly whole: Set<string>;
  /** Template keys as patterns: the fixed parts of t(`a.${x}`). */
  readonly patterns: RegExp[];
  /** Texts in JSX that did not come through the catalogue. */
  readonly loose: string[];
}

const SPOKEN = ['aria-label', 'alt', 'label', 'placeholder', 'title'];
const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function read(): Found {
  const found: Found = { whole: new Set(), patterns: [], loose: [] };
  const takeKey = (key: ts.Expression): void => {
    if (ts.isStringLiteralLike(key)) found.whole.add(key.text);
    else if (ts.isTemplateExpression(key)) {
      const rest = key.templateSpans.map((span) => `.+${escape(span.literal.text)}`).join('');
      found.patterns.push(new RegExp(`^${escape(key.head.text)}${rest}$`));
    } else if (ts.isConditionalExpression(key)) {
      takeKey(key.whenTrue);
      takeKey(key.whenFalse);
    }
  };
  for (const { name, text } of files) {
    const kind = name.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node)) {
        const callee = node.expression.getText(source).split('.').at(-1);
        const [key] = node.arguments;
        if ((callee === 't' || callee === 'translate') && key) takeKey(key);
      }
      if (ts.isJsxText(node) && /\p{L}/u.test(node.text)) found.loose.push(`${name}: ${node.text.trim()}`);
      if (ts.isJsxAttribute(node) && SPOKEN.includes(node.name.getText(source))) {
        const value = node.initializer;
        if (value && ts.isStringLiteral(value) && /\p{L}/u.test(value.text)) {
          found.loose.push(`${name}: ${value.text}`);
        }
      }
      ts.forEachChild(node, visit);
    };
    const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true, kind);
    visit(source);
  }
  return found;
}

const found = read();

describe('the catalogue of texts', () => {
  it('has every key that the page asks for', () => {
    const known = new Set(catalogue.map(bare));
    expect([...found.whole].filter((key) => !known.has(key))).toEqual([]);
    expect(found.patterns.filter((one) => !catalogue.some((key) => one.test(bare(key)))).map(String)).toEqual(
      [],
    );
  });

  it('has no key that the page does not ask for', () => {
    const used = (key: string): boolean =>
      found.whole.has(bare(key)) || found.patterns.some((one) => one.test(bare(key)));
    expect(catalogue.filter((key) => !used(key))).toEqual([]);
  });

  it('holds every text that is read or spoken', () => {
    expect(found.loose).toEqual([]);
    expect(found.whole.size).toBeGreaterThan(100);
  });
});

describe.each([
  ['es', catalogueOf('es')],
  ['fr', catalogueOf('fr')],
  ['nl', catalogueOf('nl')],
])('the texts in %s', (language, texts) => {
  const english = new Map(textsOf(en));
  const translated = new Map(textsOf(texts));
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  /** The English text that a key of this language says: of a plural form that English lacks, its `other`. */
  const sourceOf = (key: string): string => english.get(key) ?? english.get(`${bare(key)}_other`) ?? '';
  const placeholders = (text: string): string[] =>
    [...new Set([...text.matchAll(/\{\{(.+?)\}\}/g)].map((match) => match[1] ?? ''))].sort();

  it('lack none and add none, plural forms included', () => {
    const wanted = catalogue.flatMap((key) => {
      if (!/_(one|other)$/.test(key)) return [key];
      return key.endsWith('_other') ? forms.map((form) => `${bare(key)}_${form}`) : [];
    });
    expect(wanted.filter((key) => !translated.has(key))).toEqual([]);
    expect([...translated.keys()].filter((key) => !wanted.includes(key))).toEqual([]);
  });

  it('have the placeholders of the English', () => {
    const wrong = [...translated].filter(
      ([key, text]) => placeholders(text).join() !== placeholders(sourceOf(key)).join(),
    );
    expect(wrong).toEqual([]);
  });

  it('are translated', () => {
    const letters = (text: string): number => text.replace(/\{\{.+?\}\}/g, '').match(/\p{L}/gu)?.length ?? 0;
    expect([...translated].filter(([key, text]) => letters(text) > 20 && text === english.get(key))).toEqual(
      [],
    );
    expect([...translated].filter(([, text]) => text.trim() === '')).toEqual([]);
  });
});

it('tests the texts of every language', () => {
  expect([...LANGUAGES]).toEqual(['en', 'es', 'fr', 'nl']);
});
