-- Calls as the board showed them last, for lists, statistics and export. Made again from the journal.
create table dispatch_incident (
  incident text primary key,
  received_at bigint not null,
  unit text,
  area text,
  urgency text,
  -- A marked test call: in no statistic.
  test boolean not null,
  over boolean not null,
  findings int not null,
  -- From the end of the call to the order, from the order to its acknowledgement and to arrival as positions show it.
  to_order_ms bigint,
  to_acknowledge_ms bigint,
  to_arrive_ms bigint,
  -- Within the promise; null without a promise or without an arrival that somebody saw.
  kept boolean,
  seq bigint not null,
  view jsonb not null
);
create index dispatch_incident_by_received on dispatch_incident (received_at desc, incident);
create index dispatch_incident_by_unit on dispatch_incident (unit, received_at desc);
