CREATE TABLE record_views (
  record_id uuid PRIMARY KEY REFERENCES public_records,
  views bigint NOT NULL CHECK (views > 0)
) WITH (fillfactor = 50);
COMMENT ON TABLE record_views IS '浏览次数 of the header of S000: how often the page of a public record was opened; a count beside the record, in no ledger';
GRANT SELECT, INSERT, UPDATE ON record_views TO yimen_app;
