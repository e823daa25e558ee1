CREATE TABLE matters (
  id uuid PRIMARY KEY,
  number text NOT NULL UNIQUE CHECK (length(number) <= 50),
  kind text NOT NULL,
  state text NOT NULL,
  region_code text NOT NULL,
  subject_id uuid,
  item_version_id uuid,
  lead_unit_id text,
  channel text NOT NULL,
  opened_at timestamptz NOT NULL,
  closed_at timestamptz,
  outcome text,
  version int NOT NULL,
  head_seq int NOT NULL,
  head_hash bytea NOT NULL
);
COMMENT ON TABLE matters IS 'one row per thing that is owed an answer; a projection of matter_events; detail lives in the module''s own table under the same id';
COMMENT ON COLUMN matters.number IS 'public number, never reused';
COMMENT ON COLUMN matters.version IS 'grows with every step; a writer that read an older version is refused';
COMMENT ON COLUMN matters.head_hash IS 'hash of the last event';
CREATE INDEX matters_subject ON matters (subject_id, opened_at DESC) WHERE subject_id IS NOT NULL;
CREATE INDEX matters_open_kind ON matters (kind, state, opened_at) WHERE closed_at IS NULL;
GRANT SELECT, INSERT, UPDATE ON matters TO yimen_app;

CREATE TABLE matter_events (
  matter_id uuid NOT NULL REFERENCES matters,
  seq int NOT NULL CHECK (seq > 0),
  at timestamptz NOT NULL,
  actor text NOT NULL,
  command text NOT NULL,
  from_state text,
  to_state text NOT NULL,
  detail jsonb NOT NULL,
  prev_hash bytea NOT NULL,
  hash bytea NOT NULL,
  PRIMARY KEY (matter_id, seq)
);
COMMENT ON TABLE matter_events IS 'the ledger: insert-only for the application, hash-chained per matter (SM3); references only, no names, numbers or free text about persons';
COMMENT ON COLUMN matter_events.actor IS 'kind:id of the caller';
GRANT SELECT, INSERT ON matter_events TO yimen_app;

CREATE TABLE ledger_pending (
  matter_id uuid NOT NULL,
  seq int NOT NULL,
  hash bytea NOT NULL,
  PRIMARY KEY (matter_id, seq)
);
COMMENT ON TABLE ledger_pending IS 'events that no checkpoint has folded in yet';
GRANT SELECT, INSERT, DELETE ON ledger_pending TO yimen_app;

CREATE TABLE ledger_leaves (
  leaf_no bigint PRIMARY KEY CHECK (leaf_no >= 0),
  matter_id uuid NOT NULL,
  seq int NOT NULL,
  hash bytea NOT NULL,
  UNIQUE (matter_id, seq)
);
COMMENT ON TABLE ledger_leaves IS 'insert-only: the order in which events entered the Merkle tree';
GRANT SELECT, INSERT ON ledger_leaves TO yimen_app;

CREATE TABLE ledger_nodes (
  level int NOT NULL CHECK (level > 0),
  index bigint NOT NULL CHECK (index >= 0),
  hash bytea NOT NULL,
  PRIMARY KEY (level, index)
);
COMMENT ON TABLE ledger_nodes IS 'insert-only: hashes of complete subtrees of 2^level leaves, so that a proof reads a handful of rows';
GRANT SELECT, INSERT ON ledger_nodes TO yimen_app;

CREATE TABLE checkpoints (
  tree_size bigint PRIMARY KEY,
  root bytea NOT NULL,
  signed_at timestamptz NOT NULL,
  signature bytea NOT NULL,
  public_key bytea NOT NULL
);
COMMENT ON TABLE checkpoints IS 'insert-only: signed roots (SM2) of the Merkle tree';
GRANT SELECT, INSERT ON checkpoints TO yimen_app;

CREATE TABLE timers (
  id uuid PRIMARY KEY,
  matter_id uuid NOT NULL REFERENCES matters,
  purpose text NOT NULL CHECK (purpose IN ('legal', 'promised', 'internal', 'signal')),
  name text NOT NULL,
  body jsonb NOT NULL,
  due_at timestamptz,
  provisional boolean NOT NULL DEFAULT false,
  stopped boolean NOT NULL DEFAULT false,
  ended_at timestamptz
);
COMMENT ON TABLE timers IS 'the clock ledger: budget, anchor, legal reference and segments; the due instant is derived and stored only as an index';
COMMENT ON COLUMN timers.body IS 'the timer of kernel/time, segments included';
COMMENT ON COLUMN timers.due_at IS 'null while an open stop leaves no fixed date';
COMMENT ON COLUMN timers.ended_at IS 'satisfied, superseded or voided';
CREATE INDEX timers_matter ON timers (matter_id);
CREATE INDEX timers_open_due ON timers (due_at, matter_id) WHERE ended_at IS NULL AND due_at IS NOT NULL;
GRANT SELECT, INSERT, UPDATE ON timers TO yimen_app;

CREATE TABLE timer_segments (
  timer_id uuid NOT NULL REFERENCES timers,
  seq int NOT NULL,
  kind text NOT NULL CHECK (kind IN ('running', 'stopped', 'waiting')),
  cause text NOT NULL,
  party_kind text NOT NULL,
  party_id text,
  started_at timestamptz NOT NULL,
  ended_at timestamptz,
  PRIMARY KEY (timer_id, seq),
  CHECK (ended_at IS NULL OR ended_at >= started_at)
);
COMMENT ON TABLE timer_segments IS 'whose time it was: a projection of timers.body for sums by party';
GRANT SELECT, INSERT, UPDATE ON timer_segments TO yimen_app;

CREATE TABLE assignments (
  id uuid PRIMARY KEY,
  matter_id uuid NOT NULL REFERENCES matters,
  task text NOT NULL,
  unit_id text NOT NULL,
  role text NOT NULL,
  person_id text,
  since timestamptz NOT NULL,
  due_at timestamptz,
  until timestamptz
);
COMMENT ON TABLE assignments IS 'who has it: the work queues read only this table';
CREATE INDEX assignments_unit_queue ON assignments (unit_id, role, due_at, id) INCLUDE (matter_id, person_id, task) WHERE until IS NULL;
CREATE INDEX assignments_person_queue ON assignments (person_id, due_at, id) INCLUDE (matter_id, task) WHERE until IS NULL AND person_id IS NOT NULL;
CREATE INDEX assignments_matter ON assignments (matter_id);
GRANT SELECT, INSERT, UPDATE ON assignments TO yimen_app;

CREATE TABLE links (
  from_id uuid NOT NULL REFERENCES matters,
  to_id uuid NOT NULL REFERENCES matters,
  kind text NOT NULL,
  linked_at timestamptz NOT NULL,
  PRIMARY KEY (from_id, to_id, kind),
  CHECK (from_id <> to_id)
);
COMMENT ON TABLE links IS 'matter to matter: parent, arose-from, duplicates, appeals';
CREATE INDEX links_to ON links (to_id, kind);
GRANT SELECT, INSERT ON links TO yimen_app;

CREATE TABLE number_sequences (
  prefix text PRIMARY KEY,
  last int NOT NULL
);
COMMENT ON TABLE number_sequences IS 'last number given under a prefix (item and day); gaps only where a transaction failed before commit';
GRANT SELECT, INSERT, UPDATE ON number_sequences TO yimen_app;
