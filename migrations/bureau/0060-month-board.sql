-- The office's month board (A-13): what the sessions of a branch and its groups come to, by activity. A projection:
-- written after the commit, dropped and rebuilt at will.
CREATE TABLE branch_month (
  organisation_id uuid NOT NULL,
  period text NOT NULL,
  -- A word of the scheme; '' is the month as a whole, in which a session of two activities counts once (D-17).
  activity text NOT NULL,
  arranged integer NOT NULL,
  held integer NOT NULL,
  not_held integer NOT NULL,
  stopped integer NOT NULL,
  to_confirm integer NOT NULL,
  late integer NOT NULL,
  -- When each arranged session begins to wait for its record ('2026-11-16 21:00' on the wall); whoever reads counts
  -- those that have come, because what depends on the clock is not stored.
  to_record_from text[] NOT NULL,
  expected integer NOT NULL,
  present integer NOT NULL,
  made_up integer NOT NULL,
  excused integer NOT NULL,
  absent integer NOT NULL,
  PRIMARY KEY (organisation_id, period, activity)
);

-- What the board does not know yet, written in the transaction that records. Without an organisation: an entry of the
-- log of which nobody has asked yet which months it reaches. With one: a month to be counted anew.
CREATE TABLE projection_due (
  seq bigint NOT NULL,
  organisation_id uuid,
  period text
);
CREATE INDEX projection_due_in_turn ON projection_due (seq);
CREATE INDEX projection_due_of_month ON projection_due (organisation_id, period);

-- Whatever was recorded before there was a board.
INSERT INTO projection_due (seq) SELECT seq FROM fact_log WHERE kind = 'session';
