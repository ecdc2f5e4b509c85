-- Pieces of recording that officers' phones kept while they were offline and brought afterwards: a projection.
create table phone_piece (
  -- The phone's own name of it.
  piece text primary key,
  -- The entry that says what became of it.
  seq bigint not null,
  camera text not null,
  starts_at bigint not null,
  ends_at bigint not null,
  -- Of the bytes that the phone sent.
  sha256 text not null,
  state text not null check (state in ('kept', 'refused')),
  -- The segment it became; null when it was refused.
  segment text,
  why text
);
