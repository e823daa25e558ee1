CREATE TABLE service_events (
  id uuid PRIMARY KEY,
  matter_id uuid NOT NULL REFERENCES matters,
  case_number text NOT NULL,
  service_number int NOT NULL CHECK (service_number > 0),
  kind text NOT NULL CHECK (kind IN ('consult', 'submit', 'correct', 'pay', 'close')),
  unit_id text NOT NULL,
  staff_id text,
  window_id text,
  hall_id text,
  item_version_id uuid NOT NULL,
  item_name text,
  item_type text NOT NULL CHECK (item_type ~ '^[0-9]{2}$'),
  person_id uuid NOT NULL,
  query_code_hash text,
  happened_at timestamptz NOT NULL,
  UNIQUE (case_number, service_number)
);
COMMENT ON TABLE service_events IS 'insert-only: each time a person was served in a case; only these may be evaluated (E-05)';
COMMENT ON COLUMN service_events.service_number IS 'the n-th service of the case, from 1';
COMMENT ON COLUMN service_events.staff_id IS 'who served; null where no member of staff did';
COMMENT ON COLUMN service_events.item_type IS 'national code of the item type; E-10 says which are evaluated';
COMMENT ON COLUMN service_events.person_id IS 'who was served: the one who may evaluate';
COMMENT ON COLUMN service_events.query_code_hash IS 'SM3 of the query code on the receipt, for who evaluates without signing in';
CREATE INDEX service_events_close ON service_events (happened_at, matter_id) WHERE kind = 'close';
CREATE INDEX service_events_matter ON service_events (matter_id);
GRANT SELECT, INSERT ON service_events TO yimen_app;

CREATE TABLE service_reviews (
  id uuid PRIMARY KEY,
  event_id uuid NOT NULL UNIQUE REFERENCES service_events,
  evaluator_id uuid NOT NULL,
  grade smallint NOT NULL CHECK (grade BETWEEN 1 AND 5),
  reasons text[] NOT NULL,
  sealed_text bytea,
  anonymous boolean NOT NULL,
  channel text NOT NULL CHECK (channel IN ('web', 'mobile', 'qrCode', 'hallTablet', 'hallTerminal')),
  evaluated_at timestamptz NOT NULL,
  default_given boolean NOT NULL DEFAULT false CHECK (NOT default_given)
);
COMMENT ON TABLE service_reviews IS 'insert-only: what a person thought of one service event, at most one each (E-04)';
COMMENT ON COLUMN service_reviews.reasons IS 'national indicator codes; the first digit is the grade';
COMMENT ON COLUMN service_reviews.sealed_text IS 'under the key of the evaluator';
COMMENT ON COLUMN service_reviews.default_given IS 'always false: nobody is made satisfied by silence; the national exchange asks for the field';
CREATE INDEX service_reviews_evaluated ON service_reviews (evaluated_at);
GRANT SELECT, INSERT ON service_reviews TO yimen_app;

CREATE TABLE review_exclusions (
  review_id uuid PRIMARY KEY REFERENCES service_reviews,
  reviewer_id text NOT NULL,
  ground text NOT NULL CHECK (ground IN ('malicious', 'empty', 'untrue')),
  sealed_reason bytea NOT NULL,
  excluded_at timestamptz NOT NULL
);
COMMENT ON TABLE review_exclusions IS 'insert-only: reviews found invalid, by whom and why; the review stays and leaves the ratios (E-08)';
COMMENT ON COLUMN review_exclusions.reviewer_id IS 'kind:id of who decided';
COMMENT ON COLUMN review_exclusions.sealed_reason IS 'under the key of the office: it is the office''s own and outlives the key of the evaluator';
GRANT SELECT, INSERT ON review_exclusions TO yimen_app;

CREATE TABLE rectifications (
  id uuid PRIMARY KEY REFERENCES matters,
  review_id uuid NOT NULL UNIQUE REFERENCES service_reviews,
  finding text CHECK (finding IN ('clear', 'complex', 'noLegalBasis')),
  callback_result text CHECK (callback_result IN ('satisfied', 'dissatisfied', 'unreachable', 'anonymous')),
  reopenings int NOT NULL DEFAULT 0
);
COMMENT ON TABLE rectifications IS 'detail of matters of kind rectification: exactly one for each bad review (E-01)';
COMMENT ON COLUMN rectifications.callback_result IS 'of the last call back; anonymous: nobody to call';
GRANT SELECT, INSERT, UPDATE ON rectifications TO yimen_app;

CREATE TABLE rectification_notes (
  id uuid PRIMARY KEY,
  rectification_id uuid NOT NULL REFERENCES rectifications,
  command text NOT NULL,
  published boolean NOT NULL,
  sealed_text bytea NOT NULL,
  noted_at timestamptz NOT NULL
);
COMMENT ON TABLE rectification_notes IS 'insert-only: what was said and found at each step, under the key of the evaluator';
COMMENT ON COLUMN rectification_notes.published IS 'the reply that everybody may read';
CREATE INDEX rectification_notes_of ON rectification_notes (rectification_id, id);
GRANT SELECT, INSERT ON rectification_notes TO yimen_app;

CREATE TABLE review_invitations (
  matter_id uuid PRIMARY KEY REFERENCES matters,
  event_id uuid NOT NULL REFERENCES service_events,
  invited_at timestamptz NOT NULL
);
COMMENT ON TABLE review_invitations IS 'insert-only: the one invitation to evaluate a closed case (E-07)';
GRANT SELECT, INSERT ON review_invitations TO yimen_app;
