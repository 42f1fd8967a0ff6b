-- Typed rows of the working calendar: which year is announced by which fact, so that a day finds its holidays.
CREATE TABLE calendar_year (
  fact_id uuid PRIMARY KEY,
  -- A withdrawn announcement leaves no row, so the year can be announced anew.
  year integer NOT NULL UNIQUE
);
