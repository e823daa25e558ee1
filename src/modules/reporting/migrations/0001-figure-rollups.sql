CREATE TABLE figure_rollups (
  metric text NOT NULL,
  definition_version int NOT NULL CHECK (definition_version > 0),
  day date NOT NULL,
  unit_id text,
  hall_id text,
  window_id text,
  item text,
  channel text,
  region_code text,
  kind text,
  listed int NOT NULL CHECK (listed > 0),
  counted int NOT NULL CHECK (counted BETWEEN 0 AND listed)
);
COMMENT ON TABLE figure_rollups IS 'rows of a figure by day and dimensions, of days that are over: a projection of the ledger that can be thrown away and built again';
COMMENT ON COLUMN figure_rollups.listed IS 'rows that the figure looks at on that day; counted: those of them that count';
CREATE INDEX figure_rollups_days ON figure_rollups (metric, definition_version, day);
GRANT SELECT, INSERT, DELETE ON figure_rollups TO yimen_app;

CREATE TABLE figure_rollup_marks (
  metric text NOT NULL,
  definition_version int NOT NULL CHECK (definition_version > 0),
  rolled_to date NOT NULL,
  rolled_at timestamptz NOT NULL,
  PRIMARY KEY (metric, definition_version)
);
COMMENT ON TABLE figure_rollup_marks IS 'up to which day, included, the roll-ups of a figure are complete; later days are computed from the ledger';
GRANT SELECT, INSERT, UPDATE, DELETE ON figure_rollup_marks TO yimen_app;
