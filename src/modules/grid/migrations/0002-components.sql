CREATE TABLE grid_components (
  code text PRIMARY KEY CHECK (code ~ '^[0-9]{16}$'),
  category text NOT NULL CHECK (category = 'P' || substr(code, 7, 4)),
  cell_id text NOT NULL REFERENCES grid_cells,
  longitude double precision NOT NULL,
  latitude double precision NOT NULL,
  address text,
  unit_id text NOT NULL,
  surveyed_on date,
  state text NOT NULL CHECK (state IN ('inUse', 'removed')),
  imported_at timestamptz NOT NULL,
  imported_by text NOT NULL
);
COMMENT ON TABLE grid_components IS 'the inventory of components (部件): each thing of the city that has a code, where it stands and who keeps it';
COMMENT ON COLUMN grid_components.code IS 'the 16 digits on the thing itself: district 6, big class 2, small class 2, number 6; never used again';
COMMENT ON COLUMN grid_components.category IS 'the class that stands in the code';
COMMENT ON COLUMN grid_components.cell_id IS 'the one cell in which it stands (G-01)';
COMMENT ON COLUMN grid_components.address IS 'what is beside it, in words; no address of a person';
COMMENT ON COLUMN grid_components.unit_id IS 'unit that keeps it (主管单位)';
COMMENT ON COLUMN grid_components.surveyed_on IS 'day on which somebody saw it there (普查)';
COMMENT ON COLUMN grid_components.imported_by IS 'who imported it last';
CREATE INDEX grid_components_cell ON grid_components (cell_id, code);
CREATE INDEX grid_components_category ON grid_components (category, code);
GRANT SELECT, INSERT, UPDATE (cell_id, longitude, latitude, address, unit_id, surveyed_on, state, imported_at, imported_by) ON grid_components TO yimen_app;

ALTER TABLE grid_events ADD COLUMN component_code text REFERENCES grid_components;
COMMENT ON COLUMN grid_events.component_code IS 'the component that the event is about, where whoever reported it read the code on it';
CREATE INDEX grid_events_component ON grid_events (component_code, id DESC) WHERE component_code IS NOT NULL;
