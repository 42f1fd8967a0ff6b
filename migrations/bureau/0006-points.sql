-- The points ledger: raw values, what limits took, shares as differences (A-4, A-14, A-16). Rows are only ever added.
CREATE TABLE points_account (
  person_id uuid PRIMARY KEY REFERENCES person
);

CREATE TABLE ledger_entry (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES points_account,
  kind text NOT NULL CHECK (kind IN ('raw', 'limit', 'share')),
  -- Id of the rule or of the limit.
  of text NOT NULL,
  part text NOT NULL,
  window_key text NOT NULL,
  -- The fact that pays, of a raw value.
  fact_id uuid CHECK ((kind = 'raw') = (fact_id IS NOT NULL)),
  -- The fact whose entry moved the value; no row without a fact.
  moved_by uuid NOT NULL,
  value integer NOT NULL CHECK (value <> 0),
  -- 冲正: names exactly one row, negates it exactly, at most once.
  reverses bigint UNIQUE REFERENCES ledger_entry,
  for_period text NOT NULL,
  booked_in text NOT NULL,
  -- The entry of the log that caused this row.
  seq bigint NOT NULL,
  posted_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX ledger_entry_of_person ON ledger_entry (person_id, window_key);

-- Current nets per person, top-level part and year, kept exact in the posting transaction; can be rebuilt.
CREATE TABLE standing (
  person_id uuid NOT NULL REFERENCES points_account,
  part text NOT NULL,
  year integer NOT NULL,
  value integer NOT NULL,
  PRIMARY KEY (person_id, part, year)
);
