CREATE TABLE regions (
  code text PRIMARY KEY,
  name text NOT NULL,
  level text NOT NULL CHECK (level IN ('province', 'prefecture', 'county', 'township', 'village')),
  parent_code text REFERENCES regions
);
COMMENT ON TABLE regions IS 'administrative divisions on five levels';
COMMENT ON COLUMN regions.code IS 'GB/T 2260 (6 digits), GB/T 10114 (9 digits) or the statistics bureau''s village code (12 digits)';
CREATE INDEX regions_parent ON regions (parent_code, code);
GRANT SELECT, INSERT, UPDATE ON regions TO yimen_app;

CREATE TABLE units (
  id text PRIMARY KEY,
  name text NOT NULL,
  short_name text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('government', 'office', 'department', 'publicUtility', 'inspection', 'townGovernment', 'serviceCenter')),
  parent_id text REFERENCES units,
  region_code text NOT NULL REFERENCES regions,
  level text NOT NULL,
  credit_code text NOT NULL UNIQUE,
  management text NOT NULL CHECK (management IN ('local', 'dual', 'vertical')),
  consult_phone text NOT NULL,
  complaint_phone text NOT NULL
);
COMMENT ON TABLE units IS 'governments, departments, public utilities and service centres of the district';
COMMENT ON COLUMN units.level IS 'level of exercise in the national exchange: 1 national to 6 village';
COMMENT ON COLUMN units.management IS 'local, dual or vertical management';
CREATE UNIQUE INDEX units_one_office ON units (kind) WHERE kind = 'office';
GRANT SELECT, INSERT, UPDATE ON units TO yimen_app;

CREATE TABLE halls (
  id text PRIMARY KEY,
  name text NOT NULL,
  kind text NOT NULL,
  unit_id text NOT NULL REFERENCES units,
  region_code text NOT NULL REFERENCES regions,
  address text NOT NULL,
  area_square_metres double precision NOT NULL CHECK (area_square_metres > 0),
  phone text NOT NULL,
  opening_hours jsonb NOT NULL,
  scope jsonb NOT NULL,
  zones jsonb NOT NULL
);
COMMENT ON TABLE halls IS 'service halls with their own opening hours and scope of items';
COMMENT ON COLUMN halls.scope IS 'all items, or the listed units, themes and items';
GRANT SELECT, INSERT, UPDATE ON halls TO yimen_app;

CREATE TABLE windows (
  id text PRIMARY KEY,
  hall_id text NOT NULL REFERENCES halls,
  zone text NOT NULL,
  number int NOT NULL CHECK (number > 0),
  name text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('GENERAL', 'DEDICATED')),
  scope jsonb NOT NULL,
  low_counter boolean NOT NULL,
  UNIQUE (hall_id, number)
);
COMMENT ON TABLE windows IS 'windows of a hall: a general one takes every item of its hall, a dedicated one says which';
COMMENT ON COLUMN windows.low_counter IS 'barrier-free';
GRANT SELECT, INSERT, UPDATE ON windows TO yimen_app;

CREATE TABLE posts (
  id text PRIMARY KEY,
  unit_id text NOT NULL REFERENCES units,
  name text NOT NULL,
  rank text NOT NULL CHECK (rank IN ('head', 'deputyHead', 'chiefRepresentative', 'officer', 'clerk')),
  powers text[] NOT NULL
);
COMMENT ON TABLE posts IS 'what a person is in a unit';
COMMENT ON COLUMN posts.powers IS 'powers delegated to a chief representative in the hall';
GRANT SELECT, INSERT, UPDATE ON posts TO yimen_app;

CREATE TABLE role_definitions (
  role text PRIMARY KEY,
  reach text NOT NULL CHECK (reach IN ('unit', 'district')),
  read_only boolean NOT NULL,
  excludes text[] NOT NULL
);
COMMENT ON TABLE role_definitions IS 'what each role reaches, and with which others one person may not hold it';
GRANT SELECT, INSERT, UPDATE ON role_definitions TO yimen_app;

CREATE TABLE staff (
  id text PRIMARY KEY,
  name text NOT NULL,
  sign_in_name text NOT NULL UNIQUE,
  unit_id text NOT NULL REFERENCES units,
  post_id text NOT NULL REFERENCES posts,
  hall_id text REFERENCES halls,
  window_id text REFERENCES windows,
  employed_from_on date NOT NULL,
  employed_to_on date,
  CHECK (employed_to_on IS NULL OR employed_to_on >= employed_from_on)
);
COMMENT ON TABLE staff IS 'members of staff; their names and posts are public in office, their private phones are not kept';
COMMENT ON COLUMN staff.id IS 'staff number on the badge';
COMMENT ON COLUMN staff.employed_to_on IS 'last day in office, included; null: until further notice';
CREATE INDEX staff_unit ON staff (unit_id, id);
GRANT SELECT, INSERT, UPDATE ON staff TO yimen_app;

CREATE TABLE role_assignments (
  staff_id text NOT NULL REFERENCES staff,
  role text NOT NULL REFERENCES role_definitions,
  unit_id text NOT NULL REFERENCES units,
  from_on date NOT NULL,
  to_on date,
  assigned_by text NOT NULL,
  assigned_at timestamptz NOT NULL,
  ended_by text,
  PRIMARY KEY (staff_id, role, unit_id, from_on),
  CHECK (to_on IS NULL OR to_on >= from_on)
);
COMMENT ON TABLE role_assignments IS 'role of a member for a unit, from the first day to the last, both included; never removed, only ended';
COMMENT ON COLUMN role_assignments.assigned_by IS 'kind:id of who assigned it';
CREATE INDEX role_assignments_unit ON role_assignments (unit_id, role, staff_id);
GRANT SELECT, INSERT, UPDATE (to_on, ended_by) ON role_assignments TO yimen_app;

CREATE TABLE head_agencies (
  id text PRIMARY KEY,
  unit_id text NOT NULL REFERENCES units,
  head_id text NOT NULL REFERENCES staff,
  deputy_id text NOT NULL REFERENCES staff,
  powers text[],
  from_on date NOT NULL,
  to_on date NOT NULL,
  granted_at timestamptz NOT NULL,
  ended_on date,
  CHECK (to_on >= from_on),
  CHECK (head_id <> deputy_id)
);
COMMENT ON TABLE head_agencies IS 'a head lets a deputy of the unit use powers of the head between two days, both included; inserted and ended, never changed';
COMMENT ON COLUMN head_agencies.powers IS 'null: all powers';
COMMENT ON COLUMN head_agencies.ended_on IS 'the day from which it has no force any more';
CREATE INDEX head_agencies_unit ON head_agencies (unit_id, to_on);
CREATE INDEX head_agencies_deputy ON head_agencies (deputy_id, to_on);
GRANT SELECT, INSERT, UPDATE (ended_on) ON head_agencies TO yimen_app;
