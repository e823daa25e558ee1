-- What a published figure counted, in the words of its day: its definition may change, and the figure stays.
ALTER TABLE figures ADD COLUMN counts text;
COMMENT ON COLUMN figures.counts IS 'what the definition counted when it was published; null for figures of before 2026-11-23';
