ALTER TABLE record_channels DROP CONSTRAINT record_channels_pkey;
ALTER TABLE record_channels ADD COLUMN posting int NOT NULL DEFAULT 1 CHECK (posting > 0);
ALTER TABLE record_channels ADD PRIMARY KEY (record_id, channel, posting);
ALTER TABLE record_channels ADD CONSTRAINT record_channels_place UNIQUE NULLS NOT DISTINCT (record_id, channel, place);
COMMENT ON TABLE record_channels IS 'insert-only: where a record was published; one record may be in several channels (O-02), and in one of them in several places';
COMMENT ON COLUMN record_channels.posting IS 'from 1 in each channel of a record: posted again at another place it counts again (S004: more postings by WeChat than records)';

ALTER TABLE public_records ADD COLUMN answers_concern boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN public_records.answers_concern IS '回应社会关注: it answers what the public is worried or asks about; stays as it was first published';
