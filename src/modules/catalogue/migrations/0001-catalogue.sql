-- A range over codes lets one exclusion constraint say "same code and overlapping days" without an extension.
CREATE TYPE code_range AS RANGE (subtype = text, collation = "C");

CREATE TABLE items (
  implement_code text PRIMARY KEY CHECK (implement_code ~ '^[0-9A-Z]{31}$'),
  item_key text NOT NULL UNIQUE,
  basic_code text NOT NULL,
  created_at timestamptz NOT NULL
);
COMMENT ON TABLE items IS 'service items of implementing bodies (实施清单); locked while one of their versions is published, suspended or cancelled';
COMMENT ON COLUMN items.implement_code IS '实施编码: credit code of the body, level of exercise, basic code';
CREATE INDEX items_basic_code ON items (basic_code);
GRANT SELECT, INSERT, UPDATE ON items TO yimen_app;

CREATE TABLE item_versions (
  id uuid PRIMARY KEY,
  implement_code text NOT NULL REFERENCES items,
  item_key text NOT NULL,
  basic_code text NOT NULL,
  version int NOT NULL CHECK (version > 0),
  state text NOT NULL CHECK (state IN ('DRAFT', 'SUBMITTED', 'RETURNED', 'PUBLISHED', 'SUSPENDED', 'CANCELLED')),
  effective_from date NOT NULL,
  effective_to date CHECK (effective_to >= effective_from),
  department text NOT NULL,
  department_name text NOT NULL,
  name text NOT NULL,
  plain_name text NOT NULL,
  item_type text NOT NULL,
  handling_kind text NOT NULL,
  promised_limit jsonb NOT NULL,
  online_depth int NOT NULL,
  max_visits int NOT NULL,
  audiences text[] NOT NULL,
  themes text[] NOT NULL,
  synonyms text[] NOT NULL,
  body jsonb NOT NULL,
  content_hash text NOT NULL,
  search tsvector NOT NULL,
  edited_by text NOT NULL,
  edited_at timestamptz NOT NULL,
  UNIQUE (implement_code, version),
  CONSTRAINT item_versions_one_in_force EXCLUDE USING gist (
    code_range(implement_code, implement_code, '[]') WITH &&, daterange(effective_from, effective_to, '[)') WITH &&
  ) WHERE (state IN ('PUBLISHED', 'SUSPENDED', 'CANCELLED'))
);
COMMENT ON TABLE item_versions IS 'versions of items; the body of a published version is never changed, only its state and last day';
COMMENT ON COLUMN item_versions.effective_to IS 'the first day on which the version no longer applies; null: until further notice';
COMMENT ON COLUMN item_versions.audiences IS 'person, organisation: from the service objects';
COMMENT ON COLUMN item_versions.body IS 'the whole record; its state and last day are those of the moment of publication';
COMMENT ON COLUMN item_versions.content_hash IS 'SM3 of the canonical body';
COMMENT ON COLUMN item_versions.search IS 'weighted words of names, synonyms, themes, results, situations, papers and laws';
COMMENT ON COLUMN item_versions.edited_by IS 'kind:id of who edited it last; somebody else publishes it';
CREATE UNIQUE INDEX item_versions_one_draft ON item_versions (implement_code) WHERE state IN ('DRAFT', 'SUBMITTED', 'RETURNED');
CREATE INDEX item_versions_search ON item_versions USING gin (search);
CREATE INDEX item_versions_department ON item_versions (department, implement_code) WHERE state IN ('PUBLISHED', 'CANCELLED');
GRANT SELECT, INSERT, UPDATE (state, effective_from, effective_to, department, department_name, name, plain_name, item_type, handling_kind, promised_limit, online_depth,
  max_visits, audiences, themes, synonyms, body, content_hash, search, edited_by, edited_at) ON item_versions TO yimen_app;

CREATE TABLE themes (
  key text PRIMARY KEY,
  name text NOT NULL,
  body jsonb NOT NULL
);
COMMENT ON TABLE themes IS 'theme packages (一件事): items that people need together';
GRANT SELECT, INSERT, UPDATE ON themes TO yimen_app;

CREATE TABLE catalogue_lists (
  list text NOT NULL CHECK (list IN ('permit', 'proof', 'sharedResource', 'certificateType', 'basicCatalogue')),
  key text NOT NULL,
  body jsonb NOT NULL,
  PRIMARY KEY (list, key)
);
COMMENT ON TABLE catalogue_lists IS 'the lists that items rest on: 行政许可事项清单, 证明事项清单, shared resources, kinds of certificate, 基本目录';
GRANT SELECT, INSERT, UPDATE ON catalogue_lists TO yimen_app;

CREATE TABLE catalogue_events (
  seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id uuid NOT NULL UNIQUE,
  at timestamptz NOT NULL,
  actor text NOT NULL,
  act text NOT NULL CHECK (act IN ('load', 'publish', 'suspend', 'resume', 'cancel', 'import')),
  implement_code text REFERENCES items,
  version int,
  effective_on date,
  reason text
);
COMMENT ON TABLE catalogue_events IS 'who published, suspended, resumed or cancelled what and why; insert only. The last id names the state of the catalogue';
COMMENT ON COLUMN catalogue_events.effective_on IS 'from which day the act works';
CREATE INDEX catalogue_events_item ON catalogue_events (implement_code, seq);
GRANT SELECT, INSERT ON catalogue_events TO yimen_app;
