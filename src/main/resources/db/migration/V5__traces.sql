-- Where in a trace (W3C Trace Context) the event was taken that a message came of; null when nothing was traced.
alter table message add column traceparent text;
