-- Everything that an export drew or said, so that the same figure can be made again after the data have moved on.
create table briefing (
  code text primary key check (code ~ '^LW-[0-9A-Z]{4}-[0-9A-Z]{4}$'),
  kind text not null check (kind in ('figure', 'brief', 'dossier', 'deck', 'data')),
  run_id integer not null references run,
  marking text not null check (marking in ('clear', 'green', 'amber', 'amber-strict', 'red')),
  body jsonb not null,
  made_at timestamptz not null
);
create index briefing_made on briefing (made_at desc);
