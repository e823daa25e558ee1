CREATE TABLE case_step_requests (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES cases,
  step_key text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('return', 'countersign')),
  asked_by text NOT NULL,
  asked_at timestamptz NOT NULL,
  sealed_text bytea NOT NULL,
  opinion_before text,
  sealed_text_before bytea
);
COMMENT ON TABLE case_step_requests IS 'insert-only: what one officer asks of another unit or asks again: an opinion that the route does not know (会签), or a new one (退回)';
COMMENT ON COLUMN case_step_requests.sealed_text IS 'the question, or why the opinion is returned, under the key of the applicant';
COMMENT ON COLUMN case_step_requests.opinion_before IS 'of a return: the opinion that was returned, with its text in sealed_text_before';
CREATE INDEX case_step_requests_case ON case_step_requests (case_id, asked_at);
GRANT SELECT, INSERT ON case_step_requests TO yimen_app;

CREATE TABLE case_openings (
  case_id uuid NOT NULL REFERENCES cases,
  staff_id text NOT NULL,
  since timestamptz NOT NULL,
  seen_at timestamptz NOT NULL,
  PRIMARY KEY (case_id, staff_id)
);
COMMENT ON TABLE case_openings IS 'who has the page of a case open, for colleagues to see; blocks nothing, is no record of the case and goes after minutes';
COMMENT ON COLUMN case_openings.seen_at IS 'the page was asked for or said that it is still open';
GRANT SELECT, INSERT, UPDATE, DELETE ON case_openings TO yimen_app;
