CREATE TABLE findings (
  id uuid PRIMARY KEY REFERENCES matters,
  source text NOT NULL CHECK (source IN ('signal', 'patrol', 'video', 'thirdParty', 'mysteryVisit', 'inspection', 'replyQuality', 'complaint', 'suggestionBox')),
  grade text NOT NULL CHECK (grade IN ('minor', 'obvious', 'serious')),
  violation text NOT NULL,
  unit_id text NOT NULL,
  staff_id text,
  window_id text,
  points int NOT NULL CHECK (points >= 0),
  recorder text NOT NULL,
  signal_id uuid UNIQUE,
  evidence jsonb NOT NULL CHECK (jsonb_typeof(evidence) = 'array' AND jsonb_array_length(evidence) > 0),
  found_at timestamptz NOT NULL,
  month text NOT NULL CHECK (month ~ '^\d{4}-\d{2}$'),
  appeal_until timestamptz NOT NULL,
  appealed_at timestamptz,
  closed_by text,
  overturned_at timestamptz
);
COMMENT ON TABLE findings IS 'detail of matters of kind finding: the one register of supervision (S-13)';
COMMENT ON COLUMN findings.recorder IS 'kind:id of who wrote it; the program for signals (S-06)';
COMMENT ON COLUMN findings.signal_id IS 'the signal that it was opened by, once each (S-03)';
COMMENT ON COLUMN findings.evidence IS 'kind and reference of what supports it, at least one (S-06)';
COMMENT ON COLUMN findings.month IS 'the month off whose score the points are taken, in the office''s time zone';
COMMENT ON COLUMN findings.points IS 'by the local rules of the day on which it was found';
CREATE INDEX findings_unit_month ON findings (unit_id, month);
CREATE INDEX findings_found ON findings (found_at);
CREATE INDEX findings_staff ON findings (staff_id) WHERE staff_id IS NOT NULL;
GRANT SELECT, INSERT, UPDATE ON findings TO yimen_app;

CREATE TABLE measures (
  id uuid PRIMARY KEY REFERENCES matters,
  kind text NOT NULL CHECK (kind IN ('talkBySection', 'talkByDivision', 'letter', 'letterWithRecordings', 'yellowCard', 'redCard', 'advice')),
  once text NOT NULL UNIQUE,
  finding_id uuid NOT NULL REFERENCES findings,
  unit_id text NOT NULL,
  staff_id text,
  month text NOT NULL,
  document_id uuid,
  document_number text,
  issued_at timestamptz NOT NULL,
  answered_at timestamptz,
  lifted_at timestamptz
);
COMMENT ON TABLE measures IS 'detail of matters of kind measure: what follows from findings by the ladder, generated and never typed (S-05, S-06)';
COMMENT ON COLUMN measures.once IS 'what makes it due only once: its finding, the round of the person, or the month of the unit';
COMMENT ON COLUMN measures.document_id IS 'the numbered letter; a talk has none';
CREATE INDEX measures_unit_month ON measures (unit_id, month);
CREATE INDEX measures_finding ON measures (finding_id);
GRANT SELECT, INSERT, UPDATE ON measures TO yimen_app;

CREATE TABLE supervision_notes (
  id uuid PRIMARY KEY,
  matter_id uuid NOT NULL REFERENCES matters,
  command text NOT NULL,
  author text NOT NULL,
  sealed_text bytea NOT NULL,
  noted_at timestamptz NOT NULL
);
COMMENT ON TABLE supervision_notes IS 'insert-only: what was written at each step of a finding, measure or opening, under the key of the office';
COMMENT ON COLUMN supervision_notes.author IS 'kind:id of who wrote';
CREATE INDEX supervision_notes_of ON supervision_notes (matter_id, id);
GRANT SELECT, INSERT ON supervision_notes TO yimen_app;

CREATE TABLE patrols (
  id uuid PRIMARY KEY REFERENCES matters,
  hall_id text NOT NULL,
  patrolled_on date NOT NULL,
  UNIQUE (hall_id, patrolled_on)
);
COMMENT ON TABLE patrols IS 'insert-only: detail of matters of kind patrol, one for each hall and working day (S-04)';
GRANT SELECT, INSERT ON patrols TO yimen_app;

CREATE TABLE patrol_visits (
  id uuid PRIMARY KEY,
  patrol_id uuid NOT NULL REFERENCES patrols,
  half text NOT NULL CHECK (half IN ('morning', 'afternoon')),
  planned_at timestamptz NOT NULL,
  draw_id uuid NOT NULL,
  visited_at timestamptz,
  visited_by text,
  faults int CHECK (faults >= 0),
  UNIQUE (patrol_id, planned_at)
);
COMMENT ON TABLE patrol_visits IS 'the drawn times of the patrols of a day, and what became of each';
COMMENT ON COLUMN patrol_visits.draw_id IS 'the draw that anyone can replay when the day is over';
COMMENT ON COLUMN patrol_visits.faults IS 'how many of the six points were not in order; each is a finding';
GRANT SELECT, INSERT, UPDATE ON patrol_visits TO yimen_app;

CREATE TABLE box_openings (
  id uuid PRIMARY KEY REFERENCES matters,
  hall_id text NOT NULL,
  openers text[] NOT NULL CHECK (cardinality(openers) > 0),
  opened_on date NOT NULL
);
COMMENT ON TABLE box_openings IS 'insert-only: detail of matters of kind boxOpening: when and by whom a suggestion box was opened (S-14)';
GRANT SELECT, INSERT ON box_openings TO yimen_app;

CREATE TABLE box_items (
  id uuid PRIMARY KEY,
  opening_id uuid NOT NULL REFERENCES box_openings,
  place int NOT NULL CHECK (place > 0),
  kind text NOT NULL CHECK (kind IN ('suggestion', 'criticism', 'praise')),
  unit_id text,
  sealed_text bytea NOT NULL,
  sealed_reply bytea,
  replied_at timestamptz,
  UNIQUE (opening_id, place)
);
COMMENT ON TABLE box_items IS 'what was found in a suggestion box, each tracked to its reply (S-14); texts under the key of the office';
GRANT SELECT, INSERT, UPDATE ON box_items TO yimen_app;

CREATE TABLE service_complaints (
  id uuid PRIMARY KEY REFERENCES matters,
  person_id uuid NOT NULL,
  unit_id text NOT NULL,
  hall_id text,
  window_number int,
  sealed_text bytea NOT NULL,
  decline_ground text CHECK (decline_ground IN ('notAboutService', 'alreadyHandled', 'otherRemedy')),
  result text CHECK (result IN ('founded', 'partlyFounded', 'unfounded')),
  sealed_answer bytea,
  answered_by text,
  accept_decided_at timestamptz,
  accept_due_at timestamptz NOT NULL,
  answered_at timestamptz,
  sealed_appeal bytea,
  sealed_conclusion bytea
);
COMMENT ON TABLE service_complaints IS 'detail of matters of kind serviceComplaint; all texts under the key of the complainant, whom the unit never learns';
COMMENT ON COLUMN service_complaints.answered_by IS 'kind:id of who declined or answered; somebody else concludes an appeal';
COMMENT ON COLUMN service_complaints.accept_due_at IS 'by when it was to be taken up or not (S-19), as counted when it was filed';
CREATE INDEX service_complaints_person ON service_complaints (person_id);
GRANT SELECT, INSERT, UPDATE ON service_complaints TO yimen_app;

CREATE TABLE reply_samples (
  id uuid PRIMARY KEY REFERENCES matters,
  from_day date NOT NULL UNIQUE,
  to_day date NOT NULL
);
COMMENT ON TABLE reply_samples IS 'insert-only: detail of matters of kind replySample, one for each week';
GRANT SELECT, INSERT ON reply_samples TO yimen_app;

CREATE TABLE sampled_replies (
  id uuid PRIMARY KEY,
  sample_id uuid NOT NULL REFERENCES reply_samples,
  matter_id uuid NOT NULL REFERENCES matters,
  unit_id text NOT NULL,
  draw_id uuid NOT NULL,
  faults text[],
  checked_by text,
  checked_at timestamptz,
  UNIQUE (sample_id, matter_id)
);
COMMENT ON TABLE sampled_replies IS 'replies and decisions that were drawn for a second look, and what it found';
COMMENT ON COLUMN sampled_replies.faults IS 'null: not looked at yet; empty: in order';
GRANT SELECT, INSERT, UPDATE ON sampled_replies TO yimen_app;

CREATE TABLE bulletins (
  id uuid PRIMARY KEY REFERENCES matters,
  period text NOT NULL CHECK (period IN ('week', 'month')),
  from_day date NOT NULL,
  to_day date NOT NULL,
  figures jsonb NOT NULL,
  document_id uuid NOT NULL,
  document_number text NOT NULL,
  UNIQUE (period, from_day)
);
COMMENT ON TABLE bulletins IS 'insert-only: detail of matters of kind bulletin: figures of a period as they stood when it was written';
GRANT SELECT, INSERT ON bulletins TO yimen_app;
