ALTER TABLE item_versions ADD COLUMN editors text[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN item_versions.editors IS 'kind:id of everybody who saved this version as a draft; none of them publishes it';
GRANT UPDATE (editors) ON item_versions TO yimen_app;
