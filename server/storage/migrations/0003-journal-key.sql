-- The public halves of the keys that signed checkpoints: an auditor compares them with a copy kept elsewhere.
create table journal_key (
  key_id text primary key,
  public_key text not null,
  first_used_at bigint not null
);

create trigger journal_key_append_only before update or delete on journal_key
  for each row execute function journal_is_append_only();

create trigger journal_key_no_truncate before truncate on journal_key
  for each statement execute function journal_is_append_only();
