-- Projections: everything here can be made again from the journal. The cursor says how far each one has come.
create table projection (
  name text primary key,
  seq bigint not null
);

-- Where carriers were. geom is WGS-84 (invariant I7); null means alive without a fix.
create table position (
  seq bigint primary key,
  carrier text,
  device text not null,
  observed_at bigint not null,
  recorded_at bigint not null,
  geom geometry(Point, 4326),
  accuracy_m double precision,
  speed_kmh double precision,
  heading_deg double precision,
  backfill boolean not null,
  mocked boolean not null
);
create index position_by_carrier on position (carrier, observed_at);
create index position_by_recorded on position using brin (recorded_at);

-- 问题线索: the newest view of each, and its history, for lists of any length.
create table finding (
  id text primary key,
  rule text not null,
  grade text not null check (grade in ('A', 'B', 'C')),
  unit text,
  carrier text,
  since bigint not null,
  opened_at bigint not null,
  active boolean not null,
  acknowledged boolean not null,
  status text not null,
  claimed_by text,
  -- Set when nothing more is to be done about it.
  final_at bigint,
  -- Of the change that wrote the row; a late writer never overwrites a newer one.
  seq bigint not null,
  -- The rulebook it was found with.
  rulebook text not null,
  view jsonb not null,
  history jsonb not null
);
create index finding_by_opened on finding (opened_at desc, id);
create index finding_by_since on finding (since desc, id);
create index finding_by_unit on finding (unit, opened_at desc);
create index finding_by_status on finding (status, opened_at desc);
create index finding_by_rule on finding (rule, opened_at desc);
create index finding_unfinished on finding (grade, opened_at desc) where final_at is null;

-- Who looked at and did what, for the auditor.
create table audit (
  seq bigint primary key,
  at bigint not null,
  kind text not null,
  actor text,
  second_actor text,
  data jsonb not null
);
create index audit_by_actor on audit (actor, seq);
create index audit_by_kind on audit (kind, seq);
create index audit_by_time on audit (at);

-- The engine's memory, so that a restart continues from here instead of from the first entry.
create table engine_snapshot (
  seq bigint primary key,
  taken_at bigint not null,
  rulebook text not null,
  -- gzip of JSON
  state bytea not null
);
