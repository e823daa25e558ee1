CREATE TABLE card_readings (
  id uuid PRIMARY KEY,
  read_at timestamptz NOT NULL,
  actor text NOT NULL,
  window_id text,
  device text NOT NULL,
  number_index text NOT NULL
);
COMMENT ON TABLE card_readings IS 'insert-only: each time the card reader of a window read an identity card';
COMMENT ON COLUMN card_readings.window_id IS 'where the clerk sat; null where he has no window';
COMMENT ON COLUMN card_readings.number_index IS 'keyed hash of the number on the card: proves a reading, lists none';
CREATE INDEX card_readings_number ON card_readings (number_index, read_at);
GRANT SELECT, INSERT ON card_readings TO yimen_app;
