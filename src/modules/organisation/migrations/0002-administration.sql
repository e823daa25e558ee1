ALTER TABLE units ADD COLUMN closed_at timestamptz;
ALTER TABLE halls ADD COLUMN closed_at timestamptz;
ALTER TABLE windows ADD COLUMN closed_at timestamptz;
COMMENT ON COLUMN units.closed_at IS 'from then on it takes nothing more and employs nobody; its name stays for what it did';
COMMENT ON COLUMN halls.closed_at IS 'from then on it takes no application; null: open';
COMMENT ON COLUMN windows.closed_at IS 'from then on it takes no application; null: open';

CREATE TABLE organisation_changes (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('unit', 'hall', 'window', 'staff')),
  record_id text NOT NULL,
  act text NOT NULL CHECK (act IN ('created', 'changed', 'closed')),
  detail jsonb NOT NULL,
  changed_by text NOT NULL,
  changed_at timestamptz NOT NULL
);
COMMENT ON TABLE organisation_changes IS 'insert-only: what the administrator created, changed and closed, with all that was entered; roles and agencies have their own records';
COMMENT ON COLUMN organisation_changes.detail IS 'what was entered, and for a closing the reason; never a password';
COMMENT ON COLUMN organisation_changes.changed_by IS 'kind:id of who did it';
CREATE INDEX organisation_changes_record ON organisation_changes (kind, record_id, id DESC);
GRANT SELECT, INSERT ON organisation_changes TO yimen_app;
