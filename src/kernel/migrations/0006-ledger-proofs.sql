-- A receipt carries the hash of its event and nothing else: the proof is found by it.
CREATE INDEX ledger_leaves_hash ON ledger_leaves USING hash (hash);
