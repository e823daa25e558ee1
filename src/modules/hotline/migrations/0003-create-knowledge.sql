CREATE TABLE articles (
  id text PRIMARY KEY,
  owner_unit_id text NOT NULL,
  version int NOT NULL
);
COMMENT ON TABLE articles IS 'articles of the knowledge base; the unit that owns one keeps it true';
COMMENT ON COLUMN articles.version IS 'the current one';
GRANT SELECT, INSERT, UPDATE (version) ON articles TO yimen_app;

CREATE TABLE article_versions (
  article_id text NOT NULL REFERENCES articles,
  version int NOT NULL CHECK (version > 0),
  category text NOT NULL,
  question text NOT NULL,
  answer text NOT NULL,
  basis text NOT NULL,
  implement_code text,
  expires_on date NOT NULL,
  search tsvector NOT NULL,
  written_by text NOT NULL,
  written_at timestamptz NOT NULL,
  PRIMARY KEY (article_id, version)
);
COMMENT ON TABLE article_versions IS 'insert-only: what an article said from when on, and until when it may be answered from';
COMMENT ON COLUMN article_versions.basis IS 'the rule that the answer rests on';
COMMENT ON COLUMN article_versions.implement_code IS 'the service item to which the question leads';
CREATE INDEX article_versions_search ON article_versions USING gin (search);
GRANT SELECT, INSERT ON article_versions TO yimen_app;

CREATE TABLE label_counts (
  label text PRIMARY KEY,
  texts int NOT NULL,
  words int NOT NULL
);
COMMENT ON TABLE label_counts IS 'what the classifier has learnt: how many appeals were given a category or a unit';
COMMENT ON COLUMN label_counts.label IS 'category:key or unit:key';
GRANT SELECT, INSERT, UPDATE ON label_counts TO yimen_app;

CREATE TABLE word_counts (
  label text NOT NULL REFERENCES label_counts,
  word text NOT NULL,
  times int NOT NULL,
  PRIMARY KEY (label, word)
);
COMMENT ON TABLE word_counts IS 'what the classifier has learnt: words of the dictionary with two characters or more, added up over all appeals that are not secret';
CREATE INDEX word_counts_word ON word_counts (word);
GRANT SELECT, INSERT, UPDATE ON word_counts TO yimen_app;
