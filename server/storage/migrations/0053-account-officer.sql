-- Who an officer is, by the number in the register: their page shows the duty of that officer and no other.
alter table account add column officer text;
