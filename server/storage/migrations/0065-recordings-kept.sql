-- What is still there, by camera: the expiry sweep and "the oldest that can be played" never walk what is long gone.
create index video_segment_kept on video_segment (camera, starts_at) where state = 'kept';
create index video_segment_taken on video_segment (state_seq) where state_seq is not null;

-- Every camera there ever was, as it was known last: what a withdrawn one recorded is kept and reviewed all the same.
create table video_camera (
  camera text primary key,
  withdrawn_at bigint,
  known jsonb not null
);
