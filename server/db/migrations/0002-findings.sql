-- What one numbered run found. Rows are written in the same transaction as the run itself.

create table run (
  id integer generated always as identity primary key,
  started_at timestamptz not null,
  duration_ms integer not null,
  parameters jsonb not null,
  data_hash text not null,
  code_version text not null,
  counts jsonb not null
);

-- The events a run rests on, as they were then.
create table run_event (
  run_id integer not null references run on delete cascade,
  id text not null,
  kind text not null check (kind in ('seizure', 'voyage')),
  data_set text not null,
  vessel_id text,
  day date not null,
  last_day date not null,
  commodities text[] not null,
  countries text[] not null,
  mode text not null,
  places text[] not null,
  certainties text[] not null,
  primary key (run_id, id)
);

create table finding_route (
  run_id integer not null references run on delete cascade,
  id text not null,
  level text not null,
  places text[] not null,
  seizures integer not null,
  voyages integer not null,
  vessels integer not null,
  independent_events integer not null,
  recurs boolean not null,
  first_day date not null,
  last_day date not null,
  evidence text[] not null,
  significance jsonb,
  primary key (run_id, id)
);

create table finding_hot_spot (
  run_id integer not null references run on delete cascade,
  cell text not null,
  count double precision not null,
  kg double precision not null,
  z double precision not null,
  p double precision not null,
  q double precision not null,
  class text not null,
  evidence text[] not null,
  primary key (run_id, cell)
);
