-- The office's score board (A-13): what each branch comes to in each item of a year. A projection: written after the
-- commit, dropped and rebuilt at will.
CREATE TABLE branch_item (
  organisation_id uuid NOT NULL,
  year integer NOT NULL,
  -- Words of the scheme of the year.
  aspect text NOT NULL,
  item text NOT NULL,
  value integer,
  full_mark integer,
  state text NOT NULL,
  progress_to_date integer,
  -- What it lacks, in words of both languages that name no person.
  lacks jsonb NOT NULL,
  PRIMARY KEY (organisation_id, year, item)
);

-- The year as a whole and its aspects; '' is the whole. What is due depends on the day, so that each count says its own.
CREATE TABLE branch_year (
  organisation_id uuid NOT NULL,
  year integer NOT NULL,
  aspect text NOT NULL,
  value integer,
  full_mark integer,
  progress_to_date integer,
  -- The same on the last day of the quarter before.
  quarter_value integer,
  counted_on date NOT NULL,
  PRIMARY KEY (organisation_id, year, aspect)
);

-- What the board does not know yet, written in the transaction that records. Without an organisation: an entry of the
-- log of which nobody has asked yet whose years it reaches. With one: a year to be counted anew.
CREATE TABLE assessment_due (
  seq bigint NOT NULL,
  organisation_id uuid,
  year integer
);
CREATE INDEX assessment_due_in_turn ON assessment_due (seq);
