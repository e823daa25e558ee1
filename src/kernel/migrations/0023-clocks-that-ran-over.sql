-- What was overdue at an instant is what is overdue now and what ended late since: both are few, whatever the office has closed in its years.
CREATE INDEX timers_ended_late ON timers (ended_at) INCLUDE (due_at, matter_id, name) WHERE ended_at > due_at;
