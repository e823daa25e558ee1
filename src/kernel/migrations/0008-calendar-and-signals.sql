CREATE TABLE calendar_versions (
  version int PRIMARY KEY CHECK (version > 0),
  published_at timestamptz NOT NULL,
  published_by text NOT NULL,
  change text NOT NULL CHECK (change IN ('arrangement', 'closure')),
  about text NOT NULL
);
COMMENT ON TABLE calendar_versions IS 'insert-only: every change of the calendar; the highest version is in force, and every process compares its own with it';
COMMENT ON COLUMN calendar_versions.about IS 'the year, or the id of the closure';
GRANT SELECT, INSERT ON calendar_versions TO yimen_app;

CREATE TABLE calendar_arrangements (
  year int NOT NULL,
  edition int NOT NULL CHECK (edition > 0),
  calendar_version int NOT NULL REFERENCES calendar_versions,
  notice_title text NOT NULL,
  notice_number text,
  notice_address text,
  body jsonb NOT NULL,
  PRIMARY KEY (year, edition)
);
COMMENT ON TABLE calendar_arrangements IS 'insert-only: yearly notices on days off (放假调休安排) that the office published; the highest edition of a year is current and wins over the one that ships';
COMMENT ON COLUMN calendar_arrangements.body IS 'the Arrangement of kernel/time';
GRANT SELECT, INSERT ON calendar_arrangements TO yimen_app;

CREATE TABLE calendar_closures (
  id uuid NOT NULL,
  edition int NOT NULL CHECK (edition > 0),
  calendar_version int NOT NULL REFERENCES calendar_versions,
  place_kind text NOT NULL CHECK (place_kind IN ('all', 'region', 'hall')),
  place text,
  first_on date NOT NULL,
  last_on date NOT NULL,
  name text NOT NULL,
  source text NOT NULL,
  withdrawn boolean NOT NULL,
  PRIMARY KEY (id, edition),
  CHECK (last_on >= first_on),
  CHECK ((place IS NULL) = (place_kind = 'all'))
);
COMMENT ON TABLE calendar_closures IS 'insert-only: days on which the office, a region or a hall is shut by order; the highest edition of an id is in force';
COMMENT ON COLUMN calendar_closures.place IS 'region code or hall; null for the whole office, the only closures that move legal clocks';
COMMENT ON COLUMN calendar_closures.withdrawn IS 'ended before it began: it closes no day';
GRANT SELECT, INSERT ON calendar_closures TO yimen_app;

CREATE TABLE due_date_recomputes (
  calendar_version int PRIMARY KEY REFERENCES calendar_versions,
  started_at timestamptz NOT NULL,
  first_day date,
  after_matter uuid NOT NULL,
  matters int NOT NULL DEFAULT 0,
  timers int NOT NULL DEFAULT 0,
  moved int NOT NULL DEFAULT 0,
  failed int NOT NULL DEFAULT 0,
  finished_at timestamptz
);
COMMENT ON TABLE due_date_recomputes IS 'how far the open clocks were counted again with a calendar version (T-16); a killed run goes on after after_matter; one that never finished was overtaken by a newer version';
COMMENT ON COLUMN due_date_recomputes.first_day IS 'first day that is counted otherwise than before; clocks due earlier cannot move; null: none is';
GRANT SELECT, INSERT, UPDATE ON due_date_recomputes TO yimen_app;

CREATE TABLE due_date_moves (
  matter_id uuid NOT NULL REFERENCES matters,
  timer_id uuid NOT NULL REFERENCES timers,
  calendar_version int NOT NULL REFERENCES calendar_versions,
  old_due_at timestamptz NOT NULL,
  new_due_at timestamptz NOT NULL,
  moved_at timestamptz NOT NULL,
  PRIMARY KEY (calendar_version, timer_id, moved_at)
);
COMMENT ON TABLE due_date_moves IS 'insert-only: every open clock whose due instant a calendar version moved, old and new; why is the version (T-16)';
CREATE INDEX due_date_moves_matter ON due_date_moves (matter_id);
GRANT SELECT, INSERT ON due_date_moves TO yimen_app;

ALTER TABLE timers
  ADD COLUMN stop_ends_at timestamptz,
  ADD COLUMN next_signal_at timestamptz,
  ADD COLUMN counted_with int NOT NULL DEFAULT 0,
  ADD COLUMN outdated boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN timers.stop_ends_at IS 'when the open stop reaches its own limit; null without one';
COMMENT ON COLUMN timers.next_signal_at IS 'when a rung of the signals may be reached; the instant of the last step until the signal job has looked';
COMMENT ON COLUMN timers.counted_with IS 'calendar version of the process that derived due_at; 0 is the calendar that ships';
COMMENT ON COLUMN timers.outdated IS 'written by a process that did not know the newest calendar yet; the recompute looks at it once more';
CREATE INDEX timers_open_matter ON timers (matter_id) WHERE ended_at IS NULL;
CREATE INDEX timers_lapsing_stop ON timers (stop_ends_at) WHERE ended_at IS NULL AND stop_ends_at IS NOT NULL;
CREATE INDEX timers_next_signal ON timers (next_signal_at, id) WHERE ended_at IS NULL AND next_signal_at IS NOT NULL;
CREATE INDEX timers_outdated ON timers (matter_id) WHERE outdated AND ended_at IS NULL;

CREATE TABLE signal_rungs (
  valid_from date PRIMARY KEY,
  rungs jsonb NOT NULL,
  set_at timestamptz NOT NULL,
  set_by text NOT NULL
);
COMMENT ON TABLE signal_rungs IS 'insert-only: the rungs of reminders and signals from a day on, a local setting; before the first row the ones that ship';
GRANT SELECT, INSERT ON signal_rungs TO yimen_app;

CREATE TABLE signals (
  id uuid PRIMARY KEY,
  matter_id uuid NOT NULL REFERENCES matters,
  timer_id uuid NOT NULL REFERENCES timers,
  rung text NOT NULL,
  generation int NOT NULL CHECK (generation > 0),
  kept boolean NOT NULL,
  reached_at timestamptz NOT NULL,
  fired_at timestamptz NOT NULL,
  cleared_at timestamptz,
  UNIQUE (timer_id, rung, generation)
);
COMMENT ON TABLE signals IS 'reminders, yellow and red signals: each rung of a clock at most once per generation (S-01, S-02)';
COMMENT ON COLUMN signals.generation IS '1, and one more for each extension of the clock';
COMMENT ON COLUMN signals.kept IS 'stays when the clock ends (red); the others are cleared then';
COMMENT ON COLUMN signals.reached_at IS 'when the rung was reached; fired_at is later after a downtime';
CREATE INDEX signals_matter ON signals (matter_id);
CREATE INDEX signals_standing ON signals (fired_at DESC, id DESC) WHERE cleared_at IS NULL;
GRANT SELECT, INSERT, UPDATE ON signals TO yimen_app;

-- As in 0003, and besides: which calendar the clocks were counted with, when the signal job must look, and signals that end with their clock (S-02).
CREATE OR REPLACE FUNCTION record_step(step jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  m jsonb := step -> 'matter';
  newest int;
BEGIN
  IF (m ->> 'version')::int = 1 THEN
    INSERT INTO matters (id, number, kind, state, region_code, subject_id, item_version_id, lead_unit_id, channel, opened_at, closed_at, outcome, version, head_seq, head_hash)
    SELECT id, number, kind, state, region_code, subject_id, item_version_id, lead_unit_id, channel, opened_at, closed_at, outcome, version, head_seq, decode(head_hash, 'hex')
    FROM jsonb_to_record(m) AS r(id uuid, number text, kind text, state text, region_code text, subject_id uuid, item_version_id uuid, lead_unit_id text,
      channel text, opened_at timestamptz, closed_at timestamptz, outcome text, version int, head_seq int, head_hash text);
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

-- One call for a batch of matters whose clocks moved: the ledger of each says so, and no matter needs a trip of its own.
CREATE FUNCTION move_due_dates(batch jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  moment timestamptz := (batch ->> 'at')::timestamptz;
  to_version int := (batch ->> 'calendarVersion')::int;
BEGIN
  WITH events AS (
    INSERT INTO matter_events (matter_id, seq, at, actor, command, from_state, to_state, detail, prev_hash, hash)
    SELECT matter_id, seq, moment, actor, command, state, state, detail, decode(prev_hash, 'hex'), decode(hash, 'hex')
    FROM jsonb_to_recordset(batch -> 'events') AS r(matter_id uuid, seq int, actor text, command text, state text, detail jsonb, prev_hash text, hash text)
    RETURNING matter_id, seq, hash
  ), heads AS (
    UPDATE matters m SET version = m.version + 1, head_seq = e.seq, head_hash = e.hash FROM events e WHERE m.id = e.matter_id
  )
  INSERT INTO ledger_pending (matter_id, seq, hash) SELECT matter_id, seq, hash FROM events;

  UPDATE timers t SET due_at = r.due_at, provisional = r.provisional, stop_ends_at = r.stop_ends_at, counted_with = to_version, outdated = false,
    next_signal_at = CASE WHEN t.stopped THEN NULL ELSE moment END
  FROM jsonb_to_recordset(batch -> 'timers') AS r(id uuid, due_at timestamptz, provisional boolean, stop_ends_at timestamptz) WHERE t.id = r.id;

  INSERT INTO due_date_moves (matter_id, timer_id, calendar_version, old_due_at, new_due_at, moved_at)
  SELECT matter_id, timer_id, to_version, old_due_at, new_due_at, moment
  FROM jsonb_to_recordset(batch -> 'moves') AS r(matter_id uuid, timer_id uuid, old_due_at timestamptz, new_due_at timestamptz);

  UPDATE assignments a SET due_at = r.new_due_at
  FROM (
    SELECT matter_id, old_due_at, min(new_due_at) AS new_due_at
    FROM jsonb_to_recordset(batch -> 'moves') AS r(matter_id uuid, old_due_at timestamptz, new_due_at timestamptz) GROUP BY matter_id, old_due_at
  ) r WHERE a.matter_id = r.matter_id AND a.until IS NULL AND a.due_at = r.old_due_at;
END $$;
COMMENT ON FUNCTION move_due_dates(jsonb) IS 'writes what a calendar change moved in a batch of matters that the caller holds: ledger events, clocks, moves, open tasks (T-16)';
GRANT EXECUTE ON FUNCTION move_due_dates(jsonb) TO yimen_app;
