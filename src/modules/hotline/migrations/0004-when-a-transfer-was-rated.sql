ALTER TABLE calls ADD COLUMN rated_at timestamptz;
COMMENT ON COLUMN calls.rated_at IS 'when the caller said so, so that a figure as of a day stays what it was (S-21)';
UPDATE calls SET rated_at = coalesce(ended_at, transferred_at) WHERE satisfied IS NOT NULL;
ALTER TABLE calls ADD CHECK ((satisfied IS NULL) = (rated_at IS NULL));
