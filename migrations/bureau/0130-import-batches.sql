-- Facts that came in from one file as one batch, so that they can be taken back together.
CREATE TABLE import_batch (
  id uuid PRIMARY KEY,
  -- What its facts are: the kind in the log, and of entries the register.
  kind text NOT NULL,
  register text,
  account_id uuid NOT NULL,
  person_id uuid REFERENCES person,
  file_name text NOT NULL,
  -- Rows of the file that were in the system already, and rows that were left out.
  there integer NOT NULL,
  left_out integer NOT NULL,
  recorded_on date NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now()
);
-- What was imported into one register, the latest first.
CREATE INDEX import_batch_of_register ON import_batch (kind, register, recorded_at);

CREATE TABLE import_batch_fact (
  fact_id uuid PRIMARY KEY,
  batch_id uuid NOT NULL REFERENCES import_batch
);
CREATE INDEX import_batch_fact_of_batch ON import_batch_fact (batch_id);

CREATE TABLE import_batch_withdrawal (
  batch_id uuid PRIMARY KEY REFERENCES import_batch,
  account_id uuid NOT NULL,
  person_id uuid REFERENCES person,
  recorded_on date NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now()
);
