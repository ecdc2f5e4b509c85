-- Folds of the journal up to an entry, so that a view of the past begins near its moment. Can be made again.
create table past_snapshot (
  view text not null,
  -- Of the program and its rules: what another one folded is of no use.
  identity text not null,
  seq bigint not null,
  recorded_at bigint not null,
  -- gzip of JSON
  state bytea not null,
  primary key (view, identity, seq)
);
create index past_snapshot_by_time on past_snapshot (view, identity, recorded_at);
