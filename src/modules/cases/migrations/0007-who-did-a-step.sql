ALTER TABLE case_steps ADD COLUMN done_by text;
COMMENT ON COLUMN case_steps.done_by IS 'number of the officer who gave the opinion or the decision; person_id is who was drawn for it. Null while it is open, and where the law decided';
UPDATE case_steps s SET done_by = substr(e.actor, length('staff:') + 1)
FROM matter_events e
WHERE e.matter_id = s.case_id AND e.at = s.done_at AND e.actor LIKE 'staff:%'
  AND CASE s.kind WHEN 'APPROVE' THEN e.command = 'decide' ELSE e.command = 'review' AND e.detail ->> 'step' = s.key END;
CREATE INDEX case_steps_done ON case_steps (done_by, done_at, case_id) WHERE done_by IS NOT NULL;
