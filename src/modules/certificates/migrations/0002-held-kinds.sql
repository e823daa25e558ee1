-- Whether somebody holds a certificate of a kind is asked for every application; who has thousands is asked as fast as who has one.
CREATE INDEX certificates_held ON certificates (holder_id, type_key) WHERE state = '01';
