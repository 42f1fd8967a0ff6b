-- The 32 items of a branch's year (dezhou.md C.1), from the tables of facts.sql and members.sql. `no basis` (不适用) is null:
-- its mark goes to the other items of its aspect, and inside an item of several rules to the other rules (A-11).
CREATE TEMP TABLE here AS
SELECT branch, person, staff FROM spell WHERE stage <> 'none' AND (SELECT last FROM setting) BETWEEN since AND till;
CREATE TEMP TABLE sits AS
SELECT c.branch, c.person, bool_or(c.post NOT IN ('secretary', 'deputySecretary')) AS more FROM committee c
JOIN here USING (branch, person) WHERE (SELECT last FROM setting) BETWEEN c.since AND c.till GROUP BY c.branch, c.person;
CREATE TEMP TABLE has_committee AS SELECT branch.branch, EXISTS (SELECT FROM sits WHERE sits.branch = branch.branch AND more) AS yes FROM branch;
CREATE TEMP TABLE months AS SELECT (SELECT year FROM setting) || '-' || lpad(n::text, 2, '0') AS month, (n - 1) / 3 + 1 AS quarter, (n - 1) / 6 + 1 AS half FROM generate_series(1, 12) AS n;
CREATE TEMP TABLE own AS SELECT DISTINCT line_of.branch, record.* FROM record JOIN line_of USING (fact) WHERE left(record.period, 4) = (SELECT year FROM setting);
CREATE TEMP TABLE due_member AS
SELECT branch, person FROM here WHERE staff <> 'retired' AND person NOT IN (SELECT person FROM excluded WHERE why = 'out');

-- How many of the year's windows had it: an activity held by the branch, or a line in a register.
CREATE FUNCTION pg_temp.held_in(activity text) RETURNS TABLE (branch text, months bigint, quarters bigint) LANGUAGE sql AS $$
  SELECT held.branch, count(DISTINCT period), count(DISTINCT quarter) FROM held JOIN months ON month = period WHERE activity = ANY (activities) AND branch IS NOT NULL GROUP BY held.branch $$;

CREATE TEMP TABLE rule (branch text, aspect int, item text, rule text, top numeric, part numeric, whole numeric);

-- 一 政治建设
INSERT INTO rule SELECT branch.branch, 1, '1.1', '1.1', 4, count(*) FILTER (WHERE (state->'agenda'->0->>'firstItem')::boolean), count(session)
FROM branch JOIN has_committee h USING (branch) LEFT JOIN held ON held.branch = branch.branch AND (CASE WHEN h.yes THEN 'committeeMeeting' ELSE 'memberAssembly' END) = ANY (activities) GROUP BY branch.branch;
INSERT INTO rule SELECT branch, 1, '1.2', '1.2', 4, coalesce((SELECT sum(best) FROM (SELECT quarter, max(CASE WHEN own.day <= ends THEN 1 WHEN own.day <= ends + 15 THEN 0.5 ELSE 0 END) AS best
  FROM own JOIN months ON month = period CROSS JOIN LATERAL (SELECT (make_date(left(month, 4)::int, quarter * 3, 1) + interval '1 month - 1 day')::date AS ends) AS e
  WHERE own.branch = branch.branch AND register = 'thoughtAnalysis' GROUP BY quarter) each), 0), 4 FROM branch;
INSERT INTO rule SELECT branch, 1, '1.3', '1.3', 3, (SELECT count(DISTINCT half) FROM own JOIN months ON month = period WHERE own.branch = branch.branch AND register = 'ideologyAnalysis'), 2 FROM branch;
INSERT INTO rule SELECT branch, 1, '1.4', 'birthdays', 2, count(*) FILTER (WHERE EXISTS (SELECT FROM named n WHERE n.register = 'partyBirthdayMarked' AND n.person = born.person AND n.period = to_char(born.day, 'YYYY-MM'))), count(*)
FROM (SELECT s.branch, s.person, d.day FROM fact f CROSS JOIN LATERAL (SELECT ((SELECT year FROM setting) || right(f.state->>'joinedParty', 6))::date AS day) d
  JOIN spell s ON s.person = f.state->>'person' AND s.stage <> 'none' AND d.day BETWEEN s.since AND s.till
  WHERE f.kind = 'particulars' AND left(f.state->>'joinedParty', 4) < (SELECT year FROM setting)) born GROUP BY branch;
INSERT INTO rule SELECT branch, 1, '1.4', 'oath', 1, (EXISTS (SELECT FROM own WHERE own.branch = branch.branch AND register = 'oathRenewal' AND right(day::text, 5) <= '07-31'))::int, 1 FROM branch;

-- 二 思想建设
INSERT INTO rule SELECT branch, 2, '2.1', '2.1', 4, count(*) FILTER (WHERE was), count(*) FROM (
  SELECT branch, date_trunc('week', day) AS week, bool_or(stage = 'held') AS was FROM session WHERE 'mondayStudy' = ANY (activities)
    AND NOT EXISTS (SELECT FROM stopped WHERE stopped.day = session.day AND 'mondayStudy' = ANY (stopped.activities)) GROUP BY branch, date_trunc('week', day)) weeks GROUP BY branch;
CREATE TEMP TABLE rate AS SELECT home AS branch, sum(credit) AS part, count(*) FILTER (WHERE counts)::numeric AS whole FROM attendance WHERE 'mondayStudy' = ANY (activities) AND stage <> 'none' AND home = held_by GROUP BY home;
INSERT INTO rule SELECT branch, 2, '2.2', '2.2', 4, CASE WHEN 100 * part / whole < 60 THEN 0 ELSE greatest(0, 4 - 0.10 * ceil(greatest(0, 95 - 100 * part / whole))) END, 4 FROM rate WHERE whole > 0;
CREATE TEMP TABLE hours AS SELECT person, sum(round(minutes * credit)) AS minutes FROM attendance WHERE activities && ARRAY['mondayStudy', 'partyLecture', 'themePartyDay', 'warningEducation'] GROUP BY person;
INSERT INTO rule SELECT d.branch, 2, '2.3', '2.3', 3, count(*) FILTER (WHERE coalesce(minutes, 0) >= 60 * (CASE WHEN sits.person IS NULL THEN 32 ELSE 56 END) * m.months / 12.0), count(*)
FROM due_member d JOIN member m USING (person) LEFT JOIN hours USING (person) LEFT JOIN sits ON sits.person = d.person AND sits.branch = d.branch GROUP BY d.branch;
INSERT INTO rule SELECT branch.branch, 2, '2.4', 'quarterly', 2, coalesce(quarters, 0), 4 FROM branch LEFT JOIN pg_temp.held_in('partyLecture') USING (branch);
CREATE TEMP TABLE speech AS
SELECT held.branch, CASE WHEN EXISTS (SELECT FROM post p WHERE p.person = one AND p.branch = held.branch AND p.post = 'secretary' AND held.day BETWEEN p.since AND p.till) THEN 'secretary'
  WHEN EXISTS (SELECT FROM committee c WHERE c.person = one AND c.branch = held.branch AND held.day BETWEEN c.since AND c.till) THEN 'committee' ELSE 'ordinary' END AS who
FROM held, jsonb_array_elements_text(state->'speakers') AS one JOIN spell s ON s.person = one WHERE 'partyLecture' = ANY (activities) AND held.day BETWEEN s.since AND s.till AND s.branch = held.branch;
INSERT INTO rule SELECT branch, 2, '2.4', who, 0.50, (EXISTS (SELECT FROM speech WHERE speech.branch = branch.branch AND speech.who = kinds.who))::int, 1 FROM branch, (VALUES ('secretary'), ('ordinary')) AS kinds(who);
INSERT INTO rule SELECT branch, 2, '2.5', '2.5', 2, (SELECT count(DISTINCT quarter) FROM held JOIN months ON month = period WHERE held.branch = branch.branch AND (state->'contents' ? 'drill' OR (state->'contents' ? 'profession'
  AND EXISTS (SELECT FROM named n WHERE n.register = 'lecturer' AND state->'speakers' ? n.person AND held.day BETWEEN n.day AND coalesce(n.until, 'infinity'))))), 4 FROM branch;

-- 三 组织建设
INSERT INTO rule SELECT branch.branch, 3, '3.1', '3.1', 3, coalesce(quarters, 0), 4 FROM branch LEFT JOIN pg_temp.held_in('memberAssembly') USING (branch);
INSERT INTO rule SELECT branch.branch, 3, '3.2', '3.2', 3, coalesce(months, 0), 12 FROM branch JOIN has_committee USING (branch) LEFT JOIN pg_temp.held_in('committeeMeeting') USING (branch) WHERE yes;
INSERT INTO rule SELECT g.branch, 3, '3.3', '3.3', 2, sum((SELECT count(DISTINCT period) FROM held WHERE held.organisation = g.party_group AND 'groupMeeting' = ANY (activities))), 12 * count(*) FROM party_group g GROUP BY g.branch;
INSERT INTO rule SELECT branch.branch, 3, '3.4', '3.4', 4, coalesce(months, 0), 12 FROM branch LEFT JOIN pg_temp.held_in('themePartyDay') USING (branch);
INSERT INTO rule SELECT branch, 3, '3.5', r, top, (EXISTS (SELECT FROM own WHERE own.branch = branch.branch AND register = r))::int, 1 FROM branch, (VALUES ('preMeetingTalk', 0.50), ('memberBallot', 1.00), ('rectificationList', 0.50)) AS it(r, top);
INSERT INTO rule SELECT branch, 3, '3.5', 'criticismMeeting', 1, (EXISTS (SELECT FROM held WHERE held.branch = branch.branch AND 'criticismMeeting' = ANY (activities)))::int, 1 FROM branch;
CREATE TEMP TABLE pair AS SELECT sits.branch, sits.person AS one, here.person AS other FROM sits JOIN here USING (branch)
WHERE here.person <> sits.person AND (NOT EXISTS (SELECT FROM sits o WHERE o.branch = here.branch AND o.person = here.person) OR sits.person < here.person);
INSERT INTO rule SELECT branch, 3, '3.6', '3.6', 3, count(*) FILTER (WHERE EXISTS (SELECT FROM named a JOIN named b USING (fact) WHERE a.register = 'heartTalk' AND left(a.period, 4) = (SELECT year FROM setting)
  AND a.person = pair.one AND b.person = pair.other AND (a.part IS DISTINCT FROM b.part OR a.part IS NULL))), count(*) FROM pair GROUP BY branch;
INSERT INTO rule SELECT branch, 3, '3.7', 'term', 1, (EXISTS (SELECT FROM record WHERE organisation = branch.branch AND register = 'termOfOffice' AND (SELECT last FROM setting) BETWEEN day AND coalesce(until, 'infinity')))::int, 1 FROM branch;
INSERT INTO rule SELECT branch, 3, '3.7', 'posts', 1, greatest(0, 1 - 0.5 * (SELECT count(*) FROM unnest(ARRAY['secretary', 'organiser', 'publicist', 'disciplineOfficer']) AS asked
  WHERE NOT EXISTS (SELECT FROM post p WHERE p.branch = has_committee.branch AND p.post = asked AND p.till >= (SELECT last - interval '3 months' FROM setting) AND p.since <= (SELECT last FROM setting)))), 1 FROM has_committee WHERE yes;
INSERT INTO rule SELECT branch, 3, '3.8', '3.8', 2, sum(least((v->>'paid')::int, (v->>'due')::int)), sum((v->>'due')::int) FROM own WHERE register = 'dues' GROUP BY branch;

-- 四 作风建设
INSERT INTO rule SELECT s.branch, 4, '4.1', '4.1', 3, count(*) FILTER (WHERE EXISTS (SELECT FROM named v WHERE v.register = 'visit' AND v.person = n.person AND v.part = 'visited' AND left(v.period, 4) = left(n.period, 4))), count(*)
FROM named n JOIN spell s ON s.person = n.person AND n.day BETWEEN s.since AND s.till WHERE n.register = 'careList' AND left(n.period, 4) = (SELECT year FROM setting) GROUP BY s.branch;
INSERT INTO rule SELECT branch, 4, '4.2', '4.2', 3, count(*) FILTER (WHERE served), count(*) FILTER (WHERE served OR NOT closed) FROM due_member
CROSS JOIN LATERAL (SELECT EXISTS (SELECT FROM named n WHERE n.person = due_member.person AND n.register = 'volunteer' AND left(n.period, 4) = (SELECT year FROM setting)) AS served,
  EXISTS (SELECT FROM fact f WHERE f.kind = 'closedDuty' AND f.state->'persons' ? due_member.person AND (f.state->>'to')::date - (f.state->>'from')::date + 1 >= 14
    AND (f.state->>'from')::date <= (SELECT last FROM setting) AND (f.state->>'to')::date >= date_trunc('year', (SELECT last FROM setting))) AS closed) AS did GROUP BY branch;
INSERT INTO rule SELECT branch, 4, '4.3', '4.3', 2, sum((v->>'satisfied')::int + 0.6 * (v->>'mostly')::int), sum((v->>'satisfied')::int + (v->>'mostly')::int + (v->>'dissatisfied')::int) FROM own WHERE register = 'satisfaction' GROUP BY branch
HAVING sum((v->>'satisfied')::int + (v->>'mostly')::int + (v->>'dissatisfied')::int) >= 5;

-- 五 纪律建设
INSERT INTO rule SELECT branch.branch, 5, '5.1', '5.1', 4, coalesce(quarters, 0), 4 FROM branch LEFT JOIN pg_temp.held_in('warningEducation') USING (branch);
INSERT INTO rule SELECT branch.branch, 5, '5.2', '5.2', 3, count(*) FILTER (WHERE EXISTS (SELECT FROM own WHERE own.branch = branch.branch AND register = 'keyDateReminder' AND own.day BETWEEN k.day - 7 AND k.day)), count(*)
FROM branch JOIN record k ON k.register = 'keyDate' AND k.organisation = branch.parent AND left(k.period, 4) = (SELECT year FROM setting) GROUP BY branch.branch;
INSERT INTO rule SELECT branch, 5, '5.3', '5.3', 5, greatest(0, 5 + coalesce((SELECT sum(worst) FROM (SELECT min(CASE v->>'level' WHEN 'circular' THEN -0.5 WHEN 'adviceLetter' THEN -1 WHEN 'warning' THEN -1.5 WHEN 'seriousWarning' THEN -2.5 WHEN 'removal' THEN -5 ELSE 0 END
  * CASE WHEN (v->>'selfFound')::boolean THEN 0.5 ELSE 1 END) AS worst FROM own WHERE own.branch = branch.branch AND register = 'disciplineDecision' GROUP BY v->>'document') each), 0)), 5 FROM branch;

-- 六 制度建设
INSERT INTO rule SELECT branch, 6, '6.3', 'minutes', 2, count(*) FILTER (WHERE entered_on - day <= 7 AND state->>'host' IS NOT NULL AND state->>'minuteTaker' IS NOT NULL AND state->'marks' <> '[]'
  AND (state->'contents' <> '[]' OR state->'agenda' <> '[]')), count(*) FROM held GROUP BY branch;
INSERT INTO rule SELECT branch, 6, '6.3', 'particulars', 1, count(*) FILTER (WHERE (f.state->>'missing')::int = 0), count(*) FROM due_member LEFT JOIN fact f ON f.kind = 'particulars' AND f.state->>'person' = person GROUP BY branch;
INSERT INTO rule SELECT d.branch, 6, '6.4', 'sixty', 1, count(*) FILTER (WHERE p.discipline + p.study + p.task + p.honours >= 60), count(p.person) FROM due_member d LEFT JOIN member_points p USING (person) GROUP BY d.branch;
-- Confirmed, by silence too, or answered until the fifth working day after the objection, by the calendar as it was announced.
CREATE TEMP TABLE working AS
SELECT each::date AS day FROM (SELECT DISTINCT ON (fact) state FROM log WHERE kind = 'calendarYear' ORDER BY fact, version DESC) announced
CROSS JOIN LATERAL generate_series(make_date((state->>'year')::int, 1, 1), make_date((state->>'year')::int, 12, 31), '1 day') AS each
WHERE state->'workdays' ? to_char(each, 'YYYY-MM-DD') OR (extract(isodow FROM each) <= 5
  AND NOT EXISTS (SELECT FROM jsonb_array_elements(state->'holidays') AS h WHERE each::date BETWEEN (h->>'from')::date AND (h->>'to')::date));
CREATE TEMP TABLE answer AS
SELECT fact, min(recorded_on) FILTER (WHERE state->>'stage' = 'objected') AS objected, min(recorded_on) FILTER (WHERE state->>'stage' = 'answered') AS answered FROM log WHERE kind = 'statement' GROUP BY fact;
INSERT INTO rule SELECT state->>'organisation', 6, '6.4', 'statements', 1, count(*) FILTER (WHERE state->>'stage' = 'confirmed' OR (state->>'stage' = 'issued' AND (state->>'objectUntil')::date < (SELECT today FROM setting))
  OR answered <= (SELECT day FROM working WHERE day > objected ORDER BY day OFFSET 4 LIMIT 1)),
  count(*) FROM fact LEFT JOIN answer USING (fact) WHERE kind = 'statement' AND left(period, 4) = (SELECT year FROM setting) GROUP BY state->>'organisation';
INSERT INTO rule SELECT branch, 6, '6.2', 'inTime', 1.50, (SELECT count(DISTINCT period) FROM fact WHERE kind = 'selfCheck' AND state->>'organisation' = branch AND state->>'filed' = 'onTime' AND left(period, 4) = (SELECT year FROM setting)), 12 FROM branch;

-- 七 战时党建
INSERT INTO rule WITH mission AS (SELECT n.fact, s.branch, n.day, row_number() OVER (PARTITION BY s.branch ORDER BY n.day) AS nth FROM named n JOIN spell s ON s.person = n.person AND n.day BETWEEN s.since AND s.till
  WHERE n.register = 'mission' AND left(n.period, 4) = (SELECT year FROM setting) GROUP BY n.fact, s.branch, n.day HAVING count(DISTINCT n.person) >= 3)
SELECT branch, 7, '7.1', '7.1', 4, count(*) FILTER (WHERE EXISTS (SELECT FROM own WHERE own.branch = mission.branch AND register = 'missionLesson' AND own.day BETWEEN mission.day - 30 AND mission.day)), count(*) FROM mission GROUP BY branch;
INSERT INTO rule SELECT branch, 7, '7.2', '7.2', 3, sum((v->>'mark')::numeric / 100), 3 * count(*) FROM own WHERE register = 'vanguard' AND v ? 'mark' GROUP BY branch;
INSERT INTO rule SELECT s.branch, 7, '7.3', '7.3', 3, count(*) FILTER (WHERE EXISTS (SELECT FROM named c WHERE c.register = 'familyContact' AND c.person = one AND c.day BETWEEN f.day AND f.day + 15)), count(*)
FROM fact f CROSS JOIN LATERAL jsonb_array_elements_text(f.state->'persons') AS one JOIN spell s ON s.person = one AND f.day BETWEEN s.since AND s.till
WHERE f.kind = 'closedDuty' AND left(f.period, 4) = (SELECT year FROM setting) AND (f.state->>'to')::date - (f.state->>'from')::date + 1 >= 14 GROUP BY s.branch;

-- 八 品牌创建
INSERT INTO rule SELECT branch, 8, '8.1', r, 2, (EXISTS (SELECT FROM record WHERE organisation = branch.branch AND register = r AND (SELECT last FROM setting) BETWEEN day AND coalesce(until, 'infinity')
  AND (r = 'brand' OR left(v->>'reviewed', 4) = (SELECT year FROM setting))))::int, 1 FROM branch, (VALUES ('brand'), ('workMethod')) AS it(r);
INSERT INTO rule SELECT branch, 8, '8.2', '8.2', 4, sum((v->>'mark')::numeric / 100), 4 * count(*) FROM own WHERE register = 'brandMark' GROUP BY branch HAVING count(*) >= 3;

DELETE FROM rule WHERE whole = 0 OR branch NOT IN (SELECT branch FROM branch);
INSERT INTO rule SELECT branch, 6, '6.1', r, 1, (EXISTS (SELECT FROM fact WHERE kind = 'targetPlan' AND state->>'organisation' = branch AND state->>'year' = (SELECT year FROM setting)
  AND CASE r WHEN 'filed' THEN state->>'filedOn' < (SELECT year FROM setting) || '-02-01' ELSE state->>'assignedOn' < (SELECT year FROM setting) || '-03-01' END))::int, 1 FROM branch, (VALUES ('filed'), ('assigned')) AS it(r);

-- 季抽查: confirmed by another of the team than filled it in; of several sheets on an item the latest.
CREATE TEMP TABLE sheet AS SELECT fact.*, one->>'item' AS item, (one->>'checked')::numeric AS k, (one->>'computed')::numeric AS c0, (one->>'full')::numeric AS f0,
  (one->>'selfMark')::numeric AS self_mark, coalesce((one->>'selfFull')::numeric, (one->>'full')::numeric) AS self_full
FROM fact, jsonb_array_elements(state->'items') AS one WHERE kind = 'checkSheet' AND left(state->>'window', 4) = (SELECT year FROM setting)
  AND state->>'stage' IN ('confirmed', 'sent', 'signed') AND state->>'confirmedBy' <> state->>'markedBy' AND one->>'checked' IS NOT NULL;
INSERT INTO rule SELECT branch, 6, '6.2', 'accurate', 1.50, greatest(0, 1.50 - 0.20 * (SELECT count(*) FROM sheet WHERE state->>'organisation' = branch AND self_mark * f0 > 1.1 * k * self_full)), 1.50 FROM branch;

-- Marks: each rounded once; what has no basis spreads its mark over its siblings, at every level.
CREATE TEMP TABLE item (no text, aspect int, item text, top numeric);
INSERT INTO item VALUES ('1.1', 1, 'firstItem', 4), ('1.2', 1, 'thinking', 4), ('1.3', 1, 'ideology', 3), ('1.4', 1, 'birthdayAndOath', 3),
  ('2.1', 2, 'mondayHeld', 4), ('2.2', 2, 'attendanceRate', 4), ('2.3', 2, 'hoursMet', 3), ('2.4', 2, 'lectures', 3), ('2.5', 2, 'lecturers', 2),
  ('3.1', 3, 'assemblies', 3), ('3.2', 3, 'committeeMeetings', 3), ('3.3', 3, 'groupMeetings', 2), ('3.4', 3, 'themeDays', 4),
  ('3.5', 3, 'lifeAndAppraisal', 3), ('3.6', 3, 'heartTalks', 3), ('3.7', 3, 'termAndPosts', 2), ('3.8', 3, 'duesPaid', 2),
  ('4.1', 4, 'visits', 3), ('4.2', 4, 'volunteers', 3), ('4.3', 4, 'satisfied', 2), ('5.1', 5, 'warning', 4), ('5.2', 5, 'reminders', 3),
  ('5.3', 5, 'obeying', 5), ('6.1', 6, 'plan', 2), ('6.2', 6, 'selfChecks', 3), ('6.3', 6, 'records', 3), ('6.4', 6, 'pointsWork', 2),
  ('7.1', 7, 'missionLessons', 4), ('7.2', 7, 'vanguards', 3), ('7.3', 7, 'families', 3), ('8.1', 8, 'brandAndMethod', 4), ('8.2', 8, 'brandEffect', 4);
CREATE TEMP TABLE aspect (aspect int, id text, top numeric);
INSERT INTO aspect VALUES (1, 'political', 14), (2, 'thought', 16), (3, 'organisation', 22), (4, 'conduct', 8), (5, 'disciplineWork', 12), (6, 'rules', 10), (7, 'mission', 10), (8, 'brandWork', 8);
CREATE TEMP TABLE alone AS SELECT item AS no FROM rule GROUP BY item HAVING bool_and(rule = item) AND item <> '5.3';

CREATE TEMP TABLE spread AS
SELECT branch, aspect, sum(DISTINCT_top) AS present FROM (SELECT DISTINCT rule.branch, rule.aspect, item.no, item.top AS distinct_top FROM rule JOIN item ON item.no = rule.item) each GROUP BY branch, aspect;
CREATE TEMP TABLE item_fact AS
SELECT branch, no, item.item, item.aspect, CASE WHEN no IN (SELECT no FROM alone) THEN round(max(item.top * part / whole) * aspect.top / present, 2)
  ELSE sum(own) + round(sum(own) * aspect.top / present - sum(own), 2) END AS value
FROM (SELECT rule.*, round(rule.top * part / whole * sum(item.top) OVER w / nullif(sum(rule.top) OVER w, 0) / count(*) OVER w, 2) AS own
  FROM rule JOIN item ON item.no = rule.item WINDOW w AS (PARTITION BY branch, rule.item)) AS rule
JOIN item ON item.no = rule.item JOIN aspect ON aspect.aspect = item.aspect JOIN spread USING (branch)
WHERE spread.aspect = item.aspect GROUP BY branch, no, item.item, item.aspect, aspect.top, present;
-- What was found stands on its day; of items that grow with the year its months keep their weight in it (decision 32).
CREATE TEMP TABLE item_mark AS
SELECT item_fact.branch, no, item_fact.item, item_fact.aspect, CASE WHEN k IS NULL OR k = c0 OR c0 IS NULL THEN value
  ELSE greatest(0, least(f, value + round((k - c0) / 100 * f / (f0 / 100) * weight, 2))) END AS value
FROM item_fact JOIN item USING (no) JOIN aspect ON aspect.aspect = item_fact.aspect JOIN spread ON spread.branch = item_fact.branch AND spread.aspect = item_fact.aspect
CROSS JOIN LATERAL (SELECT round(item.top * aspect.top / present, 2) AS f) AS raised
LEFT JOIN LATERAL (SELECT k, c0, f0, CASE WHEN item_fact.item NOT IN ('firstItem', 'thinking', 'ideology', 'mondayHeld', 'attendanceRate', 'lectures', 'lecturers', 'assemblies', 'committeeMeetings',
    'groupMeetings', 'themeDays', 'duesPaid', 'warning', 'reminders', 'selfChecks', 'records', 'pointsWork', 'missionLessons') THEN 1 ELSE
    greatest(1, CASE WHEN state->>'date' < (SELECT year FROM setting) || '-12-31' THEN extract(month FROM (state->>'date')::date + 1) - 1 ELSE 12 END) / 12.0 END AS weight
  FROM sheet WHERE state->>'organisation' = item_fact.branch AND sheet.item = item_fact.item ORDER BY state->>'day' DESC, seq DESC LIMIT 1) AS found ON true;
CREATE TEMP TABLE aspect_mark AS
SELECT branch, id, sum(value) + round(sum(value) * 100 / there - sum(value), 2) AS value
FROM item_mark JOIN aspect USING (aspect) JOIN (SELECT branch, sum(top) AS there FROM (SELECT DISTINCT branch, aspect.aspect, aspect.top FROM item_mark JOIN aspect USING (aspect)) each GROUP BY branch) AS found USING (branch)
GROUP BY branch, id, there;

-- 年度得分: everyday score × 70 % + 述职评议 20 + 考核组 10 + honours of the branch, at most 3, the highest of one matter (C.2).
CREATE TEMP TABLE branch_year AS
SELECT branch, round(0.70 * daily + report + panel + bonus, 2) AS value, daily FROM (SELECT branch, sum(value) AS daily FROM aspect_mark GROUP BY branch) AS day
CROSS JOIN LATERAL (SELECT round(20 * sum((v->>'good')::int + 0.85 * (v->>'fairlyGood')::int + 0.6 * (v->>'ordinary')::int) / sum((v->>'good')::int + (v->>'fairlyGood')::int + (v->>'ordinary')::int + (v->>'poor')::int), 2) AS report
  FROM own WHERE own.branch = day.branch AND register = 'workReport') AS r
CROSS JOIN LATERAL (SELECT CASE WHEN count(*) >= 3 THEN round(avg((v->>'mark')::numeric) / 100, 2) END AS panel FROM own WHERE own.branch = day.branch AND register = 'panelMark') AS p
CROSS JOIN LATERAL (SELECT least(3, coalesce(sum(best), 0)) AS bonus FROM (SELECT max(CASE v->>'level' WHEN 'bureau' THEN 1 WHEN 'city' THEN 2 ELSE 3 END) AS best
  FROM own WHERE own.branch = day.branch AND register = 'collectiveHonour' GROUP BY v->>'matter') each) AS b
WHERE report IS NOT NULL AND panel IS NOT NULL;

CREATE TEMP TABLE expected_branch AS
SELECT branch, item AS figure, value FROM item_mark UNION ALL SELECT branch, id, value FROM aspect_mark
UNION ALL SELECT branch, 'branchScore', sum(value) FROM aspect_mark GROUP BY branch
UNION ALL SELECT branch, 'branchYear', value FROM branch_year;

-- 建议等次: 优秀 from 90.00, floor(30 %) of those taking part; equals are told apart by the everyday score, then by item 2.2 (C.2).
CREATE TEMP TABLE expected_grade AS
SELECT branch, CASE WHEN value >= 90 AND NOT vetoed AND place <= floor(0.30 * (SELECT count(*) FROM branch_year)) THEN 'branchExcellent'
  WHEN value >= 80 AND NOT vetoed THEN 'branchGood' WHEN value >= 60 THEN 'branchQualified' ELSE 'branchUnqualified' END AS grade
FROM (SELECT branch_year.branch, branch_year.value, vetoed, row_number() OVER (PARTITION BY vetoed ORDER BY branch_year.value DESC, daily DESC, item_mark.value DESC NULLS LAST) AS place
  FROM branch_year LEFT JOIN item_mark ON item_mark.branch = branch_year.branch AND no = '2.2'
  CROSS JOIN LATERAL (SELECT EXISTS (SELECT FROM own WHERE own.branch = branch_year.branch AND register = 'branchVeto') AS vetoed) AS v) ranked;
