-- Every process asks for the version of the local rules every two seconds: a handful of matters among a million.
CREATE INDEX matters_local_rules ON matters (version) WHERE kind = 'local-rule';
COMMENT ON INDEX matters_local_rules IS 'the sum of the versions is the version of the local rules, which grows with every change';
