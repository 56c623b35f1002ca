import type { Briefing, BriefingKind } from '../../shared/briefing.ts';
import type { Language } from '../../shared/languages.ts';
import type { Marking } from '../../shared/vocabulary.ts';
import type { Queryable } from '../db/database.ts';

/** A briefing as lists show it. */
export interface BriefingEntry {
  readonly code: string;
  readonly kind: BriefingKind;
  readonly runId: number;
  readonly marking: Marking;
  readonly title: string | null;
  readonly language: Language;
  /** Id of the route that it was made around; null: of none. */
  readonly route: string | null;
  /** UTC epoch milliseconds. */
  readonly madeAt: number;
}

/** Keeps a briefing under its code; one that is kept already stays as it was first made. */
export async function saveBriefing(db: Queryable, briefing: Briefing, madeAt: number): Promise<void> {
  const { about, spec } = briefing;
  await db.query(
    `insert into briefing (code, kind, run_id, marking, body, made_at)
     values ($1, $2, $3, $4, $5::jsonb, $6::timestamptz) on conflict (code) do nothing`,
    [
      about.code,
      spec.kind,
      about.runId,
      about.marking,
      JSON.stringify(briefing),
      new Date(madeAt).toISOString(),
    ],
  );
}

/** The briefing of that code, or null. */
export async function findBriefing(db: Queryable, code: string): Promise<Briefing | null> {
  const rows = await db.query<{ body: Briefing }>('select body from briefing where code = $1', [code]);
  return rows[0]?.body ?? null;
}

/** Briefings, latest first: one page, and how many there are. */
export async function listBriefings(
  db: Queryable,
  limit: number,
  offset: number,
): Promise<{ items: BriefingEntry[]; total: number }> {
  const items = await db.query<BriefingEntry & object>(
    `select code, kind, run_id as "runId", marking, body -> 'spec' ->> 'title' as title,
       body -> 'spec' ->> 'language' as language,
       case when body #>> '{spec,selection,kind}' = 'route' then body #>> '{spec,selection,id}' end as route,
       (extract(epoch from made_at) * 1000)::float8 as "madeAt"
     from briefing order by made_at desc, code limit $1 offset $2`,
    [limit, offset],
  );
  const rows = await db.query<{ n: number }>('select count(*)::int as n from briefing');
  return { items, total: rows[0]?.n ?? 0 };
}
