-- Roll-calls as the board showed them last: for history, rates and export. Made again from the journal.
create table roll_call (
  cycle text primary key,
  opened_at bigint not null,
  closed_at bigint,
  seq bigint not null,
  view jsonb not null
);
create index roll_call_by_opened on roll_call (opened_at desc, cycle);

create table roll_call_row (
  cycle text not null,
  target text not null,
  unit text not null,
  post text not null,
  state text not null,
  -- Some source says they were elsewhere.
  contradicted boolean not null,
  opened_at bigint not null,
  answered_ms bigint,
  seq bigint not null,
  view jsonb not null,
  primary key (cycle, target)
);
create index roll_call_row_by_unit on roll_call_row (unit, opened_at desc);
create index roll_call_row_by_target on roll_call_row (target, opened_at desc);
create index roll_call_row_by_opened on roll_call_row (opened_at desc);

-- The seed of each day's random moments, secret until the day is over. Not in the journal before it is published.
create table roll_call_seed (
  day text primary key,
  seed bytea not null
);

-- Which server calls now; the others wait until it has been silent for a while.
create table roll_call_lease (
  id int primary key check (id = 1),
  holder text not null,
  until_at bigint not null
);
