-- Figures ask what happened in a period, by command: without this each of them read every event of the office.
CREATE INDEX matter_events_command ON matter_events (command, at);

-- What was open at an instant is what is open now and what was closed since: with the open ones (matters_open_kind) a small part of all.
CREATE INDEX matters_closed ON matters (kind, closed_at) WHERE closed_at IS NOT NULL;
