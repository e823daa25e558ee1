CREATE TABLE calls (
  id uuid PRIMARY KEY,
  line text NOT NULL CHECK (line IN ('12345', '96128')),
  state text NOT NULL CHECK (state IN ('ringing', 'talking', 'held', 'transferred', 'conference', 'ended')),
  caller_id uuid NOT NULL REFERENCES callers,
  exchange_key text NOT NULL UNIQUE,
  seat_staff_id text,
  rang_at timestamptz NOT NULL,
  answered_at timestamptz,
  ended_at timestamptz,
  recording text,
  order_id uuid REFERENCES work_orders,
  transferred_at timestamptz,
  transfer_unit_id text,
  connected boolean NOT NULL DEFAULT false,
  satisfied boolean,
  CHECK (connected = false OR transferred_at IS NOT NULL),
  CHECK (satisfied IS NULL OR connected),
  CHECK ((state = 'ended') = (ended_at IS NOT NULL))
);
COMMENT ON TABLE calls IS 'telephone calls to the two lines; success ≤ transfers ≤ calls and satisfied ≤ success hold for each row (H-14)';
COMMENT ON COLUMN calls.exchange_key IS 'what the telephone exchange calls it';
COMMENT ON COLUMN calls.recording IS 'reference of the recording in the exchange; the sound is not kept here';
COMMENT ON COLUMN calls.satisfied IS 'what the caller said about a call that was put through; null when not asked';
CREATE INDEX calls_seat ON calls (seat_staff_id, id DESC);
CREATE INDEX calls_open ON calls (rang_at) WHERE state <> 'ended';
GRANT SELECT, INSERT, UPDATE ON calls TO yimen_app;

CREATE TABLE call_acts (
  call_id uuid NOT NULL REFERENCES calls,
  seq int NOT NULL,
  act text NOT NULL CHECK (act IN ('ring', 'answer', 'hold', 'resume', 'transfer', 'join', 'hang-up')),
  unit_id text,
  connected boolean,
  acted_at timestamptz NOT NULL,
  PRIMARY KEY (call_id, seq)
);
COMMENT ON TABLE call_acts IS 'insert-only: what was done with a call';
COMMENT ON COLUMN call_acts.unit_id IS 'to whom it was put through';
GRANT SELECT, INSERT ON call_acts TO yimen_app;
