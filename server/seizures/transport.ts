import type { MeansOfTransport, Mode } from '../../shared/vocabulary.ts';

export interface Transport {
  readonly transport: MeansOfTransport;
  readonly mode: Mode;
}

const UNKNOWN: Transport = { transport: 'unknown', mode: 'unknown' };
/** Went by water, in or on something the closed list has no word for. */
const BY_WATER: Transport = { transport: 'unknown', mode: 'sea' };
const BY_AIR: Transport = { transport: 'air', mode: 'air' };

/**
 * What sources write, lower case, to the closed list and the mode. An open boat (canoe, pirogue, sloop) is none
 * of the kinds in the list, but it does go by sea. Post may go by air or by sea.
 */
const MEANS: Readonly<Record<string, Transport>> = {
  '': UNKNOWN,
  'container ship': { transport: 'container', mode: 'sea' },
  container: { transport: 'container', mode: 'sea' },
  'cargo vessel': { transport: 'cargo vessel', mode: 'sea' },
  'small cargo vessel': { transport: 'cargo vessel', mode: 'sea' },
  coaster: { transport: 'cargo vessel', mode: 'sea' },
  bulk: { transport: 'bulk', mode: 'sea' },
  'bulk carrier': { transport: 'bulk', mode: 'sea' },
  fishing: { transport: 'fishing', mode: 'sea' },
  'fishing vessel': { transport: 'fishing', mode: 'sea' },
  'fishing boat': { transport: 'fishing', mode: 'sea' },
  'go-fast': { transport: 'go-fast', mode: 'sea' },
  'go fast': { transport: 'go-fast', mode: 'sea' },
  speedboat: { transport: 'go-fast', mode: 'sea' },
  'semi-submersible': { transport: 'semi-submersible', mode: 'sea' },
  'semi-submerged vessel': { transport: 'semi-submersible', mode: 'sea' },
  'low-profile vessel': { transport: 'semi-submersible', mode: 'sea' },
  'pleasure craft': { transport: 'pleasure craft', mode: 'sea' },
  yacht: { transport: 'pleasure craft', mode: 'sea' },
  'sailing yacht': { transport: 'pleasure craft', mode: 'sea' },
  'passenger vessel': { transport: 'passenger vessel', mode: 'sea' },
  'cruise ship': { transport: 'passenger vessel', mode: 'sea' },
  ferry: { transport: 'passenger vessel', mode: 'sea' },
  canoe: BY_WATER,
  pirogue: BY_WATER,
  'small boat': BY_WATER,
  'wooden sloop': BY_WATER,
  'floating bales': BY_WATER,
  vessel: BY_WATER,
  'vessel (type not stated)': BY_WATER,
  air: BY_AIR,
  aircraft: BY_AIR,
  'passenger aircraft': BY_AIR,
  'air freight': BY_AIR,
  'air courier': BY_AIR,
  road: { transport: 'road', mode: 'land' },
  vehicle: { transport: 'road', mode: 'land' },
  truck: { transport: 'road', mode: 'land' },
  rail: { transport: 'rail', mode: 'land' },
  train: { transport: 'rail', mode: 'land' },
  post: { transport: 'post', mode: 'unknown' },
  'post or parcel': { transport: 'post', mode: 'unknown' },
  parcel: { transport: 'post', mode: 'unknown' },
  person: { transport: 'person', mode: 'unknown' },
  unknown: UNKNOWN,
  'vehicle and vessel': UNKNOWN,
  'freight (mode not stated)': UNKNOWN,
};

/** The means of transport and mode of a stated text; null when the text is not known, which is not a guess. */
export function readTransport(text: string): Transport | null {
  const key = text.trim().toLowerCase().replace(/\s+/g, ' ');
  return Object.hasOwn(MEANS, key) ? (MEANS[key] ?? null) : null;
}
