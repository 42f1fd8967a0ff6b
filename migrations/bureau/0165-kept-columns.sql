-- Columns that an account has put away in a table, so that its owner finds the table as he left it on another computer.
CREATE TABLE kept_columns (
  account_id uuid NOT NULL REFERENCES account,
  table_name text NOT NULL,
  away text[] NOT NULL,
  kept_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (account_id, table_name)
);
