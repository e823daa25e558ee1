ALTER TABLE cases ADD COLUMN sealed_declaration bytea;
COMMENT ON COLUMN cases.sealed_declaration IS 'who declared what was filed to be true, in which version of the words, when and before whom (行政许可法 art. 31); the event of submission holds version and hash of the words. Null: filed before declarations were kept';
