ALTER TABLE webhook_subscriptions ADD COLUMN sending_until timestamptz, ADD COLUMN secret_by text;
UPDATE webhook_subscriptions SET secret_by = created_by WHERE secret_at = created_at;
COMMENT ON COLUMN webhook_subscriptions.sending_until IS 'while a worker sends to it: until when no other does, should that one be killed';
COMMENT ON COLUMN webhook_subscriptions.secret_by IS 'who made the key that is in force; null where nobody wrote it down';

DELETE FROM webhook_deliveries d USING webhook_subscriptions s WHERE s.id = d.subscription_id AND s.stopped_at IS NOT NULL AND d.next_attempt_at IS NOT NULL;
CREATE INDEX webhook_deliveries_waiting_leaves ON webhook_deliveries (subscription_id, leaf_no) WHERE next_attempt_at IS NOT NULL;
