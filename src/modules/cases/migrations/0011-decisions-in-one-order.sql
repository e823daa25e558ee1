-- In the order in which decisions are published, the instant and the id both downwards: the other way round, the decisions of one instant had to be sorted.
DROP INDEX cases_decided;
CREATE INDEX cases_decided ON cases (decided_at DESC, id DESC) WHERE decided_at IS NOT NULL;
