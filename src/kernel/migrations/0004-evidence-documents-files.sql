CREATE TABLE subject_keys (
  subject_id uuid PRIMARY KEY,
  wrapped_key bytea,
  destroyed_at timestamptz,
  CHECK ((wrapped_key IS NULL) = (destroyed_at IS NOT NULL))
);
COMMENT ON TABLE subject_keys IS 'one SM4 key per subject, wrapped by the office key; destroying it makes every record of the subject unreadable and leaves every chain valid';
GRANT SELECT, INSERT, UPDATE ON subject_keys TO yimen_app;

CREATE TABLE files (
  id uuid PRIMARY KEY,
  content_hash text NOT NULL,
  media_type text NOT NULL,
  size_bytes bigint NOT NULL CHECK (size_bytes > 0),
  name text NOT NULL,
  owner text NOT NULL,
  uploaded_at timestamptz NOT NULL
);
COMMENT ON TABLE files IS 'uploads; the bytes are in the content-addressed store under their hash';
COMMENT ON COLUMN files.content_hash IS 'SM3 of the content: its address in the file store';
COMMENT ON COLUMN files.owner IS 'principal who uploaded it; others read it through the matter it is evidence of';
CREATE INDEX files_owner ON files (owner, uploaded_at DESC);
GRANT SELECT, INSERT ON files TO yimen_app;

CREATE TABLE evidence (
  id uuid PRIMARY KEY,
  matter_id uuid NOT NULL REFERENCES matters,
  requirement text NOT NULL,
  state text NOT NULL CHECK (state IN ('submitted', 'accepted', 'defective', 'promised', 'replaced')),
  source text NOT NULL CHECK (source IN ('upload', 'scan', 'certificate', 'shared', 'commitment')),
  file_id uuid REFERENCES files,
  certificate_id text,
  provenance jsonb NOT NULL DEFAULT '{}',
  provided_at timestamptz NOT NULL,
  judged_at timestamptz
);
COMMENT ON TABLE evidence IS 'requirement to evidence: what satisfies each required material of a matter, in which state, and where it comes from';
COMMENT ON COLUMN evidence.state IS 'promised: gap acceptance or pledge, owed later; replaced: a newer one stands in its place';
CREATE INDEX evidence_matter ON evidence (matter_id);
CREATE INDEX evidence_file ON evidence (file_id) WHERE file_id IS NOT NULL;
GRANT SELECT, INSERT, UPDATE ON evidence TO yimen_app;

CREATE TABLE documents (
  id uuid PRIMARY KEY,
  matter_id uuid NOT NULL REFERENCES matters,
  kind text NOT NULL,
  number text NOT NULL UNIQUE,
  template_version int NOT NULL,
  issued_at timestamptz NOT NULL,
  issuer_unit_id text NOT NULL,
  sealed_data bytea NOT NULL,
  subject_id uuid,
  content_hash bytea NOT NULL,
  signature bytea NOT NULL,
  verification_code text NOT NULL UNIQUE
);
COMMENT ON TABLE documents IS 'insert-only: numbered legal documents; the PDF is made from template and data on reading and is always the same bytes';
COMMENT ON COLUMN documents.sealed_data IS 'what the template was filled with, under the key of the subject';
COMMENT ON COLUMN documents.content_hash IS 'SM3 over kind, number, template version and data; signed with the office''s SM2 key (the electronic seal)';
CREATE INDEX documents_matter ON documents (matter_id, issued_at);
GRANT SELECT, INSERT ON documents TO yimen_app;

CREATE TABLE draws (
  id uuid PRIMARY KEY,
  matter_id uuid REFERENCES matters,
  purpose text NOT NULL,
  drawn_at timestamptz NOT NULL,
  commitment bytea NOT NULL,
  transcript jsonb NOT NULL
);
COMMENT ON TABLE draws IS 'insert-only: every random choice with its commitment and transcript, replayable by anyone';
CREATE INDEX draws_matter ON draws (matter_id);
GRANT SELECT, INSERT ON draws TO yimen_app;

CREATE TABLE notifications (
  id uuid PRIMARY KEY,
  recipient text NOT NULL,
  subject_id uuid,
  matter_id uuid,
  channel text NOT NULL CHECK (channel IN ('in-app', 'sms', 'email')),
  template text NOT NULL,
  sealed_text bytea NOT NULL,
  created_at timestamptz NOT NULL,
  sent_at timestamptz,
  read_at timestamptz,
  attempts int NOT NULL DEFAULT 0
);
COMMENT ON TABLE notifications IS 'the outbox: written in the transaction of the step it tells of, sent after commit';
CREATE INDEX notifications_recipient ON notifications (recipient, created_at DESC);
CREATE INDEX notifications_unsent ON notifications (created_at) WHERE sent_at IS NULL;
GRANT SELECT, INSERT, UPDATE ON notifications TO yimen_app;
