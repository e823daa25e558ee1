CREATE TABLE disclosure_mails (
  id uuid PRIMARY KEY,
  unit_id text NOT NULL,
  mail_key text NOT NULL UNIQUE,
  sealed_mail bytea NOT NULL,
  arrived_at timestamptz NOT NULL,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'registered', 'setAside')),
  request_id uuid REFERENCES matters,
  set_aside_reason text,
  handled_by text,
  handled_at timestamptz,
  CHECK ((state = 'registered') = (request_id IS NOT NULL)),
  CHECK ((state = 'setAside') = (set_aside_reason IS NOT NULL)),
  CHECK ((state = 'waiting') = (handled_at IS NULL))
);
COMMENT ON TABLE disclosure_mails IS 'what came into the mail box of a disclosure institution: registered as an application, or set aside because it is none';
COMMENT ON COLUMN disclosure_mails.id IS 'also the subject under whose vault key the mail is sealed';
COMMENT ON COLUMN disclosure_mails.mail_key IS 'what the mail server calls the mail: it is taken once';
COMMENT ON COLUMN disclosure_mails.sealed_mail IS 'sender, subject and text';
CREATE INDEX disclosure_mails_by_unit ON disclosure_mails (unit_id, id DESC);
GRANT SELECT, INSERT, UPDATE ON disclosure_mails TO yimen_app;
