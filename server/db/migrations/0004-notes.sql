-- What analysts write down: notes and hypotheses pinned to what they are about, and views worth going back to.
-- Nothing is deleted for good: a deleted row keeps its content and says when it was taken away.

create table note (
  id integer generated always as identity primary key,
  kind text not null check (kind in ('note', 'hypothesis')),
  -- Of a hypothesis only.
  status text check (status in ('open', 'supported', 'rejected')),
  text text not null check (char_length(text) between 1 and 4000),
  -- A named group of notes and views; empty: in none.
  workspace text not null default '' check (char_length(workspace) <= 80),
  -- What it is about: id as findings and records have it; area: its corners; position: longitude and latitude.
  pinned_kind text not null
    check (pinned_kind in ('route', 'edge', 'port', 'cell', 'cluster', 'seizure', 'area', 'position')),
  pinned_id text not null check (char_length(pinned_id) between 1 and 3000),
  pinned_label text not null check (char_length(pinned_label) between 1 and 300),
  -- Where its pin stands, degrees; null: what it is about has no place.
  longitude double precision check (longitude between -180 and 180),
  latitude double precision check (latitude between -90 and 90),
  -- The query of the page's address that it was written at.
  address text not null check (char_length(address) <= 8000),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  -- Counts changes, so that two writers do not overwrite each other unseen.
  version integer not null default 1,
  deleted_at timestamptz,
  check ((kind = 'hypothesis') = (status is not null)),
  check ((longitude is null) = (latitude is null))
);
create index note_pinned on note (pinned_kind, pinned_id) where deleted_at is null;

create table saved_view (
  id integer generated always as identity primary key,
  name text not null check (char_length(name) between 1 and 120),
  workspace text not null default '' check (char_length(workspace) <= 80),
  address text not null check (char_length(address) <= 8000),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  deleted_at timestamptz
);
