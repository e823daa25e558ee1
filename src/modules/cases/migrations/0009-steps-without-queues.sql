-- Queues read assignments; no query asks for the steps of a unit. Without it, opening and ending a step leaves the indexes of its row alone.
DROP INDEX case_steps_unit;
