import type { PlaceFindingRow, PlacesReply } from '../../shared/api.ts';
import type { ThemeName } from '../state.ts';

/**
 * Colours of the largest communities, after Okabe and Ito (2008); later ones share the last. The number stands in
 * or beside the colour wherever one is shown, for colours alone are not told apart by everybody.
 */
const COLORS: Readonly<Record<ThemeName, readonly string[]>> = {
  dark: ['#56b4e9', '#f0a22e', '#35c49a', '#e79ccb', '#ff7a45', '#9aa5ff', '#f0e442', '#c3ccd3'],
  light: ['#0072b2', '#955f00', '#00745f', '#a83a7e', '#b53d05', '#4b55c4', '#6f6200', '#5f6b73'],
};
/** Of numbers on those colours. */
const INK: Readonly<Record<ThemeName, string>> = { dark: '#0e1c28', light: '#ffffff' };

/** A community of places: its number, 1 the largest, and the place of it that most vessels pass. */
export interface Community {
  readonly number: number;
  readonly leader: string;
}

const flow = ({ strengthIn, strengthOut }: PlaceFindingRow): number => strengthIn + strengthOut;

/** Every community of two places or more, by number. */
export function communitiesOf({ items }: PlacesReply): Community[] {
  const leaders = new Map<number, PlaceFindingRow>();
  for (const place of items) {
    const best = leaders.get(place.community);
    if (place.community > 0 && (!best || flow(place) > flow(best))) leaders.set(place.community, place);
  }
  return [...leaders]
    .map(([number, { name }]) => ({ number, leader: name }))
    .sort((a, b) => a.number - b.number);
}

/** The colour of a community, and of a number on it. */
export function communityColor(theme: ThemeName, number: number): { fill: string; ink: string } {
  const all = COLORS[theme];
  return { fill: all[Math.min(number, all.length) - 1] ?? '#888888', ink: INK[theme] };
}

/** How many communities have a colour of their own; the rest share the last. */
export const COMMUNITY_COLORS = COLORS.dark.length;
