-- The map under the map: boundary, townships, waters, roads, units. For display only; what is judged by is in the journal.
create table county_layer (
  only_one boolean primary key default true check (only_one),
  layer jsonb not null,
  imported_at bigint not null,
  imported_by text not null
);
