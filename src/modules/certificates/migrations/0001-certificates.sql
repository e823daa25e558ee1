CREATE TABLE certificate_types (
  key text PRIMARY KEY,
  code text NOT NULL UNIQUE CHECK (code ~ '^[0-9A-Z]{18}[0-9]{3}$'),
  name text NOT NULL,
  holder_kind text NOT NULL CHECK (holder_kind IN ('PERSON', 'ORGANISATION', 'PROJECT', 'PROPERTY')),
  issued_by text[] NOT NULL,
  fields text[] NOT NULL,
  validity jsonb NOT NULL,
  electronic boolean NOT NULL
);
COMMENT ON TABLE certificate_types IS 'the directory of kinds of certificate (证照目录, GB/T 36902)';
COMMENT ON COLUMN certificate_types.code IS 'credit code of the body that defined the kind and three digits: the type segment of every identifier (GB/T 36904); given once, never changed';
COMMENT ON COLUMN certificate_types.fields IS 'labels of the business fields, in the order of the face; the first is the certificate number';
GRANT SELECT, INSERT, UPDATE (name, holder_kind, issued_by, fields, validity, electronic) ON certificate_types TO yimen_app;

CREATE TABLE certificates (
  id uuid PRIMARY KEY,
  identifier text NOT NULL UNIQUE,
  type_key text NOT NULL REFERENCES certificate_types,
  version int NOT NULL CHECK (version BETWEEN 1 AND 999),
  holder_id uuid NOT NULL,
  issuer_unit_id text NOT NULL,
  issuer_name text NOT NULL,
  matter_id uuid NOT NULL,
  item_version_id uuid,
  serial text NOT NULL,
  state text NOT NULL CHECK (state IN ('01', '02', '03', '04', '05', '06', '07')),
  valid_from date NOT NULL,
  valid_to date CHECK (valid_to >= valid_from),
  sealed_fields bytea NOT NULL,
  content_hash bytea NOT NULL,
  signature bytea NOT NULL,
  public_key bytea NOT NULL,
  issued_at timestamptz NOT NULL,
  previous_identifier text UNIQUE REFERENCES certificates (identifier)
);
COMMENT ON TABLE certificates IS 'electronic certificates (电子证照); nothing but the state is ever changed, and every change of it is an event';
COMMENT ON COLUMN certificates.state IS 'national codes: 01 valid, 02 withheld, 03 rescinded, 04 deregistered, 05 expired or replaced, 06 transferred, 07 revoked';
COMMENT ON COLUMN certificates.valid_to IS 'last day of validity, included; null: does not expire';
COMMENT ON COLUMN certificates.sealed_fields IS 'holder and business fields as of issue, under the holder''s key';
COMMENT ON COLUMN certificates.content_hash IS 'SM3 of the sealed fields; the SM2 signature binds it to identifier, holder, issuer and validity';
COMMENT ON COLUMN certificates.previous_identifier IS 'the certificate that this one renewed or changed (延续, 变更)';
CREATE INDEX certificates_holder ON certificates (holder_id, id DESC);
CREATE INDEX certificates_matter ON certificates (matter_id);
CREATE INDEX certificates_running_out ON certificates (valid_to, id) WHERE state IN ('01', '02') AND valid_to IS NOT NULL;
GRANT SELECT, INSERT, UPDATE (state) ON certificates TO yimen_app;

CREATE TABLE certificate_events (
  certificate_id uuid NOT NULL REFERENCES certificates,
  seq int NOT NULL CHECK (seq > 0),
  at timestamptz NOT NULL,
  actor text NOT NULL,
  command text NOT NULL,
  operation_code text NOT NULL CHECK (operation_code ~ '^(0[1-9]|10)$'),
  from_state text,
  to_state text NOT NULL,
  sealed_reason bytea,
  PRIMARY KEY (certificate_id, seq)
);
COMMENT ON TABLE certificate_events IS 'insert-only: what happened to each certificate';
COMMENT ON COLUMN certificate_events.operation_code IS 'national codes: 01 issue, 02 renew or change, 03 withhold, 04 expire, 05 end (rescind, revoke, deregister, transfer out), 06 restore, 10 cancel a transfer';
COMMENT ON COLUMN certificate_events.sealed_reason IS 'free text, under the holder''s key';
GRANT SELECT, INSERT ON certificate_events TO yimen_app;

CREATE TABLE certificate_uses (
  id uuid PRIMARY KEY,
  certificate_id uuid NOT NULL REFERENCES certificates,
  matter_id uuid NOT NULL,
  purpose text NOT NULL CHECK (length(purpose) BETWEEN 1 AND 200),
  actor text NOT NULL,
  used_at timestamptz NOT NULL
);
COMMENT ON TABLE certificate_uses IS 'insert-only: every use of a certificate with its matter and purpose; without one its fields are not read for a matter (rules D-08, D-13)';
CREATE INDEX certificate_uses_certificate ON certificate_uses (certificate_id, id DESC);
CREATE INDEX certificate_uses_matter ON certificate_uses (matter_id, certificate_id);
GRANT SELECT, INSERT ON certificate_uses TO yimen_app;

CREATE TABLE certificate_doubts (
  id uuid PRIMARY KEY,
  certificate_id uuid NOT NULL REFERENCES certificates,
  matter_id uuid NOT NULL,
  issuer_unit_id text NOT NULL,
  field_label text NOT NULL,
  sealed_statement bytea NOT NULL,
  raised_by text NOT NULL,
  raised_at timestamptz NOT NULL,
  answer text CHECK (answer IN ('corrected', 'confirmed')),
  answered_by text,
  answered_at timestamptz,
  CHECK ((answer IS NULL) = (answered_at IS NULL) AND (answer IS NULL) = (answered_by IS NULL))
);
COMMENT ON TABLE certificate_doubts IS 'tickets to the issuing unit: the applicant''s own document contradicts the shared certificate and prevails (rule D-15)';
COMMENT ON COLUMN certificate_doubts.sealed_statement IS 'what the applicant''s document says, under the holder''s key';
CREATE INDEX certificate_doubts_open ON certificate_doubts (issuer_unit_id, id) WHERE answer IS NULL;
CREATE INDEX certificate_doubts_matter ON certificate_doubts (matter_id, certificate_id);
GRANT SELECT, INSERT, UPDATE (answer, answered_by, answered_at) ON certificate_doubts TO yimen_app;
