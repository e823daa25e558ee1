ALTER TABLE findings ADD COLUMN entered_at timestamptz;
UPDATE findings SET entered_at = found_at;
ALTER TABLE findings ALTER COLUMN entered_at SET NOT NULL;
COMMENT ON COLUMN findings.found_at IS 'when it was found; of a signal, when its clock reached the rung';
COMMENT ON COLUMN findings.entered_at IS 'when it came into the register; later than found_at where the program was not running';
