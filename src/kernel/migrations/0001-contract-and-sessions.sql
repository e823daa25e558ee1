CREATE TABLE idempotency_keys (
  principal text NOT NULL,
  operation text NOT NULL,
  key text NOT NULL,
  input_hash text NOT NULL,
  answer jsonb,
  claimed_at timestamptz NOT NULL,
  PRIMARY KEY (principal, operation, key)
);
COMMENT ON TABLE idempotency_keys IS 'answers of commands that carried an Idempotency-Key; a repeat with the same input gets the same answer';
COMMENT ON COLUMN idempotency_keys.input_hash IS 'SHA-256 of the canonical input; another input under the same key is refused';
CREATE INDEX idempotency_keys_claimed_at ON idempotency_keys (claimed_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON idempotency_keys TO yimen_app;

CREATE TABLE credentials (
  principal text PRIMARY KEY,
  sign_in_name text NOT NULL UNIQUE,
  password_hash text NOT NULL,
  totp_secret bytea,
  totp_last_step bigint,
  failed_attempts int NOT NULL DEFAULT 0,
  locked_until timestamptz
);
COMMENT ON TABLE credentials IS 'password and second factor of members of staff';
COMMENT ON COLUMN credentials.principal IS 'staff:<id>';
COMMENT ON COLUMN credentials.totp_secret IS 'sealed with the personal-data key; null: no second factor enrolled';
COMMENT ON COLUMN credentials.totp_last_step IS 'last accepted time step, so that a code works once';
GRANT SELECT, INSERT, UPDATE ON credentials TO yimen_app;

CREATE TABLE sessions (
  token_hash bytea PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('browser', 'token')),
  principal text NOT NULL,
  caller jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz
);
COMMENT ON TABLE sessions IS 'who is signed in: browsers by cookie, other systems by bearer token; only the hash of the token is kept';
COMMENT ON COLUMN sessions.caller IS 'roles and units as of sign-in; a change of roles revokes the sessions of the principal';
CREATE INDEX sessions_principal ON sessions (principal) WHERE revoked_at IS NULL;
GRANT SELECT, INSERT, UPDATE ON sessions TO yimen_app;

CREATE TABLE access_log (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL,
  actor text NOT NULL,
  act text NOT NULL CHECK (act IN ('sign-in', 'sign-in-failed', 'sign-out', 'unmask', 'read-file', 'export', 'use-seal')),
  subject_id uuid,
  matter_id uuid,
  purpose text,
  detail jsonb NOT NULL DEFAULT '{}'
);
COMMENT ON TABLE access_log IS 'insert-only: sign-ins and every reading of unmasked personal data';
CREATE INDEX access_log_subject ON access_log (subject_id, at DESC) WHERE subject_id IS NOT NULL;
CREATE INDEX access_log_actor ON access_log (actor, at DESC);
GRANT SELECT, INSERT ON access_log TO yimen_app;
