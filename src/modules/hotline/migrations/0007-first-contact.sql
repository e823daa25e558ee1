ALTER TABLE work_orders ADD COLUMN first_contact text;
COMMENT ON COLUMN work_orders.first_contact IS 'number of the member of staff who answers for it to the caller until it has ended (首问负责); null while nobody of the hotline has taken it in hand';
COMMENT ON COLUMN work_orders.first_taker IS 'kind:id of who took it in; who answers for it now is first_contact';
-- Through the network a member of staff files as a private person: only seats write down what comes by telephone and letter (H-11). Of what is
-- about a unit, the lead of the hotline says who answers for it.
UPDATE work_orders o SET first_contact = substr(o.first_taker, 7) FROM matters m
  WHERE m.id = o.id AND m.channel IN ('phone', 'mail') AND o.first_taker LIKE 'staff:%' AND o.concerned_unit_id IS NULL
    AND NOT EXISTS (SELECT FROM order_recusals r WHERE r.order_id = o.id AND r.staff_id = substr(o.first_taker, 7));
UPDATE work_orders o SET first_taker = 'system:intake' FROM matters m
  WHERE m.id = o.id AND m.channel NOT IN ('phone', 'mail') AND o.first_taker LIKE 'staff:%';
