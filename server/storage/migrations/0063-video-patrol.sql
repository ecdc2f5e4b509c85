-- Draws of cameras to look at, and what was seen: projections, made again from the journal when they are lost.
create table video_patrol (
  patrol text primary key,
  seq bigint not null,
  drawn_by text not null,
  drawn_at bigint not null,
  ended_at bigint,
  -- As journalled: purposes, candidates with their tickets, cameras drawn, seed, next.
  draw jsonb not null
);
create index video_patrol_by_account on video_patrol (drawn_by, seq desc);

-- One row for each thing seen; a look may have seen several.
create table video_look (
  seq bigint primary key,
  look text not null,
  patrol text,
  camera text,
  post text,
  unit text not null,
  looked_by text not null,
  looked_at bigint not null,
  result text not null,
  note text not null,
  snapshot text,
  officers jsonb not null,
  corrected_by text,
  corrected_note text
);
create index video_look_by_time on video_look (looked_at desc, seq desc);
create index video_look_by_unit on video_look (unit, looked_at desc);
create index video_look_by_look on video_look (look);
create index video_look_by_patrol on video_look (patrol);

create table video_skip (
  patrol text not null,
  camera text not null,
  seq bigint not null,
  reason text not null,
  note text not null,
  primary key (patrol, camera)
);

-- How often a camera could have been drawn and was not seen, since it was seen last.
create table video_chance (
  camera text primary key,
  passed int not null
);

-- The last live view of a camera that an account opened: a result needs one.
create table video_opened (
  account text not null,
  camera text not null,
  at bigint not null,
  primary key (account, camera)
);

-- The seed of each account's next draw, secret until it is drawn from. Not in the journal before.
create table video_patrol_seed (
  commitment text primary key,
  seed bytea not null
);
