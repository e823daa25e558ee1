CREATE TABLE webhook_subscriptions (
  id uuid PRIMARY KEY,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  address text NOT NULL CHECK (length(address) <= 500),
  kinds text[] NOT NULL,
  sealed_secret bytea NOT NULL,
  next_leaf bigint NOT NULL CHECK (next_leaf >= 0),
  failures int NOT NULL DEFAULT 0,
  paused_until timestamptz,
  last_fault text,
  last_delivered_at timestamptz,
  created_at timestamptz NOT NULL,
  created_by text NOT NULL,
  secret_at timestamptz NOT NULL,
  stopped_at timestamptz,
  stopped_by text
);
COMMENT ON TABLE webhook_subscriptions IS 'other systems that are told of what happens, by whom they were let in and by whom stopped';
COMMENT ON COLUMN webhook_subscriptions.kinds IS 'kinds of matters that it is told of; none means all';
COMMENT ON COLUMN webhook_subscriptions.sealed_secret IS 'key of the signatures, sealed by the office';
COMMENT ON COLUMN webhook_subscriptions.next_leaf IS 'first leaf of the ledger''s tree that was not looked at yet';
COMMENT ON COLUMN webhook_subscriptions.failures IS 'tries in a row in which the receiver was not reached; the pause grows with them';
COMMENT ON COLUMN webhook_subscriptions.last_fault IS 'why the last try failed: a code, never what the receiver wrote';
CREATE UNIQUE INDEX webhook_subscriptions_address ON webhook_subscriptions (address) WHERE stopped_at IS NULL;
GRANT SELECT, INSERT, UPDATE ON webhook_subscriptions TO yimen_app;

CREATE TABLE webhook_deliveries (
  subscription_id uuid NOT NULL REFERENCES webhook_subscriptions,
  leaf_no bigint NOT NULL,
  matter_id uuid NOT NULL,
  seq int NOT NULL,
  attempts int NOT NULL DEFAULT 0,
  next_attempt_at timestamptz,
  delivered_at timestamptz,
  last_answer text,
  PRIMARY KEY (subscription_id, leaf_no)
);
COMMENT ON TABLE webhook_deliveries IS 'the outbox of each subscription: one row for each event of the ledger that it is told of, each matter in the order of its steps';
COMMENT ON COLUMN webhook_deliveries.next_attempt_at IS 'null once it was delivered';
COMMENT ON COLUMN webhook_deliveries.last_answer IS 'status or code of the last try';
CREATE INDEX webhook_deliveries_waiting ON webhook_deliveries (subscription_id, matter_id, seq) WHERE next_attempt_at IS NOT NULL;
CREATE INDEX webhook_deliveries_due ON webhook_deliveries (next_attempt_at) WHERE next_attempt_at IS NOT NULL;
CREATE INDEX webhook_deliveries_old ON webhook_deliveries (delivered_at) WHERE delivered_at IS NOT NULL;
GRANT SELECT, INSERT, UPDATE, DELETE ON webhook_deliveries TO yimen_app;
