-- Questions of one group, one person or one branch must not read the rows of a whole bureau.
-- "Members of a group": without it every list of a subtree and every recording reads all memberships.
CREATE INDEX membership_of_group ON membership (group_id, from_day) WHERE group_id IS NOT NULL;
-- What hung below an organisation, on the way from a session to the people it concerns.
CREATE INDEX organisation_placement_below ON organisation_placement (parent_id);
-- The team of a person, asked whenever his points are evaluated.
CREATE INDEX team_placement_of_person ON team_placement (person_id);
-- What a person made up, for his own desk.
CREATE INDEX make_up_of_person ON make_up (person_id);
