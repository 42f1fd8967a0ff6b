-- What an import changed of what was there before it, so that taking it back can put that right again.
CREATE TABLE import_batch_change (
  batch_id uuid NOT NULL REFERENCES import_batch,
  fact_id uuid NOT NULL,
  -- The version that the batch wrote.
  version integer NOT NULL,
  PRIMARY KEY (batch_id, fact_id)
);

CREATE TABLE import_batch_person (
  batch_id uuid NOT NULL REFERENCES import_batch,
  person_id uuid NOT NULL REFERENCES person,
  -- Particulars as they were before; null of a person whom the batch entered.
  before jsonb,
  after jsonb NOT NULL,
  PRIMARY KEY (batch_id, person_id)
);
