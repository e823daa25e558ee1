CREATE TABLE case_drafts (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL,
  implement_code text NOT NULL,
  item_name text NOT NULL,
  step text NOT NULL CHECK (step IN ('situation', 'form', 'materials', 'review')),
  version int NOT NULL CHECK (version > 0),
  saved_from text NOT NULL,
  sealed_content bytea NOT NULL,
  begun_at timestamptz NOT NULL,
  saved_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  case_number text
);
COMMENT ON TABLE case_drafts IS 'applications that are being filled in, each seen by its writer alone; deleted when their time is over';
COMMENT ON COLUMN case_drafts.id IS 'chosen by the page, and the idempotency key under which the draft is filed';
COMMENT ON COLUMN case_drafts.step IS 'the page on which the writer goes on';
COMMENT ON COLUMN case_drafts.version IS 'rises with every saving, so that two open pages do not overwrite each other unseen';
COMMENT ON COLUMN case_drafts.saved_from IS 'the run of pages that saved last: a window that goes back is not another window';
COMMENT ON COLUMN case_drafts.sealed_content IS 'answers, form, materials and delivery, under the key of the writer';
COMMENT ON COLUMN case_drafts.case_number IS 'set when it was filed; the row stays one more day, so that a second click finds its case';
CREATE INDEX case_drafts_person ON case_drafts (person_id, saved_at DESC, id DESC) WHERE case_number IS NULL;
CREATE INDEX case_drafts_expiry ON case_drafts (expires_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON case_drafts TO yimen_app;
