-- What stood at an instant is what stands now (signals_standing) and what was cleared since.
CREATE INDEX signals_cleared ON signals (cleared_at) WHERE cleared_at IS NOT NULL;
