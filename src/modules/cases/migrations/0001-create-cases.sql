CREATE TABLE cases (
  id uuid PRIMARY KEY REFERENCES matters,
  implement_code text NOT NULL,
  item_name text NOT NULL,
  item_key text NOT NULL,
  applicant_id uuid NOT NULL,
  applicant_kind text NOT NULL CHECK (applicant_kind IN ('person', 'organisation')),
  applicant_name text NOT NULL,
  submitter text NOT NULL,
  authorisation_id uuid,
  parties uuid[] NOT NULL,
  scenario jsonb NOT NULL,
  sealed_form bytea NOT NULL,
  delivery_kind text NOT NULL CHECK (delivery_kind IN ('electronic', 'window', 'post', 'terminal')),
  sealed_delivery bytea,
  query_code_hash text NOT NULL,
  phone_index text,
  receiving_hall_id text,
  window_id text,
  cross_region boolean NOT NULL DEFAULT false,
  forwarded_at timestamptz,
  government_id text,
  place_index text,
  pledge boolean NOT NULL DEFAULT false,
  pledge_checked text CHECK (pledge_checked IN ('passed', 'failed', 'rectified')),
  renews text,
  late_renewal boolean NOT NULL DEFAULT false,
  priority_approver text,
  visits int NOT NULL DEFAULT 0,
  received_at timestamptz NOT NULL,
  accepted_at timestamptz,
  acceptor_id text,
  decided_at timestamptz,
  decider_id text,
  certificate_identifier text,
  delivered_at timestamptz,
  on_time boolean
);
COMMENT ON TABLE cases IS 'detail of matters of kind case: who applied for which item, and what the projection of the ledger adds to it';
COMMENT ON COLUMN cases.applicant_name IS 'masked';
COMMENT ON COLUMN cases.parties IS 'persons who may see and act for the applicant: the applicant, the submitter';
COMMENT ON COLUMN cases.query_code_hash IS 'keyed hash of the query code on the receipt, for progress without sign-in (C-31)';
COMMENT ON COLUMN cases.phone_index IS 'blind index of the applicant''s phone, the other key of the progress query';
COMMENT ON COLUMN cases.government_id IS 'joint handling only: the government whose head may extend the limit (行政许可法 art. 42)';
COMMENT ON COLUMN cases.place_index IS 'blind index of the address the application is about: a material of another place is another material (C-30)';
COMMENT ON COLUMN cases.received_at IS 'receipt of the papers as they now are: submission, or the last correction';
COMMENT ON COLUMN cases.renews IS 'identifier of the certificate that this case renews';
CREATE INDEX cases_item_accepted ON cases (implement_code, accepted_at) WHERE decided_at IS NULL;
CREATE INDEX cases_parties ON cases USING gin (parties);
CREATE INDEX cases_decided ON cases (decided_at DESC, id) WHERE decided_at IS NOT NULL;
GRANT SELECT, INSERT, UPDATE ON cases TO yimen_app;

CREATE TABLE case_steps (
  case_id uuid NOT NULL REFERENCES cases,
  key text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('REVIEW', 'APPROVE')),
  unit_id text NOT NULL,
  role text NOT NULL,
  step_order int NOT NULL,
  countersign boolean NOT NULL,
  officers int NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'open', 'done', 'skipped')),
  person_id text,
  draw_id uuid,
  opened_at timestamptz,
  done_at timestamptz,
  opinion text CHECK (opinion IN ('agree', 'agreeWithConditions', 'disagree')),
  sealed_text bytea,
  checked_by text[],
  PRIMARY KEY (case_id, key)
);
COMMENT ON TABLE case_steps IS 'the route of a case: which unit reviews or approves, in which order, with which opinion';
COMMENT ON COLUMN case_steps.draw_id IS 'the recorded draw that chose the person';
COMMENT ON COLUMN case_steps.checked_by IS 'officers who checked the substance';
CREATE INDEX case_steps_unit ON case_steps (unit_id, state);
GRANT SELECT, INSERT, UPDATE ON case_steps TO yimen_app;

CREATE TABLE case_notices (
  case_id uuid NOT NULL REFERENCES cases,
  round int NOT NULL CHECK (round > 0),
  defects jsonb NOT NULL,
  noticed_at timestamptz NOT NULL,
  corrected_at timestamptz,
  supplied text[],
  PRIMARY KEY (case_id, round)
);
COMMENT ON TABLE case_notices IS 'one-time notices: every defect told, and what the applicant supplied in answer (C-02)';
GRANT SELECT, INSERT, UPDATE ON case_notices TO yimen_app;

CREATE TABLE case_violations (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES cases,
  kind text NOT NULL CHECK (kind IN ('repeated-correction', 'too-many-visits', 'late-decision')),
  at timestamptz NOT NULL,
  actor text NOT NULL,
  detail jsonb NOT NULL
);
COMMENT ON TABLE case_violations IS 'insert-only: what the law forbids the office and somebody tried or did, for supervision';
GRANT SELECT, INSERT ON case_violations TO yimen_app;

CREATE TABLE case_visits (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES cases,
  at timestamptz NOT NULL,
  purpose text NOT NULL CHECK (purpose IN ('submit', 'correct', 'consult', 'collect')),
  hall_id text,
  recorded_by text NOT NULL
);
COMMENT ON TABLE case_visits IS 'insert-only: every time the applicant came to a hall for a case (C-32)';
CREATE INDEX case_visits_case ON case_visits (case_id);
GRANT SELECT, INSERT ON case_visits TO yimen_app;

CREATE TABLE credit_records (
  id uuid PRIMARY KEY,
  subject_id uuid NOT NULL,
  case_id uuid NOT NULL REFERENCES cases,
  recorded_at timestamptz NOT NULL,
  repaired_at timestamptz
);
COMMENT ON TABLE credit_records IS 'false pledges; an unrepaired one bars the subject from pledging again (C-19)';
CREATE INDEX credit_records_open ON credit_records (subject_id) WHERE repaired_at IS NULL;
GRANT SELECT, INSERT, UPDATE ON credit_records TO yimen_app;
