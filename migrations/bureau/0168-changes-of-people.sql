-- When a person's particulars last changed, and who is named by what was recorded since: for systems that follow changes of people.
ALTER TABLE person ADD COLUMN changed_at timestamptz NOT NULL DEFAULT now();
CREATE INDEX fact_log_of_belonging ON fact_log (logged_at) WHERE kind IN ('membership', 'post');
