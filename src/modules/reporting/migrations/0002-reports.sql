CREATE TABLE report_templates (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  valid_from date NOT NULL,
  body jsonb NOT NULL,
  saved_at timestamptz NOT NULL,
  saved_by text NOT NULL
);
COMMENT ON TABLE report_templates IS 'insert-only: the sentences of reports from a day on, as officials write them; before the first row the template that ships';
COMMENT ON COLUMN report_templates.valid_from IS 'reports written on this day or later use it, unless a later one is in force; of two of the same day the one saved last';
CREATE INDEX report_templates_in_force ON report_templates (name, valid_from DESC, id DESC);
GRANT SELECT, INSERT ON report_templates TO yimen_app;

CREATE TABLE report_requests (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('half-year', 'scorecards')),
  format text NOT NULL CHECK (format IN ('docx', 'xlsx')),
  period_from date NOT NULL,
  period_to date NOT NULL,
  requested_at timestamptz NOT NULL,
  requested_by text NOT NULL,
  written_at timestamptz,
  content_hash text,
  size_bytes bigint,
  CHECK (period_from <= period_to),
  CHECK ((written_at IS NULL) = (content_hash IS NULL))
);
COMMENT ON TABLE report_requests IS 'reports that staff asked for: written by a job, then kept as they were written';
COMMENT ON COLUMN report_requests.requested_by IS 'kind:id of who asked, and the only one who finds it here';
COMMENT ON COLUMN report_requests.content_hash IS 'address of the file in the file store; null until it is written';
CREATE INDEX report_requests_of ON report_requests (requested_by, id DESC);
GRANT SELECT, INSERT, UPDATE (written_at, content_hash, size_bytes) ON report_requests TO yimen_app;
