-- A batch can be taken back: its records go; its row stays and says when, so that its number never means another one,
-- and the same content can be taken in again.
alter table batch
  add column taken_back_at timestamptz,
  -- How many records of each kind went.
  add column taken_back jsonb,
  add check ((taken_back_at is null) = (taken_back is null));

-- Of what is held the same content is not taken twice, except a port list, to go back to it, and seizure reports: some
-- of a file may have been held already when it came, by a batch that was taken back since.
drop index batch_content;
create unique index batch_content on batch (kind, sha256)
  where kind not in ('ports', 'seizures') and taken_back_at is null;

-- What each batch says of a vessel, so that a vessel of several is again what the others say when one is taken back.
create table vessel_batch (
  vessel_id text not null references vessel on delete cascade,
  batch_id bigint not null references batch,
  imo text,
  call_sign text,
  name text,
  flag text,
  ship_type integer,
  length_metres double precision,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  primary key (vessel_id, batch_id)
);
-- Until now it was not kept which batch says what: each that knows a vessel is taken to say all of it.
insert into vessel_batch
  select v.id, b.batch_id, imo, call_sign, name, flag, ship_type, length_metres, first_seen_at, last_seen_at
  from vessel v
  join (select id as vessel_id, batch_id from vessel union select vessel_id, batch_id from port_call) b
    on b.vessel_id = v.id;

-- What goes and what names it is looked up by batch and by place.
create index seizure_batch on seizure (batch_id);
create index port_call_batch on port_call (batch_id);
create index voyage_batch on voyage (batch_id);
create index leg_batch on leg (batch_id);
create index vessel_batch_batch on vessel_batch (batch_id);
