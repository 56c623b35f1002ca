-- A run has a state from its first moment on, so that one cut short is known as such, and holds everything
-- that it found, so that two runs can be compared.

alter table run
  add column state text not null default 'done'
    check (state in ('running', 'done', 'failed', 'cancelled', 'interrupted')),
  -- Why it failed, in words.
  add column note text,
  -- sha256 over all that was found: the same inputs give the same hash.
  add column findings_hash text,
  -- Which batches were held when it read; with no other since, a later start need not read the data again.
  add column batches text,
  -- While running: when it last told of itself.
  add column heartbeat_at timestamptz,
  -- What could not be found, and why: one sentence each.
  add column notes jsonb not null default '[]',
  alter column data_hash drop not null;

-- Thresholds by which the records of a batch were made from what its files say.
alter table batch add column parameters jsonb not null default '{}';

alter table run_event
  add column report text,
  add column operation text;

alter table finding_route
  add column effective_support integer not null default 0,
  add column capped jsonb not null default '{"report": 0, "operation": 0, "vessel": 0, "day": 0}',
  add column shuffle jsonb,
  add column rank_range jsonb;

alter table finding_hot_spot
  add column emerging text,
  add column calls integer,
  add column rate jsonb;

-- Groups of seizures that a scan statistic or a density search found.
create table finding_cluster (
  run_id integer not null references run on delete cascade,
  id text not null,
  method text not null,
  body jsonb not null,
  primary key (run_id, id)
);

-- How a place lies in the network, and its seizures against its traffic.
create table finding_place (
  run_id integer not null references run on delete cascade,
  level text not null,
  place_id text not null,
  body jsonb not null,
  primary key (run_id, level, place_id)
);
