ALTER TABLE signals ADD COLUMN unit_id text;
COMMENT ON COLUMN signals.unit_id IS 'whose time it was when the rung was reached; null where the clock names no unit: then whoever leads in the matter';
COMMENT ON TABLE signals IS 'reminders, yellow and red signals: each rung of a clock at most once per generation, and of the clocks of a matter that run one of each rung at a time (S-01, S-02)';

-- The clocks of the law and of the office itself had no rungs: whoever looked at them once never looked again.
UPDATE timers SET next_signal_at = now() WHERE ended_at IS NULL AND NOT stopped AND next_signal_at IS NULL AND purpose IN ('legal', 'internal');
