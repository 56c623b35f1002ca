import { LOCALES, type Language } from '../shared/languages.ts';
import { regionNames } from '../shared/formats.ts';

/** What countries and territories are known by in replies; ports and areas have longer ids. */
const TERRITORY = /^[A-Z]{2}$/;

/**
 * A reply with the names of countries and territories in a language: the server writes them in English, whatever
 * list, line or search they are for. Every other place keeps the name that charts give it. Changes the reply.
 */
export function inLanguage<T>(language: Language, reply: T): T {
  if (language !== 'en') rename(reply, regionNames(LOCALES[language]));
  return reply;
}

function rename(value: unknown, names: Intl.DisplayNames): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    // A million numbers of a line name nothing.
    if (typeof value[0] === 'object') for (const one of value) rename(one, names);
    return;
  }
  const record = value as Record<string, unknown>;
  for (const [id, name] of [
    ['id', 'name'],
    ['from', 'fromName'],
    ['to', 'toName'],
  ] as const) {
    const code = record[id];
    if (typeof code !== 'string' || typeof record[name] !== 'string' || !TERRITORY.test(code)) continue;
    record[name] = names.of(code) ?? record[name];
  }
  for (const [key, part] of Object.entries(record)) if (key !== 'geometry') rename(part, names);
}
