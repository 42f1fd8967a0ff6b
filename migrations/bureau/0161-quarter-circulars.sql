-- 季度通报: the table of a quarter as it was issued, and each revision of it; what was issued stays, whatever is corrected later.
CREATE TABLE quarter_circular (
  draw_id uuid NOT NULL,
  number smallint NOT NULL,
  -- Of what had happened by this day, as the log knew it at this entry (A-3).
  day date NOT NULL,
  as_of_seq bigint NOT NULL,
  content jsonb NOT NULL,
  -- Why it was revised; empty for the first.
  reason text NOT NULL,
  account_id uuid NOT NULL,
  person_id uuid REFERENCES person,
  issued_on date NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (draw_id, number)
);
