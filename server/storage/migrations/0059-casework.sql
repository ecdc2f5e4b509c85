-- Cases, property and decisions as they stood last, for lists of any length. Made again from the journal.
create table casework_case (
  id text primary key,
  unit text not null,
  type text,
  -- Filed, else accepted, else first heard of.
  opened_at bigint not null,
  closed_at bigint,
  -- The next limit that runs; null while none does.
  due_at bigint,
  items int not null,
  -- Active findings.
  leads int not null,
  seq bigint not null,
  view jsonb not null
);
create index casework_case_urgent on casework_case (leads desc, due_at, id);
create index casework_case_due on casework_case (due_at, id);
create index casework_case_opened on casework_case (opened_at desc, id);
create index casework_case_unit on casework_case (unit, leads desc, due_at, id);

create table casework_item (
  id text primary key,
  case_id text,
  unit text not null,
  type text not null,
  due_at bigint,
  leads int not null,
  seq bigint not null,
  view jsonb not null
);
create index casework_item_urgent on casework_item (leads desc, due_at, id);
create index casework_item_unit on casework_item (unit, leads desc, due_at, id);
create index casework_item_case on casework_item (case_id);

create table casework_decision (
  id text primary key,
  case_id text not null,
  unit text not null,
  decided_at bigint not null,
  pattern text,
  band text,
  -- How it lies to its band: inside, reasoned, outside, no-band, no-pattern.
  lies text not null,
  seq bigint not null,
  view jsonb not null
);
create index casework_decision_by_time on casework_decision (decided_at desc, id);
create index casework_decision_by_unit on casework_decision (unit, decided_at desc);

-- Which entries of the journal speak of a case or of a thing, so that a card need not look through all of it.
create table casework_entry (
  subject text not null,
  seq bigint not null,
  primary key (subject, seq)
);
