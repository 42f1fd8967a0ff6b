-- What a bureau calls itself. The installation's list of bureaus belongs to the owner of the database; the newest row here holds.
CREATE TABLE bureau_name (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  zh text NOT NULL CHECK (zh <> ''),
  en text NOT NULL CHECK (en <> ''),
  named_by uuid NOT NULL REFERENCES account,
  named_at timestamptz NOT NULL
);
