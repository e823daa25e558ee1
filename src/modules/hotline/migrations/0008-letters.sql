ALTER TABLE work_orders
  ADD COLUMN letter_written_on date,
  ADD COLUMN letter_arrived_on date,
  ADD CHECK (letter_written_on <= letter_arrived_on),
  ADD CHECK (letter_written_on IS NULL OR letter_arrived_on IS NOT NULL);
COMMENT ON COLUMN work_orders.letter_written_on IS 'the day that stands on the letter or e-mail; null where there is none, and in what did not come by one';
COMMENT ON COLUMN work_orders.letter_arrived_on IS 'the day on which the letter or e-mail was there: the clock begins with it';
