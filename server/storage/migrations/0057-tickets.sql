-- Tickets as their systems had them last, masked when they leave (supervision/tickets). Made again from the journal.
create table ticket (
  system text not null,
  ticket text not null,
  serial text,
  kind text,
  status text,
  unit text,
  officer text,
  amount_yuan double precision,
  points double precision,
  occurred_at bigint,
  -- When it appeared in its table; null when that was not seen.
  issued_at bigint,
  -- Its last change by the database's clock.
  changed_at bigint not null,
  -- How often it changed, and how often in a way that needs one of the law's grounds.
  changes int not null,
  needing int not null,
  -- Changes of which the source did not tell how the row was.
  unseen int not null,
  deleted boolean not null,
  -- Of the newest change, by the order of the source's own log.
  log_position text not null,
  seq bigint not null,
  fields jsonb not null,
  primary key (system, ticket)
);
create index ticket_by_changed on ticket (changed_at desc, system, ticket);
create index ticket_by_occurred on ticket (occurred_at desc, system, ticket);
create index ticket_by_unit on ticket (unit, changed_at desc);
create index ticket_by_status on ticket (status, changed_at desc);
create index ticket_by_officer on ticket (officer, changed_at desc);
create index ticket_needing on ticket (changed_at desc) where needing > 0 or unseen > 0;

-- What was told of them, entry by entry: an entry that names several tickets has a row for each.
create table ticket_entry (
  seq bigint not null,
  n int not null,
  system text not null,
  -- Null: whatever its transaction changed.
  ticket text,
  tx text,
  kind text not null,
  at bigint not null,
  recorded_at bigint not null,
  -- Which of the law's ways a change needs (domain/ticket/change.ts); null: none, or not a change.
  needs text,
  -- Who did it, as far as this entry says.
  actor text,
  data jsonb not null,
  primary key (seq, n)
);
create index ticket_entry_by_ticket on ticket_entry (system, ticket, seq);
create index ticket_entry_by_tx on ticket_entry (system, tx) where tx is not null;
create index ticket_entry_by_actor on ticket_entry (actor) where actor is not null;
create index ticket_entry_needing on ticket_entry (at) where needs is not null;

create index finding_by_ticket on finding ((view->'finding'->'facts'->>'ticket')) where rule like 'ticket.%';
