-- What was reported and observed. Every record names its data set and the batch that brought it,
-- so that synthetic data can be told apart everywhere and a batch can be taken back.

create extension if not exists postgis;

create table data_set (
  id text primary key,
  title text not null,
  synthetic boolean not null
);

create table batch (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('ports', 'seizures', 'ais', 'calls', 'demo')),
  data_set text not null references data_set,
  files jsonb not null,
  sha256 text not null,
  imported_at timestamptz not null,
  counts jsonb not null
);
-- The same content is not taken twice, whatever the data set; a port list may be, to go back to it.
create unique index batch_content on batch (kind, sha256) where kind <> 'ports';

create table place (
  id text primary key,
  name text not null,
  kind text not null,
  country text check (country ~ '^[A-Z]{2}$'),
  locode text,
  position geometry(Point, 4326) not null,
  radius_km double precision not null check (radius_km > 0),
  gateway_id text references place deferrable initially deferred,
  aliases text[] not null,
  source text not null,
  batch_id bigint not null references batch
);
create index place_position on place using gist (position);

create table vessel (
  id text primary key,
  mmsi text,
  imo text,
  call_sign text,
  name text,
  flag text,
  ship_type integer,
  length_metres double precision,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  data_set text not null references data_set,
  batch_id bigint not null references batch
);

create table port_call (
  id text primary key,
  vessel_id text not null references vessel,
  place_id text not null references place,
  arrived_at timestamptz not null,
  departed_at timestamptz not null check (departed_at >= arrived_at),
  fixes integer not null,
  certainty text not null,
  data_set text not null references data_set,
  batch_id bigint not null references batch
);
create index port_call_vessel on port_call (vessel_id, arrived_at);
create index port_call_place on port_call (place_id, arrived_at);

create table voyage (
  id text primary key,
  vessel_id text not null references vessel,
  place_ids text[] not null,
  departed_at timestamptz not null,
  arrived_at timestamptz not null,
  data_set text not null references data_set,
  batch_id bigint not null references batch
);
create index voyage_vessel on voyage (vessel_id, departed_at);

create table leg (
  id text primary key,
  vessel_id text not null references vessel,
  voyage_id text not null references voyage,
  from_place_id text not null references place,
  to_place_id text not null references place,
  departed_at timestamptz not null,
  arrived_at timestamptz not null,
  gap_hours double precision,
  certainty text not null,
  data_set text not null references data_set,
  batch_id bigint not null references batch
);
create index leg_voyage on leg (voyage_id, departed_at);
create index leg_ends on leg (from_place_id, to_place_id);

create table seizure (
  id text primary key,
  record_id text not null,
  date_precision text not null,
  earliest date not null,
  latest date not null check (latest >= earliest),
  country text,
  place_text text not null,
  place_id text references place,
  position geometry(Point, 4326),
  uncertainty_km double precision,
  precision text,
  at_sea boolean not null,
  agencies text[] not null,
  transport text not null,
  transport_as_reported text not null,
  mode text not null,
  vessel_name text,
  vessel_flag text,
  concealment text,
  arrests integer check (arrests >= 0),
  operation text,
  source jsonb not null,
  confidence text not null,
  notes text not null,
  data_set text not null references data_set,
  batch_id bigint not null references batch,
  check ((position is null) = (uncertainty_km is null)),
  unique (data_set, record_id)
);
create index seizure_position on seizure using gist (position);
create index seizure_days on seizure (earliest, latest);

create table commodity_line (
  seizure_id text not null references seizure on delete cascade,
  line_no integer not null,
  commodity text not null,
  quantity double precision check (quantity > 0),
  unit text not null,
  quantity_as_reported text not null,
  primary key (seizure_id, line_no)
);

create table route_point (
  seizure_id text not null references seizure on delete cascade,
  seq integer not null,
  role text not null,
  text text not null,
  place_id text references place,
  certainty text not null,
  reason text,
  primary key (seizure_id, seq)
);

-- Geometry of a passage over water, worked out once for each pair of places.
create table water_path (
  from_place_id text not null references place on delete cascade,
  to_place_id text not null references place on delete cascade,
  land_version text not null,
  line geometry(LineString, 4326), -- null: no way by water
  distance_km double precision not null,
  primary key (from_place_id, to_place_id, land_version)
);
