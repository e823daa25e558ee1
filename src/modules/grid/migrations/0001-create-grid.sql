CREATE TABLE grid_cells (
  id text PRIMARY KEY,
  community_code text NOT NULL,
  town_code text NOT NULL,
  unit_id text NOT NULL,
  ring jsonb NOT NULL,
  worker_id text NOT NULL,
  worker_phone text NOT NULL,
  supervision_phone text NOT NULL,
  worker_since timestamptz NOT NULL
);
COMMENT ON TABLE grid_cells IS 'the one grid: cells that divide the district without overlap and gap (G-01), each with who looks after it (G-02)';
COMMENT ON COLUMN grid_cells.unit_id IS 'government of the town, which commands the two lower levels';
COMMENT ON COLUMN grid_cells.ring IS 'corners on the lattice of data/grid/frame.json, in whole numbers';
COMMENT ON COLUMN grid_cells.worker_phone IS 'telephone of the duty, which has to be public (G-02); no private number';
CREATE INDEX grid_cells_town ON grid_cells (town_code, id);
GRANT SELECT, INSERT, UPDATE (worker_id, worker_phone, worker_since) ON grid_cells TO yimen_app;

CREATE TABLE grid_events (
  id uuid PRIMARY KEY REFERENCES matters,
  source text NOT NULL CHECK (source IN ('patrol', 'public', 'hotline', 'video', 'sensor')),
  category text NOT NULL,
  cell_id text NOT NULL REFERENCES grid_cells,
  longitude double precision NOT NULL,
  latitude double precision NOT NULL,
  level text NOT NULL CHECK (level IN ('community', 'town', 'district')),
  person_id uuid,
  collected_by text,
  query_code_hash text,
  open_data boolean NOT NULL,
  sealed_report bytea NOT NULL,
  filed_at timestamptz,
  declined text CHECK (declined IN ('notThere', 'belowCondition', 'notGovernmentDuty', 'duplicate', 'outsideDistrict', 'unclear')),
  dispatched_at timestamptz,
  fed_back_at timestamptz,
  fed_back_by text,
  dispose_due_at timestamptz,
  returns int NOT NULL DEFAULT 0,
  reworks int NOT NULL DEFAULT 0,
  extended boolean NOT NULL DEFAULT false,
  concluded_at timestamptz,
  grade text CHECK (grade IN ('satisfied', 'basicallySatisfied', 'dissatisfied')),
  review_on date,
  reviews int NOT NULL DEFAULT 0,
  order_number text UNIQUE
);
COMMENT ON TABLE grid_events IS 'detail of matters of kind gridEvent: one problem at one place, through the seven steps (G-07)';
COMMENT ON COLUMN grid_events.level IS 'at which it is handled now; how it came there stands in event_moves (G-04)';
COMMENT ON COLUMN grid_events.person_id IS 'the registered person who reported it; never in the matter';
COMMENT ON COLUMN grid_events.collected_by IS 'member of staff who collected it; null where the public reported';
COMMENT ON COLUMN grid_events.query_code_hash IS 'keyed hash of the code with which the public follows it; null where staff collected it';
COMMENT ON COLUMN grid_events.open_data IS 'class, cell and state may be published; the words of a report never are';
COMMENT ON COLUMN grid_events.sealed_report IS 'description, address, name and telephone, under the key of the event';
COMMENT ON COLUMN grid_events.fed_back_by IS 'who said that it was treated; he does not verify it (G-03)';
COMMENT ON COLUMN grid_events.dispose_due_at IS 'when the treatment was due when it was fed back';
COMMENT ON COLUMN grid_events.review_on IS 'day on which a shelved event is looked at again (G-06)';
COMMENT ON COLUMN grid_events.order_number IS 'the order of the hotline about the same matter (G-05)';
CREATE INDEX grid_events_cell ON grid_events (cell_id, id DESC);
CREATE INDEX grid_events_person ON grid_events (person_id, id DESC) WHERE person_id IS NOT NULL;
GRANT SELECT, INSERT, UPDATE ON grid_events TO yimen_app;

CREATE TABLE event_moves (
  id uuid PRIMARY KEY,
  event_id uuid NOT NULL REFERENCES grid_events,
  command text NOT NULL,
  from_level text NOT NULL,
  to_level text NOT NULL,
  unit_id text NOT NULL,
  moved_at timestamptz NOT NULL
);
COMMENT ON TABLE event_moves IS 'insert-only: each dispatch, return and escalation of an event, between which levels and to which unit (G-04)';
CREATE INDEX event_moves_of ON event_moves (event_id, id);
GRANT SELECT, INSERT ON event_moves TO yimen_app;

CREATE TABLE event_notes (
  id uuid PRIMARY KEY,
  event_id uuid NOT NULL REFERENCES grid_events,
  command text NOT NULL,
  published boolean NOT NULL,
  sealed_text bytea NOT NULL,
  noted_at timestamptz NOT NULL
);
COMMENT ON TABLE event_notes IS 'insert-only: what was said at each step, under the key of the event';
COMMENT ON COLUMN event_notes.published IS 'shown to whoever reported it';
CREATE INDEX event_notes_of ON event_notes (event_id, id);
GRANT SELECT, INSERT ON event_notes TO yimen_app;

CREATE TABLE event_photos (
  file_id uuid PRIMARY KEY,
  event_id uuid NOT NULL REFERENCES grid_events,
  stage text NOT NULL CHECK (stage IN ('report', 'treatment', 'verification')),
  taken_at timestamptz NOT NULL
);
COMMENT ON TABLE event_photos IS 'insert-only: photos before, during and after the treatment';
CREATE INDEX event_photos_of ON event_photos (event_id, taken_at);
GRANT SELECT, INSERT ON event_photos TO yimen_app;

CREATE TABLE patrol_plans (
  id uuid PRIMARY KEY,
  worker_id text NOT NULL,
  unit_id text NOT NULL,
  on_day date NOT NULL,
  cell_ids text[] NOT NULL,
  planned_by text NOT NULL,
  UNIQUE (worker_id, on_day)
);
COMMENT ON TABLE patrol_plans IS 'which cells a grid worker walks on a day';
GRANT SELECT, INSERT, UPDATE (cell_ids, planned_by) ON patrol_plans TO yimen_app;

CREATE TABLE track_points (
  worker_id text NOT NULL,
  noted_at timestamptz NOT NULL,
  longitude double precision NOT NULL,
  latitude double precision NOT NULL,
  cell_id text NOT NULL REFERENCES grid_cells,
  PRIMARY KEY (worker_id, noted_at)
);
COMMENT ON TABLE track_points IS 'insert-only: where a grid worker was while he walked his plan; written by his own telephone, on duty only';
GRANT SELECT, INSERT ON track_points TO yimen_app;
