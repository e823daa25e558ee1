-- Whoever looks for agents to let go reads the cases that an agent still sees, not all cases: a case leaves this index with its agent.
CREATE INDEX cases_of_agents ON cases (authorisation_id) WHERE authorisation_id IS NOT NULL AND substr(submitter, 8) = ANY (parties::text[]);
