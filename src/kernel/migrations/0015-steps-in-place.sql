-- A step changes the state, version and head of its matter. While an index held one of these, every step entered its matter anew in all of
-- them; now the row changes in place (heap-only tuple), for which its page keeps some room.
DROP INDEX matters_local_rules;
CREATE INDEX matters_local_rules ON matters (id) WHERE kind = 'local-rule';
COMMENT ON INDEX matters_local_rules IS 'the sum of their versions is the version of the local rules, which grows with every change';
DROP INDEX matters_open_kind;
CREATE INDEX matters_open_kind ON matters (kind, opened_at) WHERE closed_at IS NULL;
ALTER TABLE matters SET (fillfactor = 85);

-- Lists of all matters of a kind, newest first.
CREATE INDEX matters_kind ON matters (kind, opened_at, id);

-- One index finds the clocks of a matter, all or the open ones: every clock that moves was entered in two.
DROP INDEX timers_open_matter;
DROP INDEX timers_matter;
CREATE INDEX timers_matter ON timers (matter_id, ended_at);

-- Nothing looks moves up by matter: its ledger says them.
DROP INDEX due_date_moves_matter;

-- Only record_step and move_due_dates write events, each with its matter at hand: the look-up was a tenth of their time. The verification
-- of the ledger names an event whose matter is gone.
ALTER TABLE matter_events DROP CONSTRAINT matter_events_matter_id_fkey;
