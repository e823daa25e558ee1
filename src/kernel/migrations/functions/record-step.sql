-- Writes one step of a matter: state, ledger event, clocks and assignments in one call. Its plans do not depend on statistics: a young
-- office has none yet, and the planner, which then takes a matter for a share of the table, read all open assignments of the office to end
-- one, a quarter of the time of every command. Every row here is reached by a key of one matter, so a nested loop over an index is right
-- for an office of any size; "until" is written so that the index of the queues, which holds what is open in the whole office, does not fit.
CREATE OR REPLACE FUNCTION record_step(step jsonb) RETURNS void LANGUAGE plpgsql
SET enable_bitmapscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET plan_cache_mode = force_generic_plan AS $$
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
    WHERE matter_id = (m ->> 'id')::uuid AND coalesce(until, 'infinity') = 'infinity' AND task = ANY (ARRAY(SELECT jsonb_array_elements_text(step -> 'endAssignments')));
  END IF;
  IF jsonb_array_length(step -> 'assignments') > 0 THEN
    INSERT INTO assignments (id, matter_id, task, unit_id, role, person_id, since, due_at)
    SELECT id, (m ->> 'id')::uuid, task, unit_id, role, person_id, (step ->> 'at')::timestamptz, due_at
    FROM jsonb_to_recordset(step -> 'assignments') AS r(id uuid, task text, unit_id text, role text, person_id text, due_at timestamptz);
  END IF;
END $$;
