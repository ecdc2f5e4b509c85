-- What was recorded, and what people did with it: projections, made again from the journal when they are lost.
-- The pictures themselves lie in the data folder, one file a segment.
create table video_segment (
  -- The entry that sealed it (segment.closed).
  seq bigint primary key,
  camera text not null,
  starts_at bigint not null,
  ends_at bigint not null,
  -- Below the folder of recordings, such as cam-1/20260302T000000Z.mp4.
  file text not null unique,
  bytes bigint not null,
  sha256 bytea not null,
  codec text,
  audio_codec text,
  width int not null,
  height int not null,
  frames int not null,
  key_frames int not null,
  complete boolean not null,
  late boolean not null,
  state text not null default 'kept' check (state in ('kept', 'expired', 'deleted', 'missing')),
  -- The entry that took it away.
  state_seq bigint
);
create index video_segment_by_camera on video_segment (camera, starts_at);
create index video_segment_oldest on video_segment (starts_at) where state = 'kept';

-- When a camera was registered, lost, restored or withdrawn, and when our recorder ran: why there is a gap.
create table video_mark (
  seq bigint primary key,
  -- camera/<id> or recorder/<id>
  subject text not null,
  at bigint not null,
  kind text not null,
  why text
);
create index video_mark_by_subject on video_mark (subject, at);

create table video_hold (
  id text primary key,
  seq bigint not null,
  camera text not null,
  starts_at bigint not null,
  ends_at bigint not null,
  put_by text not null,
  put_at bigint not null,
  reason text not null,
  finding text,
  released_by text,
  released_at bigint,
  released_reason text
);
create index video_hold_by_camera on video_hold (camera, starts_at) where released_at is null;

create table video_deletion (
  id text primary key,
  seq bigint not null,
  camera text not null,
  starts_at bigint not null,
  ends_at bigint not null,
  proposed_by text not null,
  proposed_at bigint not null,
  reason text not null,
  agreed boolean,
  decided_by text,
  decided_at bigint,
  decided_reason text,
  segments int
);

-- Measured offsets of a camera's clock, and corrections by people.
create table video_clock (
  seq bigint primary key,
  camera text not null,
  at bigint not null,
  kind text not null check (kind in ('measured', 'corrected')),
  offset_ms bigint not null,
  uncertainty_ms bigint not null,
  method text not null,
  set_by text,
  reason text,
  -- From which moment of the recording a correction holds.
  holds_from bigint
);
create index video_clock_by_camera on video_clock (camera, at);

-- A purpose, asked for once. Every byte is served under one of these.
create table review (
  id text primary key,
  account text not null,
  -- The login it belongs to; it ends with it.
  session text not null,
  purpose text not null,
  opened_at bigint not null,
  closed_at bigint,
  -- Subject, title, range, sources, layout.
  state jsonb not null
);

create table review_pin (
  id text primary key,
  seq bigint not null,
  finding text not null,
  camera text not null,
  starts_at bigint not null,
  ends_at bigint not null,
  note text not null,
  pinned_by text not null,
  pinned_at bigint not null,
  segments jsonb not null
);
create index review_pin_by_finding on review_pin (finding);
create index review_pin_by_camera on review_pin (camera, starts_at);

create table review_note (
  seq bigint primary key,
  at bigint not null,
  camera text,
  -- The sources on the screen when it was written: who may not see them all does not read it.
  cameras jsonb not null,
  words text not null,
  written_by text not null,
  written_at bigint not null
);
create index review_note_by_time on review_note (at);

create table review_seen (
  seq bigint primary key,
  camera text not null,
  starts_at bigint not null,
  ends_at bigint not null,
  seen_by text not null,
  said_at bigint not null
);
create index review_seen_by_camera on review_seen (camera, starts_at);

create table review_share (
  -- SHA-256 of the token, hex: the token itself is nowhere.
  id text primary key,
  seq bigint not null,
  shared_by text not null,
  shared_at bigint not null,
  expires_at bigint not null,
  state jsonb not null
);

create table video_export (
  id text primary key,
  seq bigint not null,
  requested_at bigint not null,
  requested_by text not null,
  state text not null,
  view jsonb not null
);
create index video_export_by_time on video_export (requested_at desc);
