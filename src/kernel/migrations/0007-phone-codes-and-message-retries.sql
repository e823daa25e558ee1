CREATE TABLE phone_codes (
  phone_index text PRIMARY KEY,
  code_hash text NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  tries int NOT NULL DEFAULT 0,
  used_at timestamptz
);
COMMENT ON TABLE phone_codes IS 'the newest one-time code of each telephone; a newer one replaces it';
COMMENT ON COLUMN phone_codes.phone_index IS 'blind index of the telephone number; the number itself is not kept';
COMMENT ON COLUMN phone_codes.code_hash IS 'keyed hash of telephone and code';
COMMENT ON COLUMN phone_codes.tries IS 'wrong guesses; the code is dead after the fifth';
GRANT SELECT, INSERT, UPDATE ON phone_codes TO yimen_app;

ALTER TABLE notifications ADD COLUMN next_attempt_at timestamptz;
COMMENT ON COLUMN notifications.next_attempt_at IS 'when to try (again) to send it; null: delivered in the app, sent, or given up';
COMMENT ON COLUMN notifications.sealed_text IS 'text and address, under the key of the subject or, without a subject, of the office';
DROP INDEX notifications_unsent;
CREATE INDEX notifications_to_send ON notifications (next_attempt_at) WHERE next_attempt_at IS NOT NULL;
CREATE INDEX notifications_outbox ON notifications (created_at DESC, id DESC) WHERE channel <> 'in-app';
DROP INDEX notifications_recipient;
CREATE INDEX notifications_recipient ON notifications (recipient, created_at DESC, id DESC) WHERE channel = 'in-app';
