ALTER TABLE grid_events DROP CONSTRAINT grid_events_order_number_key;
CREATE INDEX grid_events_order ON grid_events (order_number) WHERE order_number IS NOT NULL;
COMMENT ON COLUMN grid_events.order_number IS 'the order of the hotline about the same matter (G-05); an order that came back to the hotline may go to the grid again, with another event';
