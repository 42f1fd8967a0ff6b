-- The facts in force, worked out from the exported log alone: nothing of the product is asked. `line(entry)` holds the
-- log as it was exported, `setting` the year and the day on which one looks (acceptance/dezhou/expected.md, 1).
CREATE TEMP TABLE log AS
SELECT (entry->>'seq')::bigint AS seq, entry->>'factId' AS fact, (entry->>'version')::int AS version, entry->>'kind' AS kind,
  entry->>'change' AS change, entry->'state' AS state, (entry->>'day')::date AS day, entry->>'period' AS period,
  entry->>'recordedBy' AS recorded_by, (entry->>'recordedOn')::date AS recorded_on, entry->>'standing' AS standing
FROM line;

-- A proposed version counts once somebody else has confirmed it (A-9).
CREATE TEMP TABLE confirmed AS
SELECT DISTINCT ON (state->>'fact', state->>'version') state->>'fact' AS fact, (state->>'version')::int AS version, recorded_by AS confirmed_by
FROM log WHERE kind = 'confirmation' AND change <> 'withdrawn' ORDER BY state->>'fact', state->>'version', seq DESC;

CREATE TEMP TABLE fact AS
SELECT * FROM (
  SELECT DISTINCT ON (log.fact) log.*, confirmed_by, min(log.recorded_on) OVER (PARTITION BY log.fact) AS entered_on
  FROM log LEFT JOIN confirmed USING (fact, version)
  WHERE standing = 'counted' OR confirmed_by IS NOT NULL ORDER BY log.fact, log.version DESC) newest
WHERE change <> 'withdrawn' AND day <= (SELECT today FROM setting);
CREATE INDEX ON fact (kind);

CREATE TEMP TABLE branch AS
SELECT fact AS branch, state->>'number' AS number, (state->'placements'->0->>'parent') AS parent FROM fact
WHERE kind = 'organisation' AND state->>'category' IN ('631', '632');
CREATE TEMP TABLE party_group AS
SELECT fact AS party_group, state->'placements'->0->>'parent' AS branch FROM fact WHERE kind = 'organisation' AND state->>'category' = '699';

CREATE TEMP TABLE spell AS
SELECT state->>'person' AS person, state->>'organisation' AS branch, state->>'group' AS party_group, state->>'stage' AS stage,
  state->>'staffKind' AS staff, (state->>'from')::date AS since, coalesce((state->>'to')::date, 'infinity') AS till
FROM fact WHERE kind = 'membership';
CREATE INDEX ON spell (person);
CREATE TEMP TABLE post AS
SELECT state->>'person' AS person, state->>'organisation' AS branch, state->>'post' AS post, (state->>'from')::date AS since,
  coalesce((state->>'to')::date, 'infinity') AS till
FROM fact WHERE kind = 'post';
CREATE TEMP TABLE committee AS SELECT * FROM post WHERE post <> 'groupLeader';

-- A line of a register, one row for each person it names; a person's own gain needs another who stands for it (A-9).
CREATE TEMP TABLE record AS
SELECT fact, state->>'register' AS register, state->>'organisation' AS organisation, day, period, (state->>'until')::date AS until,
  state->'values' AS v, state->'persons' AS persons, entered_on, recorded_by, confirmed_by
FROM fact WHERE kind = 'record';
CREATE TEMP TABLE named AS
SELECT record.*, one->>'person' AS person, one->>'as' AS part,
  (recorded_by IS DISTINCT FROM one->>'person' OR (confirmed_by IS NOT NULL AND confirmed_by <> one->>'person')) AS stood_for
FROM record, jsonb_array_elements(persons) AS one;

-- Whose register a line stands in: his who is named was at home in the branch that day; of lines without names, its own.
CREATE TEMP TABLE line_of AS
SELECT DISTINCT record.fact, coalesce(spell.branch, record.organisation) AS branch, spell.person
FROM record
LEFT JOIN LATERAL jsonb_array_elements(persons) AS one ON true
LEFT JOIN spell ON spell.person = one->>'person' AND record.day BETWEEN spell.since AND spell.till
WHERE jsonb_array_length(persons) = 0 OR spell.branch IS NOT NULL;

CREATE TEMP TABLE session AS
SELECT fact AS session, state->>'organisation' AS organisation,
  coalesce((SELECT branch FROM party_group WHERE party_group = state->>'organisation'), state->>'organisation') AS branch,
  state->>'stage' AS stage, day, period, ARRAY(SELECT jsonb_array_elements_text(state->'activities')) AS activities,
  day + (state->'sittings'->0->>'from')::time AS begins, day + (state->'sittings'->0->>'to')::time AS ends, state->>'arrangement' AS arrangement,
  state, recorded_by, confirmed_by, entered_on
FROM fact WHERE kind = 'session' AND left(period, 4) = (SELECT year FROM setting);
CREATE TEMP TABLE held AS SELECT * FROM session WHERE stage = 'held';
CREATE INDEX ON held (branch);
CREATE INDEX ON held (arrangement);
CREATE TEMP TABLE marked AS
SELECT session, mark->>'person' AS person, mark->>'mark' AS mark, mark->>'reason' AS reason FROM held, jsonb_array_elements(state->'marks') AS mark;
CREATE INDEX ON marked (session, person);
ANALYZE;

-- Excuses that take somebody out of the denominator (dezhou.md C.3); personal leave does not.
CREATE TEMP TABLE exempting AS SELECT unnest(ARRAY['onDuty', 'postNightRest', 'urgentTask', 'caseTrip', 'closedDuty', 'secondment',
  'fullTimeTraining', 'annualLeave', 'sickLeave', 'parentalLeave', 'studyStop']) AS reason;

-- 应到: members at home in the branch or group that holds it; of a committee meeting its committee; retired members not on Mondays.
CREATE TEMP TABLE expected AS
SELECT held.session, held.branch AS held_by, spell.person, spell.branch AS home, spell.stage, spell.staff
FROM held JOIN spell ON held.organisation IN (spell.branch, spell.party_group) AND held.day BETWEEN spell.since AND spell.till
WHERE held.activities <> ARRAY['committeeMeeting'] AND spell.stage <> 'none' AND NOT (held.activities = ARRAY['mondayStudy'] AND spell.staff = 'retired')
UNION
SELECT held.session, held.branch, spell.person, spell.branch, spell.stage, spell.staff
FROM held JOIN committee c ON c.branch = held.organisation AND held.day BETWEEN c.since AND c.till
JOIN spell ON spell.person = c.person AND held.day BETWEEN spell.since AND spell.till
WHERE 'committeeMeeting' = ANY (held.activities);
CREATE INDEX ON expected (session);

-- 值班备勤, 下夜班休整: the shifts of a cycle repeat from its anchor day; a shift that holds a midnight earns hours of rest.
CREATE TEMP TABLE shift AS
SELECT placed.state->>'person' AS person, begins, begins + hours * interval '1 hour' AS ends, rest
FROM fact placed JOIN fact team ON team.fact = placed.state->>'team'
CROSS JOIN LATERAL (SELECT generate_series((SELECT min(day) FROM held) - 4, (SELECT max(day) FROM held) + 1, interval '1 day')::date AS day) days
CROSS JOIN LATERAL jsonb_array_elements(team.state->'cycle'->((((days.day - (team.state->>'anchor')::date) % jsonb_array_length(team.state->'cycle'))
  + jsonb_array_length(team.state->'cycle')) % jsonb_array_length(team.state->'cycle'))) AS of_day
CROSS JOIN LATERAL (SELECT days.day + (of_day->>'start')::time AS begins, (of_day->>'hours')::int AS hours, (team.state->>'restHours')::int AS rest) AS span
WHERE placed.kind = 'teamPlacement' AND days.day BETWEEN (placed.state->>'from')::date AND coalesce((placed.state->>'to')::date, 'infinity')
  AND days.day BETWEEN (team.state->>'from')::date AND coalesce((team.state->>'to')::date, 'infinity');
CREATE TEMP TABLE away AS
SELECT person, begins, ends FROM shift
UNION ALL SELECT person, ends, ends + rest * interval '1 hour' FROM shift
  WHERE begins = date_trunc('day', begins) OR ends > date_trunc('day', begins) + interval '1 day'
UNION ALL SELECT state->>'person', (state->>'from')::date, (state->>'to')::date + 1 FROM fact WHERE kind = 'leave' AND state->>'reason' IN (SELECT reason FROM exempting)
UNION ALL SELECT one, (state->>'from')::date, coalesce((state->>'to')::date + 1, 'infinity') FROM fact, jsonb_array_elements_text(state->'persons') AS one WHERE kind = 'closedDuty'
UNION ALL SELECT state->>'person', (state->>'from')::date, coalesce((state->>'to')::date + 1, 'infinity') FROM fact WHERE kind = 'secondment';
CREATE INDEX ON away (person, begins);
CREATE TEMP TABLE stopped AS
SELECT (state->>'day')::date AS day, ARRAY(SELECT jsonb_array_elements_text(state->'activities')) AS activities FROM fact WHERE kind = 'studyStop';

-- 补学 within fourteen days; a committee meeting cannot be made up. Whoever was at another session of the same arrangement was there.
CREATE TEMP TABLE made_up AS
SELECT DISTINCT held.session, f.state->>'person' AS person FROM fact f JOIN held ON held.session = f.state->>'session'
WHERE f.kind = 'makeUp' AND (f.state->>'day')::date <= held.day + 14 AND held.activities <> ARRAY['committeeMeeting']
  AND (f.recorded_by IS DISTINCT FROM f.state->>'person' OR f.confirmed_by <> f.state->>'person')
UNION SELECT held.session, expected.person FROM expected JOIN held USING (session)
  JOIN held other ON other.arrangement = held.arrangement AND other.session <> held.session
  JOIN marked ON marked.session = other.session AND marked.person = expected.person AND mark IN ('present', 'late');
CREATE INDEX ON made_up (session, person);
ANALYZE;

-- Exactly one of present, made up, excused, absent for each (person, session); `credit` in attendances (A-8).
CREATE TEMP TABLE attendance AS
SELECT expected.*, held.day, held.period, held.activities, extract(epoch FROM held.ends - held.begins) / 60 AS minutes, became,
  CASE became WHEN 'present' THEN 1 WHEN 'late' THEN 0.5 WHEN 'madeUp' THEN 1 ELSE 0 END AS credit, became <> 'excused' AS counts
FROM expected JOIN held USING (session) LEFT JOIN marked USING (session, person)
CROSS JOIN LATERAL (SELECT CASE
  WHEN mark IN ('present', 'late') THEN mark
  WHEN EXISTS (SELECT FROM made_up m WHERE m.session = held.session AND m.person = expected.person) THEN 'madeUp'
  WHEN EXISTS (SELECT FROM stopped WHERE stopped.day = held.day AND held.activities <@ stopped.activities) THEN 'excused'
  WHEN EXISTS (SELECT FROM away WHERE away.person = expected.person AND away.begins < held.ends AND away.ends > held.begins) THEN 'excused'
  WHEN mark = 'excused' AND marked.reason IN (SELECT reason FROM exempting)
    AND (held.recorded_by IS DISTINCT FROM expected.person OR held.confirmed_by <> expected.person) THEN 'excused'
  ELSE 'absent' END AS became) AS found;
CREATE INDEX ON attendance (person);
