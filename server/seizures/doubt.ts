/** What of a route the source itself holds to be only likely: the clause of the notes that says so, or null. */
export interface Doubts {
  readonly departure: string | null;
  readonly transit: string | null;
  readonly destination: string | null;
}

const DOUBT =
  /\b(suspect(ed|s)?|suspicion|belie(f|ved|ves?)|presum(ed|es|ption|ably)|probabl[ey]|possibl[ey]|supposed(ly)?|thought to)\b/i;
const ROUTE = /\broutes?\b/i;
const DEPARTURE = /\b(load(ed|ing)|depart(ed|ure)|originat(ed|ing)|came from|sailed from)\b/i;
const DESTINATION = /\b(destinations?|destined|(bound|meant|intended|headed) for)\b/i;

/**
 * Reads from the notes which parts of a route are only believed. A clause (up to a full stop or semicolon)
 * counts when it holds a word of doubt and says what is in doubt: "route" doubts every point but the place of
 * the seizure; loading or departing, the departure; destined, bound or meant for, the destination. "Assumed"
 * is no word of doubt here: the notes use it for a port code worked out from an island.
 */
export function readDoubts(notes: string): Doubts {
  const clauses = notes
    .split(/[.;](?=\s|$)/)
    .map((clause) => clause.trim())
    .filter((clause) => DOUBT.test(clause));
  const route = clauses.find((clause) => ROUTE.test(clause)) ?? null;
  return {
    departure: route ?? clauses.find((clause) => DEPARTURE.test(clause)) ?? null,
    transit: route,
    destination: route ?? clauses.find((clause) => DESTINATION.test(clause)) ?? null,
  };
}

/** A word of doubt at the start of a place name or after it in brackets, which makes the place assumed. */
const HEDGE =
  /^(probably|possibly|presumably|suspected|believed)( to be| in)?\s+|\s*\((probable|possible|presumed|suspected|believed|probably|possibly)\)$/i;

/** A place name without the word of doubt before or after it, and that word, or null. */
export function withoutHedge(text: string): { readonly text: string; readonly hedge: string | null } {
  const match = HEDGE.exec(text);
  if (!match) return { text, hedge: null };
  return { text: text.replace(HEDGE, '').trim(), hedge: match[0].trim() };
}
