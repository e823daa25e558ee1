CREATE TABLE simulated_city (
  only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  profile text NOT NULL,
  seed text NOT NULL,
  first_day date NOT NULL,
  last_day date NOT NULL,
  lived_until date,
  marked_at timestamptz NOT NULL,
  CHECK (first_day <= last_day)
);
COMMENT ON TABLE simulated_city IS 'a row here says that nothing in this database is real; it is written before anything else and never removed';
COMMENT ON COLUMN simulated_city.lived_until IS 'the last day that was lived to its end; the simulation goes on after it';
GRANT SELECT, INSERT, UPDATE (last_day, lived_until) ON simulated_city TO yimen_app;

CREATE TABLE figures (
  id uuid PRIMARY KEY,
  metric text NOT NULL,
  definition_version int NOT NULL CHECK (definition_version > 0),
  period_from date NOT NULL,
  period_to date NOT NULL,
  filter jsonb NOT NULL,
  cut_off timestamptz NOT NULL,
  numerator numeric NOT NULL,
  denominator numeric,
  value_text text NOT NULL,
  tree_size bigint NOT NULL,
  published_at timestamptz NOT NULL,
  published_by text NOT NULL,
  CHECK (period_from <= period_to)
);
COMMENT ON TABLE figures IS 'insert-only: published figures with all that is needed to compute them again (S-21)';
COMMENT ON COLUMN figures.cut_off IS 'events after this instant did not count';
COMMENT ON COLUMN figures.denominator IS 'null for a plain count';
COMMENT ON COLUMN figures.tree_size IS 'size of the newest checkpoint at publication: the ledger on which the figure rests';
CREATE INDEX figures_metric ON figures (metric, period_from, published_at DESC);
GRANT SELECT, INSERT ON figures TO yimen_app;
