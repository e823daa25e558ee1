ALTER TABLE call_acts DROP CONSTRAINT call_acts_act_check;
ALTER TABLE call_acts ADD CONSTRAINT call_acts_act_check CHECK (act IN ('ring', 'answer', 'hold', 'resume', 'transfer', 'join', 'hang-up', 'lose'));
COMMENT ON COLUMN call_acts.act IS 'lose: the caller hung up while it rang';
