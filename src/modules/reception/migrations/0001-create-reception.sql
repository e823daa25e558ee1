CREATE TABLE hall_tickets (
  id uuid PRIMARY KEY,
  hall_id text NOT NULL,
  issued_on date NOT NULL,
  kind text NOT NULL CHECK (kind IN ('general', 'priority')),
  serial int NOT NULL CHECK (serial > 0),
  taken_at timestamptz NOT NULL,
  handed_out_by text NOT NULL,
  called_at timestamptz,
  called_by text,
  window_id text,
  started_at timestamptz,
  ended_at timestamptz,
  ended_how text CHECK (ended_how IN ('served', 'missed')),
  UNIQUE (hall_id, issued_on, kind, serial),
  CHECK ((called_at IS NULL) = (called_by IS NULL)),
  CHECK ((ended_at IS NULL) = (ended_how IS NULL)),
  CHECK (started_at IS NULL OR called_at IS NOT NULL),
  CHECK (ended_at IS NULL OR called_at IS NOT NULL)
);
COMMENT ON TABLE hall_tickets IS 'numbers of people who walk into a hall; one row of numbers per hall, day and kind, no personal data';
COMMENT ON COLUMN hall_tickets.kind IS 'priority: old, disabled, pregnant, soldiers; called before the others';
COMMENT ON COLUMN hall_tickets.called_by IS 'number of the clerk; he has one that has not ended at a time';
COMMENT ON COLUMN hall_tickets.ended_how IS 'served, or missed: nobody came when called';
CREATE UNIQUE INDEX hall_tickets_one_at_a_time ON hall_tickets (called_by, issued_on) WHERE called_at IS NOT NULL AND ended_at IS NULL;
CREATE INDEX hall_tickets_waiting ON hall_tickets (hall_id, issued_on, kind DESC, serial) WHERE called_at IS NULL;
GRANT SELECT, INSERT, UPDATE ON hall_tickets TO yimen_app;
