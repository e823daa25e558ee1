CREATE TABLE uploads (
  id uuid PRIMARY KEY,
  owner text NOT NULL,
  name text NOT NULL,
  size_bytes bigint NOT NULL CHECK (size_bytes > 0),
  sha256 text NOT NULL,
  received_bytes bigint NOT NULL DEFAULT 0 CHECK (received_bytes BETWEEN 0 AND size_bytes),
  touched_at timestamptz NOT NULL,
  UNIQUE (owner, sha256, name)
);
COMMENT ON TABLE uploads IS 'files on their way in, piece after piece; a row goes when its file is whole, or when nothing came for days';
COMMENT ON COLUMN uploads.owner IS 'principal who sends it; nobody else finds it';
COMMENT ON COLUMN uploads.sha256 IS 'what the sender says the whole file is: the same file chosen again goes on where it stopped, and is compared at its end';
COMMENT ON COLUMN uploads.received_bytes IS 'how much is safely kept; what a crash left behind it is cut off';
CREATE INDEX uploads_touched ON uploads (touched_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON uploads TO yimen_app;
