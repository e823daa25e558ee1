CREATE TABLE subjects (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('person', 'organisation')),
  sealed_facts bytea,
  masked_name text NOT NULL,
  masked_number text NOT NULL,
  number_index text,
  phone_index text,
  legal_representative_id uuid REFERENCES subjects,
  assurance_level smallint NOT NULL CHECK (assurance_level BETWEEN 0 AND 4),
  region_code text NOT NULL,
  registered_at timestamptz NOT NULL,
  registered_by text NOT NULL,
  forgotten_at timestamptz,
  demo_key text UNIQUE,
  UNIQUE (kind, number_index),
  CHECK ((forgotten_at IS NULL) = (sealed_facts IS NOT NULL)),
  CHECK ((forgotten_at IS NULL) = (number_index IS NOT NULL)),
  CHECK (kind = 'organisation' OR legal_representative_id IS NULL)
);
COMMENT ON TABLE subjects IS 'persons and organisations that deal with the government; everything personal is sealed under a key of their own';
COMMENT ON COLUMN subjects.sealed_facts IS 'name, number, phone and address; removed when the subject is forgotten';
COMMENT ON COLUMN subjects.masked_name IS 'as staff see it before they show a reason to see more';
COMMENT ON COLUMN subjects.number_index IS 'blind index of the identity number or credit code: one record for each';
COMMENT ON COLUMN subjects.phone_index IS 'blind index of the telephone, not unique: a family may share one';
COMMENT ON COLUMN subjects.assurance_level IS 'how surely the person was known at registration: 0 nobody to 4 in person';
COMMENT ON COLUMN subjects.demo_key IS 'key of an invented subject of the demo city; null for everybody else';
CREATE INDEX subjects_phone ON subjects (phone_index) WHERE phone_index IS NOT NULL;
CREATE INDEX subjects_legal_representative ON subjects (legal_representative_id) WHERE legal_representative_id IS NOT NULL;
GRANT SELECT, INSERT, UPDATE ON subjects TO yimen_app;

CREATE TABLE agent_authorisations (
  id uuid PRIMARY KEY,
  principal_id uuid NOT NULL REFERENCES subjects,
  agent_id uuid NOT NULL REFERENCES subjects,
  scope jsonb NOT NULL,
  from_on date NOT NULL,
  to_on date NOT NULL,
  document_id text NOT NULL,
  granted_by text NOT NULL,
  granted_at timestamptz NOT NULL,
  revoked_on date,
  revoked_by text,
  UNIQUE (principal_id, agent_id, document_id),
  CHECK (to_on >= from_on),
  CHECK (principal_id <> agent_id)
);
COMMENT ON TABLE agent_authorisations IS 'who may act for whom, for which items, from one day to another; granted and revoked, never changed';
COMMENT ON COLUMN agent_authorisations.document_id IS 'the written authorisation: a file, a paper, or online: and the id of this record';
COMMENT ON COLUMN agent_authorisations.revoked_on IS 'the day from which it has no force any more';
CREATE INDEX agent_authorisations_agent ON agent_authorisations (agent_id, principal_id);
GRANT SELECT, INSERT, UPDATE (revoked_on, revoked_by) ON agent_authorisations TO yimen_app;
