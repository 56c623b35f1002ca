/** Formatters of Intl, each made once: to make one takes a hundred times as long as to use it. */
const made = new Map<string, unknown>();

function once<T>(kind: string, tag: string, options: object, make: () => T): T {
  const key = `${kind} ${tag} ${JSON.stringify(options)}`;
  if (!made.has(key)) made.set(key, make());
  return made.get(key) as T;
}

export const numberFormat = (tag: string, options: Intl.NumberFormatOptions): Intl.NumberFormat =>
  once('number', tag, options, () => new Intl.NumberFormat(tag, options));

/** Days and instants, UTC whatever the options say. */
export function dateFormat(tag: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return once('date', tag, options, () => new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' }));
}

/** Names joined by "and". */
export const listFormat = (tag: string): Intl.ListFormat =>
  once('list', tag, {}, () => new Intl.ListFormat(tag, { type: 'conjunction' }));

/** Which plural a count takes. */
export const pluralRules = (tag: string): Intl.PluralRules =>
  once('plural', tag, {}, () => new Intl.PluralRules(tag));

/** Names of countries and territories by their code; a code without a name stays. */
export const regionNames = (tag: string): Intl.DisplayNames =>
  once('region', tag, {}, () => new Intl.DisplayNames(tag, { type: 'region', fallback: 'code' }));

/** The order of names. */
export const collator = (tag: string): Intl.Collator => once('order', tag, {}, () => new Intl.Collator(tag));
