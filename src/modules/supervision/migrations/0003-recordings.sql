ALTER TABLE measures ADD COLUMN recordings jsonb NOT NULL DEFAULT '[]';
COMMENT ON COLUMN measures.recordings IS 'what goes with a letter with recordings: number of the finding and file, as both stood when it was issued (S-05)';
