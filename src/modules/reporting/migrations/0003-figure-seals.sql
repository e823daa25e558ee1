CREATE TABLE figure_seals (
  number int PRIMARY KEY CHECK (number >= 0),
  sealed_at timestamptz NOT NULL,
  figures jsonb NOT NULL CHECK (jsonb_typeof(figures) = 'array'),
  signature bytea,
  CHECK ((signature IS NULL) = (number = 0))
);
COMMENT ON TABLE figure_seals IS 'insert-only: for each publication the list of its figures under the office''s signature; together they list every published figure';
COMMENT ON COLUMN figure_seals.number IS 'from 1 without gaps; 0 lists what was published before there were seals and bears none';
COMMENT ON COLUMN figure_seals.figures IS 'id, metric, period and SM3 of each figure; the SM3 is null in number 0';
COMMENT ON COLUMN figure_seals.signature IS 'SM2, 64 bytes, over number, instant, list, and the list of the number before';
GRANT SELECT, INSERT ON figure_seals TO yimen_app;

INSERT INTO figure_seals (number, sealed_at, figures)
SELECT 0, now(), coalesce(jsonb_agg(jsonb_build_object('id', id, 'metric', metric, 'from', period_from, 'to', period_to, 'hash', NULL) ORDER BY id), '[]') FROM figures;
