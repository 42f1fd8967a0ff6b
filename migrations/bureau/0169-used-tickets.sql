-- A signed ticket of the bureau's portal is good once, and a session knows how its holder came in.
CREATE TABLE used_ticket (
  ticket_hash text PRIMARY KEY,
  good_until timestamptz NOT NULL
);
-- For dropping those that are over, at each sign-in by ticket.
CREATE INDEX used_ticket_by_age ON used_ticket (good_until);
ALTER TABLE login_session ADD COLUMN came_by text NOT NULL DEFAULT 'password' CHECK (came_by IN ('password', 'ticket', 'strongTicket'));
