-- The journal: append-only, one hash chain. docs/decisions says why it is one table and not one a day.
create table journal (
  seq bigint primary key,
  recorded_at bigint not null,
  kind text not null,
  observed_at bigint not null,
  source text not null,
  key text not null,
  body text not null,
  raw bytea,
  hash bytea not null check (length(hash) = 32),
  constraint journal_identity unique (source, key),
  -- The chain joins the columns with line feeds: none may hide in them.
  constraint journal_one_line check (position(E'\n' in kind || source || key || body) = 0)
);

create index journal_kind on journal (kind, seq);

create index journal_recorded_at on journal (recorded_at);

-- The end of the chain. Whoever appends locks this row: the order of seq is the order of commits.
create table journal_head (
  single boolean primary key default true check (single),
  seq bigint not null,
  hash bytea not null,
  recorded_at bigint not null
);

alter table journal_head set (fillfactor = 10);

insert into journal_head (seq, hash, recorded_at)
  values (0, sha256(convert_to('custodes journal 1', 'UTF8')), 0);

-- What was signed: everything up to seq, with its hash, was there then.
create table journal_checkpoint (
  seq bigint not null,
  key_id text not null,
  hash bytea not null,
  count bigint not null,
  recorded_at bigint not null,
  signature bytea not null,
  primary key (seq, key_id)
);

create function journal_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: % is refused', tg_table_name, tg_op using errcode = '42501';
end
$$;

create trigger journal_append_only before update or delete on journal
  for each row execute function journal_is_append_only();

create trigger journal_no_truncate before truncate on journal
  for each statement execute function journal_is_append_only();

create trigger journal_checkpoint_append_only before update or delete on journal_checkpoint
  for each row execute function journal_is_append_only();

create trigger journal_checkpoint_no_truncate before truncate on journal_checkpoint
  for each statement execute function journal_is_append_only();

-- The end of the chain goes forward only.
create function journal_head_goes_forward() returns trigger language plpgsql as $$
begin
  if tg_op <> 'UPDATE' then
    raise exception 'journal_head holds one row: % is refused', tg_op using errcode = '42501';
  end if;
  if new.seq < old.seq or new.recorded_at < old.recorded_at or (new.seq = old.seq and new.hash <> old.hash) then
    raise exception 'journal_head goes forward only' using errcode = '42501';
  end if;
  return new;
end
$$;

create trigger journal_head_forward before insert or update or delete on journal_head
  for each row execute function journal_head_goes_forward();

create trigger journal_head_no_truncate before truncate on journal_head
  for each statement execute function journal_is_append_only();
