ALTER TABLE return_claims ADD COLUMN quote text;
COMMENT ON COLUMN return_claims.quote IS 'the words of the entry or article that basis names; null where a file is the evidence, and in claims from before evidence was asked for (H-04)';
