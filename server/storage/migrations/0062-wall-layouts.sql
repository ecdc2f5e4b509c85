-- What each person put on their video wall.
create table wall_layout (
  account text not null references account (name),
  id text not null,
  layout jsonb not null,
  primary key (account, id)
);
