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

-- As in 0011; what was there before comes with the batch, whose matters are held, so that no row is read twice.
CREATE OR REPLACE FUNCTION move_due_dates(batch jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  moment timestamptz := (batch ->> 'at')::timestamptz;
  to_version int := (batch ->> 'calendarVersion')::int;
BEGIN
  WITH steps AS (
    UPDATE matters m SET version = m.version + 1, head_seq = m.head_seq + 1, head_hash = decode(e.hash, 'hex')
    FROM jsonb_to_recordset(batch -> 'events') AS e(matter_id uuid, detail jsonb, prev_hash text, hash text) WHERE m.id = e.matter_id
    RETURNING m.id, m.state, m.head_seq AS seq, e.detail, e.prev_hash, m.head_hash AS hash
  ), events AS (
    INSERT INTO matter_events (matter_id, seq, at, actor, command, from_state, to_state, detail, prev_hash, hash)
    SELECT id, seq, moment, batch ->> 'actor', 'due-moved', state, state, detail, decode(prev_hash, 'hex'), hash FROM steps RETURNING matter_id, seq, hash
  )
  INSERT INTO ledger_pending (matter_id, seq, hash) SELECT matter_id, seq, hash FROM events;

  WITH changed AS (
    UPDATE timers t SET due_at = r.due_at, provisional = r.provisional, stop_ends_at = r.stop_ends_at, counted_with = to_version, outdated = false,
      next_signal_at = CASE WHEN t.stopped THEN NULL ELSE moment END
    FROM jsonb_to_recordset(batch -> 'timers') AS r(id uuid, due_at timestamptz, old_due_at timestamptz, provisional boolean, stop_ends_at timestamptz) WHERE t.id = r.id
    RETURNING t.id, t.matter_id, r.old_due_at, t.due_at AS new_due_at
  ), moves AS (
    INSERT INTO due_date_moves (matter_id, timer_id, calendar_version, old_due_at, new_due_at, moved_at)
    SELECT matter_id, id, to_version, old_due_at, new_due_at, moment FROM changed WHERE old_due_at <> new_due_at RETURNING matter_id, old_due_at, new_due_at
  )
  UPDATE assignments a SET due_at = m.new_due_at
  FROM (SELECT matter_id, old_due_at, min(new_due_at) AS new_due_at FROM moves GROUP BY matter_id, old_due_at) m
  WHERE a.matter_id = m.matter_id AND a.until IS NULL AND a.due_at = m.old_due_at;
END $$;
