ALTER TABLE matters ADD COLUMN hall_id text;
COMMENT ON COLUMN matters.hall_id IS 'the hall that took the application in, if one did: days on which it is shut by order do not count for its clocks';

ALTER TABLE due_date_recomputes ADD COLUMN places jsonb;
COMMENT ON COLUMN due_date_recomputes.places IS 'regions and halls whose closures changed, [{ kind, id }]; only their matters are counted again; null: those of the whole office';
COMMENT ON COLUMN calendar_closures.place IS 'region code or hall, whose closure moves the clocks of the matters of that region, or taken in at that hall; null for the whole office';

-- A recompute goes in lanes, by the last digit of the matter's id, so that several connections work side by side and each can be killed.
ALTER TABLE due_date_recomputes ADD COLUMN lane int NOT NULL DEFAULT 0;
ALTER TABLE due_date_recomputes DROP CONSTRAINT due_date_recomputes_pkey, ADD PRIMARY KEY (calendar_version, lane);
ALTER TABLE due_date_recomputes ALTER COLUMN lane DROP DEFAULT;
COMMENT ON COLUMN due_date_recomputes.lane IS 'which part of the matters: those whose id ends in a byte with this remainder; the lanes of a version are made together';

-- Written by move_due_dates alone, from rows that it holds: three more look-ups a row were a fifth of the time of a recompute.
ALTER TABLE due_date_moves DROP CONSTRAINT due_date_moves_matter_id_fkey, DROP CONSTRAINT due_date_moves_timer_id_fkey, DROP CONSTRAINT due_date_moves_calendar_version_fkey;

-- As in 0008, in fewer passes: what was there before comes from the rows themselves, so the batch carries only what is new.
CREATE OR REPLACE FUNCTION move_due_dates(batch jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  moment timestamptz := (batch ->> 'at')::timestamptz;
  to_version int := (batch ->> 'calendarVersion')::int;
BEGIN
  WITH steps AS (
    UPDATE matters m SET version = m.version + 1, head_seq = m.head_seq + 1, head_hash = decode(e.hash, 'hex')
    FROM jsonb_to_recordset(batch -> 'events') AS e(matter_id uuid, detail jsonb, hash text) JOIN matters was ON was.id = e.matter_id WHERE m.id = was.id
    RETURNING m.id, m.state, m.head_seq AS seq, e.detail, was.head_hash AS prev_hash, m.head_hash AS hash
  ), events AS (
    INSERT INTO matter_events (matter_id, seq, at, actor, command, from_state, to_state, detail, prev_hash, hash)
    SELECT id, seq, moment, batch ->> 'actor', 'due-moved', state, state, detail, prev_hash, hash FROM steps RETURNING matter_id, seq, hash
  )
  INSERT INTO ledger_pending (matter_id, seq, hash) SELECT matter_id, seq, hash FROM events;

  WITH changed AS (
    UPDATE timers t SET due_at = r.due_at, provisional = r.provisional, stop_ends_at = r.stop_ends_at, counted_with = to_version, outdated = false,
      next_signal_at = CASE WHEN t.stopped THEN NULL ELSE moment END
    FROM jsonb_to_recordset(batch -> 'timers') AS r(id uuid, due_at timestamptz, provisional boolean, stop_ends_at timestamptz) JOIN timers was ON was.id = r.id WHERE t.id = was.id
    RETURNING t.id, t.matter_id, was.due_at AS old_due_at, t.due_at AS new_due_at
  ), moves AS (
    INSERT INTO due_date_moves (matter_id, timer_id, calendar_version, old_due_at, new_due_at, moved_at)
    SELECT matter_id, id, to_version, old_due_at, new_due_at, moment FROM changed WHERE old_due_at <> new_due_at RETURNING matter_id, old_due_at, new_due_at
  )
  UPDATE assignments a SET due_at = m.new_due_at
  FROM (SELECT matter_id, old_due_at, min(new_due_at) AS new_due_at FROM moves GROUP BY matter_id, old_due_at) m
  WHERE a.matter_id = m.matter_id AND a.until IS NULL AND a.due_at = m.old_due_at;
END $$;

-- As in 0008, and besides the hall of a new matter.
CREATE OR REPLACE FUNCTION record_step(step jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  m jsonb := step -> 'matter';
  newest int;
BEGIN
  IF (m ->> 'version')::int = 1 THEN
    INSERT INTO matters (id, number, kind, state, region_code, subject_id, item_version_id, lead_unit_id, channel, hall_id, opened_at, closed_at, outcome, version, head_seq, head_hash)
    SELECT id, number, kind, state, region_code, subject_id, item_version_id, lead_unit_id, channel, hall_id, opened_at, closed_at, outcome, version, head_seq, decode(head_hash, 'hex')
    FROM jsonb_to_record(m) AS r(id uuid, number text, kind text, state text, region_code text, subject_id uuid, item_version_id uuid, lead_unit_id text,
      channel text, hall_id text, opened_at timestamptz, closed_at timestamptz, outcome text, version int, head_seq int, head_hash text);
  ELSE
    UPDATE matters SET state = m ->> 'state', lead_unit_id = m ->> 'lead_unit_id', closed_at = (m ->> 'closed_at')::timestamptz, outcome = m ->> 'outcome',
      version = (m ->> 'version')::int, head_seq = (m ->> 'head_seq')::int, head_hash = decode(m ->> 'head_hash', 'hex')
    WHERE id = (m ->> 'id')::uuid AND version = (m ->> 'version')::int - 1;
    IF NOT FOUND THEN RAISE EXCEPTION 'matter % was changed by another step', m ->> 'id' USING ERRCODE = 'serialization_failure'; END IF;
  END IF;

  WITH events AS (
    INSERT INTO matter_events (matter_id, seq, at, actor, command, from_state, to_state, detail, prev_hash, hash)
    SELECT (m ->> 'id')::uuid, seq, at, actor, command, from_state, to_state, detail, decode(prev_hash, 'hex'), decode(hash, 'hex')
    FROM jsonb_to_recordset(step -> 'events') AS r(seq int, at timestamptz, actor text, command text, from_state text, to_state text, detail jsonb, prev_hash text, hash text)
    RETURNING matter_id, seq, hash
  )
  INSERT INTO ledger_pending (matter_id, seq, hash) SELECT matter_id, seq, hash FROM events;

  IF jsonb_array_length(step -> 'timers') > 0 THEN
    SELECT coalesce(max(version), 0) INTO newest FROM calendar_versions;
    INSERT INTO timers (id, matter_id, purpose, name, body, due_at, provisional, stopped, ended_at, stop_ends_at, next_signal_at, counted_with, outdated)
    SELECT id, (m ->> 'id')::uuid, purpose, name, body, due_at, provisional, stopped, ended_at, stop_ends_at,
      CASE WHEN ended_at IS NULL AND NOT stopped THEN (step ->> 'at')::timestamptz END, counted_with, counted_with < newest
    FROM jsonb_to_recordset(step -> 'timers') AS r(id uuid, purpose text, name text, body jsonb, due_at timestamptz, provisional boolean, stopped boolean,
      ended_at timestamptz, stop_ends_at timestamptz, counted_with int)
    ON CONFLICT (id) DO UPDATE SET body = excluded.body, due_at = excluded.due_at, provisional = excluded.provisional, stopped = excluded.stopped, ended_at = excluded.ended_at,
      stop_ends_at = excluded.stop_ends_at, next_signal_at = excluded.next_signal_at, counted_with = excluded.counted_with, outdated = excluded.outdated;
    UPDATE signals s SET cleared_at = (step ->> 'at')::timestamptz
    FROM jsonb_to_recordset(step -> 'timers') AS r(id uuid, ended_at timestamptz)
    WHERE r.ended_at IS NOT NULL AND s.timer_id = r.id AND s.cleared_at IS NULL AND NOT s.kept;
    INSERT INTO timer_segments (timer_id, seq, kind, cause, party_kind, party_id, started_at, ended_at)
    SELECT timer_id, seq, kind, cause, party_kind, party_id, started_at, ended_at
    FROM jsonb_to_recordset(step -> 'segments') AS r(timer_id uuid, seq int, kind text, cause text, party_kind text, party_id text, started_at timestamptz, ended_at timestamptz)
    ON CONFLICT (timer_id, seq) DO UPDATE SET ended_at = excluded.ended_at;
  END IF;

  IF jsonb_array_length(step -> 'endAssignments') > 0 THEN
    UPDATE assignments SET until = (step ->> 'at')::timestamptz
    WHERE matter_id = (m ->> 'id')::uuid AND until IS NULL AND task IN (SELECT jsonb_array_elements_text(step -> 'endAssignments'));
  END IF;
  IF jsonb_array_length(step -> 'assignments') > 0 THEN
    INSERT INTO assignments (id, matter_id, task, unit_id, role, person_id, since, due_at)
    SELECT id, (m ->> 'id')::uuid, task, unit_id, role, person_id, (step ->> 'at')::timestamptz, due_at
    FROM jsonb_to_recordset(step -> 'assignments') AS r(id uuid, task text, unit_id text, role text, person_id text, due_at timestamptz);
  END IF;
END $$;
