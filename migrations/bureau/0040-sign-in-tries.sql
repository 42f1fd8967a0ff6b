-- Wrong passwords are counted by user name, whether such a user exists or not: a delay tells nobody which names do (T14).
CREATE TABLE sign_in_tries (
  -- SHA-256 of the name as typed: people type passwords into the wrong box.
  name_hash text PRIMARY KEY,
  tries integer NOT NULL,
  delayed_until timestamptz,
  last_at timestamptz NOT NULL
);
-- For sweeping out names that nobody has tried for a day.
CREATE INDEX sign_in_tries_by_age ON sign_in_tries (last_at);

ALTER TABLE account DROP COLUMN wrong_tries, DROP COLUMN delayed_until;
