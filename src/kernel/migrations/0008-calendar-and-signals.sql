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
  after_matter uuid NOT NULL,
  matters int NOT NULL DEFAULT 0,
  timers int NOT NULL DEFAULT 0,
  moved int NOT NULL DEFAULT 0,
  finished_at timestamptz
);
COMMENT ON TABLE due_date_recomputes IS 'how far the open clocks were counted again with a calendar version (T-16); a killed run goes on after after_matter';
GRANT SELECT, INSERT, UPDATE ON due_date_recomputes TO yimen_app;

CREATE TABLE due_date_moves (
  matter_id uuid NOT NULL REFERENCES matters,
  timer_id uuid NOT NULL REFERENCES timers,
  calendar_version int NOT NULL REFERENCES calendar_versions,
  old_due_at timestamptz NOT NULL,
  new_due_at timestamptz NOT NULL,
  moved_at timestamptz NOT NULL,
  PRIMARY KEY (calendar_version, timer_id)
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
