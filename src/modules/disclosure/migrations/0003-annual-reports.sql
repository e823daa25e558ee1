CREATE TABLE disclosure_annual_reports (
  id uuid PRIMARY KEY REFERENCES matters,
  unit_id text NOT NULL,
  year int NOT NULL,
  address text,
  published_at timestamptz,
  UNIQUE (unit_id, year),
  CHECK ((address IS NULL) = (published_at IS NULL))
);
COMMENT ON TABLE disclosure_annual_reports IS 'detail of matters of kind annualReport: what a unit owes the public about each year (政府信息公开条例 art. 49, 50; O-13)';
COMMENT ON COLUMN disclosure_annual_reports.year IS 'the year that it reports about';
COMMENT ON COLUMN disclosure_annual_reports.address IS 'where the public reads it';
GRANT SELECT, INSERT, UPDATE (address, published_at) ON disclosure_annual_reports TO yimen_app;
