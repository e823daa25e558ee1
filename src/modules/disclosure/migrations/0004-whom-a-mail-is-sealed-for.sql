ALTER TABLE disclosure_mails ADD COLUMN sealed_for uuid;
UPDATE disclosure_mails SET sealed_for = id;
-- A registered mail whose own key is destroyed went over to its applicant already; those of before keep their own.
UPDATE disclosure_mails c SET sealed_for = r.applicant_id FROM disclosure_requests r, subject_keys k
  WHERE r.id = c.request_id AND k.subject_id = c.id AND k.destroyed_at IS NOT NULL;
ALTER TABLE disclosure_mails ALTER COLUMN sealed_for SET NOT NULL;
COMMENT ON COLUMN disclosure_mails.id IS 'also the subject under whose vault key the mail arrives';
COMMENT ON COLUMN disclosure_mails.sealed_for IS 'the subject under whose vault key the mail is sealed: itself, from its registration on the applicant; what was registered before that was so keeps its own';
