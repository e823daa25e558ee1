ALTER TABLE work_orders
  ADD COLUMN upper_source text CHECK (upper_source IN ('province', 'city')),
  ADD COLUMN upper_number text,
  ADD CHECK ((upper_source IS NULL) = (upper_number IS NULL)),
  ADD CONSTRAINT work_orders_upper UNIQUE (upper_source, upper_number);
COMMENT ON COLUMN work_orders.upper_source IS 'the hotline above from which the order came; null for what came to this hotline itself';
COMMENT ON COLUMN work_orders.upper_number IS 'its number there: nothing is taken twice from the same hotline, and the order is found by it';
CREATE INDEX work_orders_upper_number ON work_orders (upper_number) WHERE upper_number IS NOT NULL;
