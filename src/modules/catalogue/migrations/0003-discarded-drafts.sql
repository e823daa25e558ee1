-- A draft may be thrown away; what was ever published stays, whoever asks.
CREATE FUNCTION keep_published_versions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state NOT IN ('DRAFT', 'SUBMITTED', 'RETURNED') THEN RAISE EXCEPTION 'version % of % was published and stays', OLD.version, OLD.implement_code; END IF;
  RETURN OLD;
END $$;
COMMENT ON FUNCTION keep_published_versions IS 'refuses to delete a version that was ever published';
CREATE TRIGGER item_versions_keep_published BEFORE DELETE ON item_versions FOR EACH ROW EXECUTE FUNCTION keep_published_versions();
GRANT DELETE ON item_versions TO yimen_app;

ALTER TABLE catalogue_events DROP CONSTRAINT catalogue_events_act_check;
ALTER TABLE catalogue_events ADD CONSTRAINT catalogue_events_act_check CHECK (act IN ('load', 'publish', 'suspend', 'resume', 'cancel', 'import', 'discard'));
