ALTER TABLE report_requests DROP CONSTRAINT report_requests_kind_check;
ALTER TABLE report_requests ADD CONSTRAINT report_requests_kind_check CHECK (kind IN ('half-year', 'scorecards', 'disclosure-annual'));

ALTER TABLE report_templates ADD COLUMN shipped_titles text[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN report_templates.shipped_titles IS 'titles of the sections that shipped when it was saved: what ships later is offered to the office as new; empty for what was saved before this was noted';
COMMENT ON COLUMN report_templates.name IS 'which report: half-year, disclosure-annual';
