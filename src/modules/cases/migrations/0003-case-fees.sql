ALTER TABLE cases ADD COLUMN fee_state text NOT NULL DEFAULT 'none' CHECK (fee_state IN ('none', 'chargeable', 'due', 'paid', 'refunded'));
COMMENT ON COLUMN cases.fee_state IS 'none: the item is free; chargeable: it has a published fee; then what became of the fee demanded last';

CREATE TABLE case_fees (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES cases,
  name text NOT NULL,
  standard text NOT NULL,
  basis text NOT NULL,
  calculation text,
  amount_minor bigint NOT NULL CHECK (amount_minor > 0),
  state text NOT NULL CHECK (state IN ('due', 'paid', 'refunded')),
  demanded_by text NOT NULL,
  demanded_at timestamptz NOT NULL,
  paid_at timestamptz,
  channel text,
  channel_reference text,
  receipt_number text,
  refunded_at timestamptz,
  refund_cause text,
  refund_reference text,
  CHECK ((state = 'due') = (paid_at IS NULL)),
  CHECK ((state = 'refunded') = (refunded_at IS NOT NULL))
);
COMMENT ON TABLE case_fees IS 'fees demanded in a case, each a published fee of its item (行政许可法 art. 58, 59), with payment and refund';
COMMENT ON COLUMN case_fees.calculation IS 'how the amount follows from the standard, where the standard names no single amount';
COMMENT ON COLUMN case_fees.amount_minor IS 'in fen';
COMMENT ON COLUMN case_fees.channel_reference IS 'number of the payment at its channel';
COMMENT ON COLUMN case_fees.receipt_number IS 'number of the receipt document that the payer gets';
CREATE UNIQUE INDEX case_fees_one_due ON case_fees (case_id) WHERE state = 'due';
CREATE INDEX case_fees_case ON case_fees (case_id, demanded_at);
GRANT SELECT, INSERT, UPDATE ON case_fees TO yimen_app;
