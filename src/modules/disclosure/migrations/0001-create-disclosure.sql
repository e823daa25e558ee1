CREATE TABLE disclosure_applicants (
  id uuid PRIMARY KEY,
  identity_index text NOT NULL UNIQUE,
  first_seen_at timestamptz NOT NULL
);
COMMENT ON TABLE disclosure_applicants IS 'who applied for information: one row and one vault key for each person or organisation, by the number of its document';
COMMENT ON COLUMN disclosure_applicants.id IS 'of a registered subject, the subject''s own';
COMMENT ON COLUMN disclosure_applicants.identity_index IS 'blind index of the number of the document';
GRANT SELECT, INSERT ON disclosure_applicants TO yimen_app;

CREATE TABLE disclosure_requests (
  id uuid PRIMARY KEY REFERENCES matters,
  applicant_id uuid NOT NULL REFERENCES disclosure_applicants,
  person_id uuid,
  applicant_kind text NOT NULL CHECK (applicant_kind IN ('person', 'business', 'research', 'welfare', 'legalService', 'otherOrganisation')),
  sealed_facts bytea NOT NULL,
  sealed_record bytea NOT NULL,
  record_index text NOT NULL,
  wanted_form text NOT NULL CHECK (wanted_form IN ('online', 'email', 'post', 'pickUp', 'viewing')),
  items int NOT NULL DEFAULT 1 CHECK (items > 0),
  arrived_on date NOT NULL,
  received_on date,
  clock_from date,
  clarification_asked_at timestamptz,
  clarify_by date,
  clarified_on date,
  extended_at timestamptz,
  fee_method text CHECK (fee_method IN ('items', 'pages')),
  fee_pages int,
  fee_fen int,
  fee_demanded_at timestamptz,
  fee_paid_at timestamptz,
  fee_waived_at timestamptz,
  fee_receipt text,
  sealed_answer bytea,
  answer_kind text CHECK (answer_kind IN ('alreadyPublic', 'provided', 'withheld', 'notAvailable', 'otherAgency', 'repeated', 'specialRules', 'partlyProvided', 'notHandled')),
  drafted_by text,
  answer_file_ids uuid[] NOT NULL DEFAULT '{}',
  answer_due_at timestamptz,
  answered_at timestamptz,
  result_row text,
  ended_at timestamptz,
  delivered_at timestamptz,
  CHECK ((result_row IS NULL) = (ended_at IS NULL)),
  CHECK ((fee_method IS NULL) = (fee_demanded_at IS NULL)),
  CHECK ((received_on IS NULL) = (clock_from IS NULL))
);
COMMENT ON TABLE disclosure_requests IS 'detail of matters of kind disclosureRequest: one application for information (政府信息公开条例 art. 29)';
COMMENT ON COLUMN disclosure_requests.person_id IS 'the registered person who applied while signed in, and may follow it';
COMMENT ON COLUMN disclosure_requests.sealed_facts IS 'name, number and contact as given, under the key of the applicant';
COMMENT ON COLUMN disclosure_requests.sealed_record IS 'name, number and features of the information, under the key of the applicant';
COMMENT ON COLUMN disclosure_requests.record_index IS 'blind index of the number of the record, else of its name: the same record asked for again (O-15, O-16)';
COMMENT ON COLUMN disclosure_requests.items IS 'how many items it counts for, when it asks for several things (O-10)';
COMMENT ON COLUMN disclosure_requests.received_on IS 'first receipt by art. 31 (O-07); null until it is confirmed';
COMMENT ON COLUMN disclosure_requests.clock_from IS 'the day from which the answer is counted: receipt, corrected receipt or payment';
COMMENT ON COLUMN disclosure_requests.fee_fen IS 'fee in fen';
COMMENT ON COLUMN disclosure_requests.fee_receipt IS 'number of the voucher of the payment';
COMMENT ON COLUMN disclosure_requests.sealed_answer IS 'the draft, then the answer, under the key of the applicant';
COMMENT ON COLUMN disclosure_requests.drafted_by IS 'kind:id of who drafted; somebody else approves';
COMMENT ON COLUMN disclosure_requests.answer_due_at IS 'when the answer was due at the time it was given';
COMMENT ON COLUMN disclosure_requests.result_row IS 'row of the annual table (O-13)';
COMMENT ON COLUMN disclosure_requests.ended_at IS 'when it got its result: answered, abandoned or withdrawn';
CREATE INDEX disclosure_requests_applicant ON disclosure_requests (applicant_id, id DESC);
CREATE INDEX disclosure_requests_person ON disclosure_requests (person_id, id DESC) WHERE person_id IS NOT NULL;
CREATE INDEX disclosure_requests_record ON disclosure_requests (record_index);
GRANT SELECT, INSERT, UPDATE ON disclosure_requests TO yimen_app;

CREATE TABLE disclosure_consultations (
  id uuid PRIMARY KEY,
  request_id uuid NOT NULL REFERENCES disclosure_requests,
  asked_kind text NOT NULL CHECK (asked_kind IN ('thirdParty', 'coMaker')),
  sealed_party bytea NOT NULL,
  asked_at timestamptz NOT NULL,
  due_at timestamptz NOT NULL,
  ended_at timestamptz,
  opinion text CHECK (opinion IN ('agrees', 'objects', 'silent', 'deemedConsent')),
  sealed_text bytea,
  CHECK ((ended_at IS NULL) = (opinion IS NULL))
);
COMMENT ON TABLE disclosure_consultations IS 'whose opinion was asked before an answer (art. 32, 34; O-06)';
COMMENT ON COLUMN disclosure_consultations.sealed_party IS 'who was asked, under the key of the applicant';
COMMENT ON COLUMN disclosure_consultations.opinion IS 'silent, deemedConsent: fifteen working days passed without a word from a third party, or from an agency that made it too';
CREATE INDEX disclosure_consultations_request ON disclosure_consultations (request_id, id);
CREATE INDEX disclosure_consultations_open ON disclosure_consultations (due_at) WHERE ended_at IS NULL;
GRANT SELECT, INSERT, UPDATE (ended_at, opinion, sealed_text) ON disclosure_consultations TO yimen_app;

CREATE TABLE disclosure_notes (
  id uuid PRIMARY KEY,
  request_id uuid NOT NULL REFERENCES disclosure_requests,
  command text NOT NULL,
  published boolean NOT NULL,
  sealed_text bytea NOT NULL,
  noted_at timestamptz NOT NULL
);
COMMENT ON TABLE disclosure_notes IS 'insert-only: what was said at each step, under the key of the applicant';
COMMENT ON COLUMN disclosure_notes.published IS 'shown to the applicant';
CREATE INDEX disclosure_notes_request ON disclosure_notes (request_id, id);
GRANT SELECT, INSERT ON disclosure_notes TO yimen_app;

CREATE TABLE disclosure_excerpts (
  file_id uuid PRIMARY KEY REFERENCES files,
  request_id uuid NOT NULL REFERENCES disclosure_requests,
  source_file_id uuid NOT NULL REFERENCES files,
  passages int NOT NULL,
  pages int[] NOT NULL,
  made_by text NOT NULL,
  made_at timestamptz NOT NULL
);
COMMENT ON TABLE disclosure_excerpts IS 'insert-only: documents made anew from what may be given of an original (art. 37)';
COMMENT ON COLUMN disclosure_excerpts.passages IS 'how many passages were taken out; which, only the original tells';
CREATE INDEX disclosure_excerpts_request ON disclosure_excerpts (request_id);
GRANT SELECT, INSERT ON disclosure_excerpts TO yimen_app;

CREATE TABLE disclosure_proposals (
  id uuid PRIMARY KEY,
  unit_id text NOT NULL,
  record_index text NOT NULL,
  request_id uuid NOT NULL REFERENCES disclosure_requests,
  applicants int NOT NULL,
  proposed_at timestamptz NOT NULL,
  decided_at timestamptz,
  accepted boolean,
  decided_by text,
  reason text,
  UNIQUE (unit_id, record_index),
  CHECK ((decided_at IS NULL) = (accepted IS NULL))
);
COMMENT ON TABLE disclosure_proposals IS 'records that several different applicants asked for: proposed to be published unasked (art. 44, O-16)';
COMMENT ON COLUMN disclosure_proposals.request_id IS 'the application that made it enough';
COMMENT ON COLUMN disclosure_proposals.applicants IS 'different applicants so far';
CREATE INDEX disclosure_proposals_open ON disclosure_proposals (unit_id, id DESC);
GRANT SELECT, INSERT, UPDATE (applicants, decided_at, accepted, decided_by, reason) ON disclosure_proposals TO yimen_app;

CREATE TABLE disclosure_remedies (
  id uuid PRIMARY KEY,
  request_id uuid NOT NULL REFERENCES disclosure_requests,
  kind text NOT NULL CHECK (kind IN ('review', 'suit', 'suitAfterReview')),
  filed_on date NOT NULL,
  result text NOT NULL CHECK (result IN ('upheld', 'corrected', 'other', 'pending')),
  decided_on date,
  recorded_by text NOT NULL,
  recorded_at timestamptz NOT NULL,
  UNIQUE (request_id, kind, filed_on),
  CHECK ((result = 'pending') = (decided_on IS NULL)),
  CHECK (decided_on >= filed_on)
);
COMMENT ON TABLE disclosure_remedies IS 'reviews and lawsuits about an answer, for the last table of the annual report (O-13)';
GRANT SELECT, INSERT, UPDATE (result, decided_on, recorded_by, recorded_at) ON disclosure_remedies TO yimen_app;
