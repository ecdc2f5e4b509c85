create table account (
  name text primary key check (name ~ '^[A-Za-z0-9._-]{1,64}$'),
  display_name text not null,
  -- The human being: one person may have several accounts, but see the index below.
  person text not null,
  role text not null check (role in ('supervisor', 'chief', 'leader', 'unit-leader', 'officer', 'auditor',
    'system-admin', 'security-admin')),
  unit text,
  password_hash text not null,
  -- Second factor (TOTP); the last accepted step, so that a code works once.
  totp_secret bytea,
  totp_step bigint,
  created_at bigint not null,
  disabled_at bigint,
  -- Who sees only their own unit must have one.
  constraint own_unit check (role not in ('unit-leader', 'officer') or unit is not null)
);
-- 三员分立: nobody holds two of the three administrators' roles.
create unique index account_three_administrators on account (person)
  where role in ('auditor', 'system-admin', 'security-admin');

-- Opaque tokens, stored as SHA-256 only.
create table session (
  token_hash bytea primary key,
  account text not null references account (name),
  opened_at bigint not null,
  seen_at bigint not null,
  expires_at bigint not null,
  remote_address text not null,
  closed_at bigint,
  closed_because text check (closed_because in ('logout', 'idle', 'expired', 'revoked', 'replaced'))
);
create index session_open on session (account) where closed_at is null;

-- One row a failed (or not yet decided) attempt to log in; swept after the lock has passed.
create table login_attempt (
  id bigint generated always as identity primary key,
  account text not null,
  remote_address text not null,
  at bigint not null
);
create index login_attempt_by_account on login_attempt (account, at);
create index login_attempt_by_address on login_attempt (remote_address, at);

-- Written over and over by the readiness probe: whether the store takes a write now.
create table write_probe (
  id int primary key check (id = 1),
  at bigint not null
);
