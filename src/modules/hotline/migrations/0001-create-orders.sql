CREATE TABLE callers (
  id uuid PRIMARY KEY,
  phone_index text UNIQUE,
  sealed_facts bytea NOT NULL,
  first_called_at timestamptz NOT NULL
);
COMMENT ON TABLE callers IS 'who calls the hotline: one row and one vault key for each telephone, person or nameless appeal';
COMMENT ON COLUMN callers.id IS 'of a registered person who signed in, the person''s own';
COMMENT ON COLUMN callers.phone_index IS 'blind index of the number to call back; null where none was given, or where a registered person filed';
COMMENT ON COLUMN callers.sealed_facts IS 'name, number to call back and calling number, under the key of the caller';
GRANT SELECT, INSERT, UPDATE (sealed_facts) ON callers TO yimen_app;

CREATE TABLE work_orders (
  id uuid PRIMARY KEY REFERENCES matters,
  kind text NOT NULL CHECK (kind IN ('consult', 'help', 'complaint', 'report', 'suggestion', 'other')),
  caller_id uuid NOT NULL REFERENCES callers,
  person_id uuid,
  query_code_hash text NOT NULL,
  secret boolean NOT NULL,
  emergency boolean NOT NULL,
  priority smallint NOT NULL DEFAULT 0 CHECK (priority BETWEEN 0 AND 2),
  category text,
  suggestion jsonb NOT NULL,
  sealed_appeal bytea NOT NULL,
  sealed_brief bytea,
  word_index text[] NOT NULL,
  place_index text,
  concerned_unit_id text,
  first_taker text NOT NULL,
  case_matter_id uuid REFERENCES matters,
  dispatched_at timestamptz,
  designated boolean NOT NULL DEFAULT false,
  returns int NOT NULL DEFAULT 0,
  replied_at timestamptz,
  reply_due_at timestamptz,
  sealed_reply bytea,
  article_id text,
  article_version int,
  application jsonb,
  rejection_class text CHECK (rejection_class IN ('notGovernmentDuty', 'emergencyService', 'otherOrgan', 'litigation', 'statutoryProcedure', 'secretOrPrivate', 'noNewFacts', 'unlawful', 'unclear')),
  told_channel text CHECK (told_channel IN ('phone', 'sms', 'letter', 'inPerson')),
  original_id uuid REFERENCES work_orders,
  callback_tries int NOT NULL DEFAULT 0,
  satisfaction text CHECK (satisfaction IN ('satisfied', 'basicallySatisfied', 'dissatisfied', 'unreachable', 'refused')),
  solved boolean,
  unit_fault boolean,
  called_back_at timestamptz,
  redos int NOT NULL DEFAULT 0,
  reminded_at timestamptz,
  criticised_at timestamptz,
  CHECK ((rejection_class IS NULL) = (told_channel IS NULL))
);
COMMENT ON TABLE work_orders IS 'detail of matters of kind workOrder: one appeal to the hotline (H-01)';
COMMENT ON COLUMN work_orders.person_id IS 'the registered person who filed it; never in the matter, so that a unit cannot reach the person through it (H-11)';
COMMENT ON COLUMN work_orders.secret IS 'who called is known to nobody who handles it (H-11)';
COMMENT ON COLUMN work_orders.priority IS '2 emergency, 1 category that is dispatched first (H-13), 0 others';
COMMENT ON COLUMN work_orders.suggestion IS 'categories and units that the classifier proposed, kept beside what was chosen';
COMMENT ON COLUMN work_orders.sealed_appeal IS 'title, content and place, under the key of the caller';
COMMENT ON COLUMN work_orders.sealed_brief IS 'what handlers read in the place of a secret appeal, under the key of the caller';
COMMENT ON COLUMN work_orders.word_index IS 'blind index of each word, for finding the same matter (H-09)';
COMMENT ON COLUMN work_orders.concerned_unit_id IS 'the unit that is reported; it neither handles nor sees the order (H-11)';
COMMENT ON COLUMN work_orders.first_taker IS 'kind:id of who took it: first contact, first duty';
COMMENT ON COLUMN work_orders.case_matter_id IS 'the case that is stuck and whose ledger is attached';
COMMENT ON COLUMN work_orders.dispatched_at IS 'latest dispatch; null before';
COMMENT ON COLUMN work_orders.designated IS 'assigned after a dispute: cannot be returned (H-05)';
COMMENT ON COLUMN work_orders.returns IS 'claims that it is not the unit''s duty, so far';
COMMENT ON COLUMN work_orders.reply_due_at IS 'when the reply was due at the time it was given';
COMMENT ON COLUMN work_orders.application IS 'item and known answers of the guided application to which the answer leads';
COMMENT ON COLUMN work_orders.original_id IS 'the order of the same matter to which this appeal was linked (H-09)';
CREATE INDEX work_orders_words ON work_orders USING gin (word_index);
CREATE INDEX work_orders_caller ON work_orders (caller_id, id DESC);
CREATE INDEX work_orders_person ON work_orders (person_id, id DESC) WHERE person_id IS NOT NULL;
CREATE INDEX work_orders_place ON work_orders (place_index) WHERE place_index IS NOT NULL;
GRANT SELECT, INSERT, UPDATE ON work_orders TO yimen_app;

CREATE TABLE order_assistants (
  order_id uuid NOT NULL REFERENCES work_orders,
  unit_id text NOT NULL,
  replied_at timestamptz,
  PRIMARY KEY (order_id, unit_id)
);
COMMENT ON TABLE order_assistants IS 'units that help the main unit of an order (H-06)';
CREATE INDEX order_assistants_unit ON order_assistants (unit_id, order_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON order_assistants TO yimen_app;

CREATE TABLE order_recusals (
  order_id uuid NOT NULL REFERENCES work_orders,
  staff_id text NOT NULL,
  ground text NOT NULL CHECK (ground IN ('reported', 'relative', 'interest')),
  recused_by text NOT NULL,
  recused_at timestamptz NOT NULL,
  PRIMARY KEY (order_id, staff_id)
);
COMMENT ON TABLE order_recusals IS 'insert-only: staff who may not touch an order (H-11)';
GRANT SELECT, INSERT ON order_recusals TO yimen_app;

CREATE TABLE return_claims (
  id uuid PRIMARY KEY,
  order_id uuid NOT NULL REFERENCES work_orders,
  unit_id text NOT NULL,
  ground text NOT NULL CHECK (ground IN ('notOurDuty')),
  basis text NOT NULL,
  file_ids uuid[] NOT NULL,
  suggested_unit_id text,
  category text NOT NULL,
  claimed_at timestamptz NOT NULL,
  decided_at timestamptz,
  upheld boolean,
  decided_unit_id text,
  reasoning text,
  CHECK ((decided_at IS NULL) = (upheld IS NULL))
);
COMMENT ON TABLE return_claims IS 'claims of a unit that an order is not its duty, with their evidence and how the hotline decided; decided ones are precedents';
COMMENT ON COLUMN return_claims.basis IS 'the entry of the duty list or the rule that the claim rests on';
COMMENT ON COLUMN return_claims.reasoning IS 'why it was decided so, for the next dispute; no names and no numbers';
CREATE INDEX return_claims_order ON return_claims (order_id, id);
CREATE INDEX return_claims_category ON return_claims (category, id DESC) WHERE decided_at IS NOT NULL;
GRANT SELECT, INSERT, UPDATE ON return_claims TO yimen_app;

CREATE TABLE order_notes (
  id uuid PRIMARY KEY,
  order_id uuid NOT NULL REFERENCES work_orders,
  command text NOT NULL,
  by_caller boolean NOT NULL,
  published boolean NOT NULL,
  sealed_text bytea NOT NULL,
  noted_at timestamptz NOT NULL
);
COMMENT ON TABLE order_notes IS 'insert-only: what was said at each step, under the key of the caller';
COMMENT ON COLUMN order_notes.by_caller IS 'the caller''s own words, which no handler of a secret order reads';
COMMENT ON COLUMN order_notes.published IS 'shown to the caller';
CREATE INDEX order_notes_of ON order_notes (order_id, id);
GRANT SELECT, INSERT ON order_notes TO yimen_app;
