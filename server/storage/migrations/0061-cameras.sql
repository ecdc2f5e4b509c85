-- How each camera is reached: a setting of this installation, not a fact. What it is stands in the journal.
create table camera_source (
  camera text primary key,
  url text not null,
  sub_url text,
  onvif_url text,
  -- Name and password, AES-256-GCM with the key in the data folder.
  credentials bytea,
  codec text not null check (codec in ('h264', 'h265')),
  audio text not null check (audio in ('none', 'copy', 'encode')),
  changed_by text not null,
  changed_at bigint not null
);
