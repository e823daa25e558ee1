CREATE TABLE publication_proposals (
  id uuid PRIMARY KEY,
  unit_id text NOT NULL,
  title text NOT NULL,
  ground text NOT NULL,
  source_number text,
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'accepted', 'declined')),
  proposed_at timestamptz NOT NULL,
  decided_by text,
  decided_at timestamptz,
  reason text,
  CHECK ((state = 'open') = (decided_at IS NULL))
);
COMMENT ON TABLE publication_proposals IS 'what ought to be published because it was asked for again and again (O-16); an editor of the unit writes a record of it or says why not';
COMMENT ON COLUMN publication_proposals.ground IS 'why it is proposed; names no applicant';
COMMENT ON COLUMN publication_proposals.source_number IS 'public number of the matter that led to it, if one did';
COMMENT ON COLUMN publication_proposals.decided_by IS 'kind:id';
CREATE INDEX publication_proposals_of_unit ON publication_proposals (unit_id, state, id);
GRANT SELECT, INSERT, UPDATE ON publication_proposals TO yimen_app;

CREATE TABLE public_records (
  id uuid PRIMARY KEY REFERENCES matters,
  unit_id text NOT NULL,
  class text CHECK (class IN ('normative', 'workNews', 'enforcement', 'budget', 'other')),
  theme text NOT NULL CHECK (theme IN ('regulations', 'organisation', 'planning', 'statistics', 'licensing', 'punishment', 'finance', 'charges', 'procurement', 'projects', 'welfare', 'emergencies', 'inspection', 'recruitment', 'otherLaw')),
  interprets uuid REFERENCES public_records,
  needs_interpretation boolean NOT NULL,
  proposal_id uuid REFERENCES publication_proposals,
  edition int NOT NULL DEFAULT 1,
  published_edition int,
  index_no text UNIQUE,
  first_published_at timestamptz,
  published_at timestamptz,
  revocation text CHECK (revocation IN ('changed', 'revoked', 'unlawful', 'invalid')),
  ended_as text CHECK (ended_as IN ('withdrawn', 'repealed', 'expired')),
  ended_at timestamptz,
  end_reason text,
  review_reminded_on date,
  search tsvector,
  CHECK ((class IS NULL) = (interprets IS NOT NULL)),
  CHECK ((published_edition IS NULL) = (index_no IS NULL)),
  CHECK ((published_edition IS NULL) = (first_published_at IS NULL))
);
COMMENT ON TABLE public_records IS 'detail of matters of kind publicRecord: what a unit publishes of its own accord, and the interpretations of policies';
COMMENT ON COLUMN public_records.class IS 'the class of the statistics (O-02); null for an interpretation, which is counted beside the records';
COMMENT ON COLUMN public_records.theme IS 'the item of 政府信息公开条例 art. 20 to which it belongs';
COMMENT ON COLUMN public_records.interprets IS 'the policy that this record explains';
COMMENT ON COLUMN public_records.edition IS 'the edition at hand: the one that is written, or that the public reads';
COMMENT ON COLUMN public_records.published_edition IS 'the edition that the public reads; null before the first publication';
COMMENT ON COLUMN public_records.index_no IS '索引号: organisation code / year - number';
COMMENT ON COLUMN public_records.published_at IS 'of the edition that the public reads';
COMMENT ON COLUMN public_records.revocation IS 'what became of a published punishment (O-18)';
COMMENT ON COLUMN public_records.end_reason IS 'told to the public';
COMMENT ON COLUMN public_records.search IS 'words of the published edition';
CREATE INDEX public_records_published ON public_records (published_at DESC, id DESC) WHERE published_edition IS NOT NULL;
CREATE INDEX public_records_unit ON public_records (unit_id, id);
CREATE INDEX public_records_interprets ON public_records (interprets) WHERE interprets IS NOT NULL;
CREATE INDEX public_records_search ON public_records USING gin (search);
GRANT SELECT, INSERT, UPDATE ON public_records TO yimen_app;

CREATE TABLE record_editions (
  record_id uuid NOT NULL REFERENCES public_records,
  edition int NOT NULL CHECK (edition > 0),
  title text NOT NULL,
  summary text NOT NULL,
  body text NOT NULL,
  doc_no text,
  created_on date NOT NULL,
  effective_on date,
  valid_until date,
  review_on date,
  changed_on date,
  change_reason text,
  writers text[] NOT NULL,
  discard_reason text,
  PRIMARY KEY (record_id, edition),
  CHECK ((edition = 1) = (changed_on IS NULL))
);
COMMENT ON TABLE record_editions IS 'the text of a record in each of its editions; written until it is submitted, never after';
COMMENT ON COLUMN record_editions.changed_on IS 'the day of the change that made this edition necessary: its twenty working days run from there';
COMMENT ON COLUMN record_editions.writers IS 'kind:id of everybody who wrote any of it; none of them may review it (O-17)';
COMMENT ON COLUMN record_editions.discard_reason IS 'why it was given up before it was published';
GRANT SELECT, INSERT, UPDATE ON record_editions TO yimen_app;

CREATE TABLE secrecy_reviews (
  id uuid PRIMARY KEY,
  record_id uuid NOT NULL REFERENCES public_records,
  edition int NOT NULL,
  decision text NOT NULL CHECK (decision IN ('clear', 'return', 'withhold')),
  basis text NOT NULL,
  remark text NOT NULL,
  ground text CHECK (ground IN ('stateSecret', 'forbiddenByLaw', 'threeSafeties', 'thirdParty', 'internalAffairs', 'processInformation', 'caseFile')),
  confirmed_phones int NOT NULL DEFAULT 0,
  reviewer text NOT NULL,
  reviewed_at timestamptz NOT NULL,
  CHECK ((decision = 'withhold') = (ground IS NOT NULL))
);
COMMENT ON TABLE secrecy_reviews IS 'insert-only: each review before publication (O-17), by whom, on which legal basis';
COMMENT ON COLUMN secrecy_reviews.confirmed_phones IS 'how many telephone numbers the reviewer found to be public ones';
CREATE INDEX secrecy_reviews_of ON secrecy_reviews (record_id, id);
GRANT SELECT, INSERT ON secrecy_reviews TO yimen_app;

CREATE TABLE record_publications (
  record_id uuid NOT NULL REFERENCES public_records,
  edition int NOT NULL,
  timer_id uuid NOT NULL REFERENCES timers,
  published_at timestamptz NOT NULL,
  due_at timestamptz NOT NULL,
  PRIMARY KEY (record_id, edition)
);
COMMENT ON TABLE record_publications IS 'insert-only: when each edition became public and by when it had to (O-01)';
COMMENT ON COLUMN record_publications.due_at IS 'as it stood on the day of publication, so that the figure of a period stays';
CREATE INDEX record_publications_at ON record_publications (published_at);
GRANT SELECT, INSERT ON record_publications TO yimen_app;

CREATE TABLE record_channels (
  record_id uuid NOT NULL REFERENCES public_records,
  channel text NOT NULL CHECK (channel IN ('portal', 'gazette', 'microblog', 'wechat', 'bulletinBoard', 'hallTerminal', 'library', 'newspaper', 'television', 'pressConference')),
  place text,
  published_at timestamptz NOT NULL,
  PRIMARY KEY (record_id, channel)
);
COMMENT ON TABLE record_channels IS 'insert-only: where a record was published; one record may be in several places (O-02)';
COMMENT ON COLUMN record_channels.place IS 'issue of the gazette, address of the post, place of the board';
CREATE INDEX record_channels_at ON record_channels (published_at);
GRANT SELECT, INSERT ON record_channels TO yimen_app;

CREATE TABLE powers (
  id uuid PRIMARY KEY,
  unit_id text NOT NULL,
  version int NOT NULL
);
COMMENT ON TABLE powers IS '权责清单: one entry of the power and duty list of a unit, with its latest version';
CREATE INDEX powers_of_unit ON powers (unit_id, id);
GRANT SELECT, INSERT, UPDATE ON powers TO yimen_app;

CREATE TABLE power_versions (
  power_id uuid NOT NULL REFERENCES powers,
  version int NOT NULL CHECK (version > 0),
  name text NOT NULL,
  type text NOT NULL CHECK (type IN ('01', '02', '03', '04', '05', '06', '07', '08', '09', '10')),
  basis text NOT NULL,
  duties text NOT NULL,
  accountability text NOT NULL,
  implement_code text,
  change text NOT NULL CHECK (change IN ('listed', 'lawChanged', 'functionChanged', 'delegated', 'takenBack', 'corrected', 'removed')),
  reason text NOT NULL,
  written_by text NOT NULL,
  written_at timestamptz NOT NULL,
  PRIMARY KEY (power_id, version)
);
COMMENT ON TABLE power_versions IS 'insert-only: each version of an entry with the reason of its change; the last one of an entry that went says removed';
COMMENT ON COLUMN power_versions.type IS 'code of the ten types of powers in the national catalogue';
COMMENT ON COLUMN power_versions.implement_code IS 'the item of the catalogue by which the power is exercised';
COMMENT ON COLUMN power_versions.written_by IS 'kind:id';
CREATE INDEX power_versions_at ON power_versions (written_at DESC, power_id DESC);
GRANT SELECT, INSERT ON power_versions TO yimen_app;
