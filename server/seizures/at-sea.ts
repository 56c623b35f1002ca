import type { Mode } from '../../shared/vocabulary.ts';

/** Words that put an event out on the water whatever carried the goods. */
const AT_SEA: readonly RegExp[] = [
  /\bat sea\b/i,
  /\bhigh seas\b/i,
  /\b(international|territorial|open|coastal) waters\b/i,
  /^(in )?(the )?waters (near|off|of|around|north|south|east|west)\b/i,
  /\bmaritime zone\b/i,
  /\b(nm|nmi|nautical miles?)\b/i,
  // "Caribbean Sea near …" but not "Sea Cow's Bay", which is a place ashore.
  /^(the )?(\w+ )?(Sea|Ocean)(?=$|[,;]| (near|off|north|south|east|west|between)\b)/,
  /^off (the (\w+ )?coast of )?(?=\S)/i,
  /\b(en mer|haute mer|au large d[eu']|alta mar)\b/i,
];

/** A distance or a bearing from somewhere: out at sea if a vessel carried the goods, anywhere if not. */
const RECKONED: readonly RegExp[] = [
  /\b\d[\d,.]*\s*(km|kilomet(re|er)s?|miles?)\b/i,
  /\b(a|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty) (miles?|kilomet(re|er)s?) (off|from|north|south|east|west)/i,
  /^(north|south|east|west)(-?(north|south|east|west))* of\b/i,
  /\boff\b(?!-)/i,
];

/**
 * Whether the words of a source put the seizure at sea: "At sea", "off …", "nm", "high seas", "waters",
 * "maritime zone"; or, where vessels carried the goods, a distance in miles or kilometres or a bearing.
 * What stands in brackets tells of something else ("chase began off …") and is set aside.
 */
export function isAtSea(text: string, mode: Mode): boolean {
  const bare = text.replace(/\s*\([^()]*\)/g, '').trim();
  if (mode === 'air' || mode === 'land') return false;
  if (AT_SEA.some((pattern) => pattern.test(bare))) return true;
  return mode === 'sea' && RECKONED.some((pattern) => pattern.test(bare));
}
