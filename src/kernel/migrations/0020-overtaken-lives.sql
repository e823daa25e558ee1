-- What the law ended otherwise than it was planned: its other acts fall away, also after the city was stopped.
ALTER TABLE simulated_city ADD COLUMN overtaken text[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN simulated_city.overtaken IS 'matters that went otherwise than planned, by the name of their plan';
GRANT UPDATE (overtaken) ON simulated_city TO yimen_app;
