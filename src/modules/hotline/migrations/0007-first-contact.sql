ALTER TABLE work_orders ADD COLUMN first_contact text;
COMMENT ON COLUMN work_orders.first_contact IS 'number of the member of staff who answers for it to the caller until it has ended (首问负责); null while nobody of the hotline has taken it in hand';
COMMENT ON COLUMN work_orders.first_taker IS 'kind:id of who took it in; who answers for it now is first_contact';
UPDATE work_orders SET first_contact = substr(first_taker, 7) WHERE first_taker LIKE 'staff:%';
