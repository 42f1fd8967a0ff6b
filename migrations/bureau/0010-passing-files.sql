-- Files that are only on their way say until when they are kept: an uploaded roster holds more than is taken over.
ALTER TABLE file ADD COLUMN expires_at timestamptz;
-- The job runner drops what has expired.
CREATE INDEX file_by_expiry ON file (expires_at) WHERE expires_at IS NOT NULL;
-- "My imports, newest first".
CREATE INDEX job_of_account ON job (account_id, kind, created_at);
