import { create } from 'xmlbuilder2';
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js';

export type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js';

/** Begins an XML 1.0 document; what XML cannot hold, control characters and halves of pairs, is left out of texts. */
export function xmlDocument(root: string, attributes: Readonly<Record<string, string>>): XMLBuilder {
  return create({ version: '1.0', encoding: 'UTF-8', invalidCharReplacement: '' }).ele(root, attributes);
}

type Attributes = Readonly<Record<string, string>>;

/** The writer takes `&lt;` in a text for an entity and leaves it; a text that says so is escaped before. */
const exact = (text: string): string => text.replaceAll('&', '&amp;');

/** Adds an element and returns it. */
export function childElement(parent: XMLBuilder, name: string, attributes: Attributes = {}): XMLBuilder {
  return parent.ele(
    name,
    Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, exact(value)])),
  );
}

/** Adds an element that holds a text alone. */
export function textElement(
  parent: XMLBuilder,
  name: string,
  text: string | number,
  attributes: Attributes = {},
): void {
  childElement(parent, name, attributes).txt(exact(String(text)));
}

/** The finished document, a line for each element. */
export const xmlText = (node: XMLBuilder): string => `${node.end({ prettyPrint: true })}\n`;
