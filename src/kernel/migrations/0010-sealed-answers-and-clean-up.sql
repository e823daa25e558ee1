-- Answers may hold personal data (an unmasked record, the query code of a receipt), so they are kept sealed like it. The plain ones go.
DELETE FROM idempotency_keys;
ALTER TABLE idempotency_keys DROP COLUMN answer, ADD COLUMN sealed_answer bytea;
COMMENT ON COLUMN idempotency_keys.input_hash IS 'keyed hash of the canonical input; another input under the same key is refused';
COMMENT ON COLUMN idempotency_keys.sealed_answer IS 'the answer, sealed by the office; the daily clean-up removes the row';

-- The daily clean-up (个人信息保护法 art. 19: no longer than needed).
CREATE INDEX sessions_expires_at ON sessions (expires_at);
GRANT DELETE ON sessions, phone_codes TO yimen_app;
