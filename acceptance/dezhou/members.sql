-- 党员积分 of the year (dezhou.md C.5), from the tables of facts.sql. Every mark is rounded once, half away from zero.
CREATE TEMP TABLE member AS
SELECT person, (array_agg(branch ORDER BY since DESC))[1] AS branch, (array_agg(staff ORDER BY since DESC))[1] AS staff,
  (SELECT count(*) FROM generate_series(1, 12) AS month WHERE EXISTS (SELECT FROM spell s WHERE s.person = spell.person AND s.stage <> 'none'
    AND s.since < make_date((SELECT year FROM setting)::int, month, 1) + interval '1 month' AND s.till >= make_date((SELECT year FROM setting)::int, month, 1))) AS months
FROM spell WHERE stage <> 'none' AND since <= (SELECT last FROM setting) AND till >= (SELECT last FROM setting) GROUP BY person;
-- Not evaluated by rule: who is out on the last day, and the retired, who have no total.
CREATE TEMP TABLE excluded AS
SELECT person, 'out' AS why FROM named WHERE register = 'specialStatus' AND stood_for AND (SELECT last FROM setting) BETWEEN day AND coalesce(until, 'infinity')
UNION SELECT person, 'retired' FROM member WHERE staff = 'retired';

-- 参加学习教育 40: three shares of attendance and what was taught; the mark of a share without basis goes to the others.
CREATE TEMP TABLE share AS
SELECT person, 'mondayStudyShare' AS of, 16.00 AS top, sum(credit) AS part, count(*) FILTER (WHERE counts)::numeric AS whole
FROM attendance WHERE stage <> 'none' AND 'mondayStudy' = ANY (activities) GROUP BY person
UNION ALL
SELECT person, 'organisationLifeShare', 12.00, sum(credit), count(*) FILTER (WHERE counts)
FROM attendance WHERE stage <> 'none' AND activities && ARRAY['memberAssembly', 'committeeMeeting', 'groupMeeting', 'partyLecture', 'themePartyDay', 'criticismMeeting'] GROUP BY person
UNION ALL
SELECT member.person, 'yearlyStudyHours', 8.00, least(coalesce(sum(round(minutes * credit)), 0), 32 * 60 * months / 12.0), 32 * 60 * months / 12.0
FROM member LEFT JOIN attendance a ON a.person = member.person AND a.stage <> 'none'
  AND a.activities && ARRAY['mondayStudy', 'partyLecture', 'themePartyDay', 'warningEducation'] GROUP BY member.person, months;
CREATE TEMP TABLE taught AS
-- Lectures, and contributions, about the same topic count once; what has no topic counts for itself.
SELECT person, least(sum(worth), 4.00) AS value FROM (SELECT person, worth FROM (
  SELECT held.session, state->>'topic' AS topic, one AS person, max(worth) AS worth FROM held
  CROSS JOIN LATERAL (SELECT jsonb_array_elements_text(state->'speakers') AS one, 2.00 AS worth UNION ALL SELECT jsonb_array_elements_text(state->'exchanges'), 0.50) AS parts
  WHERE activities && ARRAY['mondayStudy', 'partyLecture', 'themePartyDay', 'warningEducation']
    AND (recorded_by IS DISTINCT FROM one OR (confirmed_by IS NOT NULL AND confirmed_by <> one))
  GROUP BY held.session, topic, one) each GROUP BY person, worth, coalesce(topic, session::text)) once GROUP BY person;
CREATE TEMP TABLE study AS
SELECT member.person, 40.00 / (4.00 + coalesce((SELECT sum(top) FROM share WHERE share.person = member.person AND whole > 0), 0)) AS raise FROM member;
CREATE TEMP TABLE study_part AS
SELECT person, of, round(top * raise * part / whole, 2) AS value FROM share JOIN study USING (person) WHERE whole > 0
UNION ALL SELECT person, 'teaching', round(coalesce(value, 0) * raise, 2) FROM study LEFT JOIN taught USING (person);

-- 遵守党纪法规 30: top, deducted by decisions (the heaviest of one document) and by dues, at most three of them; never below 0.
CREATE TEMP TABLE discipline AS
SELECT person, greatest(0, 30.00 + coalesce((SELECT sum(worst) FROM (
    SELECT min(CASE v->>'level' WHEN 'admonition' THEN -2 WHEN 'circular' THEN -5 WHEN 'adviceLetter' THEN -8 WHEN 'warning' THEN -12 WHEN 'seriousWarning' THEN -20 WHEN 'removal' THEN -30 END) AS worst
    FROM named n WHERE n.person = member.person AND register = 'disciplineDecision' AND left(period, 4) = (SELECT year FROM setting) GROUP BY v->>'document') AS document), 0)
  + greatest(-3.00, -(SELECT count(*) FROM named n WHERE n.person = member.person AND register = 'duesUnpaid' AND left(period, 4) = (SELECT year FROM setting) AND NOT coalesce((v->>'withReason')::boolean, false)))) AS value
FROM member;

-- 完成工作任务 30: appraisals of four quarters, tasks, missions, service; what was never asked spreads its mark (A-11).
CREATE TEMP TABLE task_raw AS
SELECT person, 'postDuty' AS of, 18.00 AS top, 18.00 * sum(CASE v->>'level' WHEN 'done' THEN 4.5 WHEN 'mostlyDone' THEN 3 ELSE 0 END) / (4.5 * count(*)) AS exact, true AS basis
FROM named WHERE register = 'postAppraisal' AND stood_for AND left(period, 4) = (SELECT year FROM setting) GROUP BY person
UNION ALL
SELECT person, 'assigned', 6.00, least(6.00, sum(capped)), true FROM (
  SELECT state->>'person' AS person, least(2.00, sum(CASE WHEN state->>'stage' = 'notDone' THEN 0 WHEN state->>'handedInOn' > state->>'until' THEN 0.5 ELSE 1 END)) AS capped
  FROM fact WHERE kind = 'assignment' AND state->>'stage' IN ('accepted', 'notDone') AND left(period, 4) = (SELECT year FROM setting)
    AND (recorded_by IS DISTINCT FROM state->>'person') GROUP BY state->>'person', extract(quarter FROM day)) quarter GROUP BY person
UNION ALL
SELECT person, 'missions', 4.00, least(4.00, sum(worth)), true FROM (
  SELECT DISTINCT fact, person, CASE WHEN coalesce(until, (SELECT today FROM setting)) - day + 1 >= 15 THEN 2.00 WHEN coalesce(until, (SELECT today FROM setting)) - day + 1 >= 5 THEN 1.00 ELSE 0 END AS worth
  FROM named WHERE register = 'mission' AND stood_for AND left(period, 4) = (SELECT year FROM setting)) each WHERE worth > 0 GROUP BY person
UNION ALL
SELECT member.person, 'volunteering', 2.00, least(2.00, 0.50 * count(DISTINCT fact)), true
FROM member LEFT JOIN named n ON n.person = member.person AND register = 'volunteer' AND stood_for AND left(period, 4) = (SELECT year FROM setting) GROUP BY member.person;
CREATE TEMP TABLE task_part AS
SELECT task_raw.person, of, CASE of WHEN 'postDuty' THEN round(exact * raise, 2) ELSE exact + round(exact * raise - exact, 2) END AS value
FROM task_raw JOIN (SELECT person, 30.00 / sum(top) AS raise FROM task_raw GROUP BY person) AS raised USING (person);

-- 荣誉加分: the highest of the year.
CREATE TEMP TABLE honour AS
SELECT person, max(CASE v->>'level' WHEN 'commendation' THEN 1 WHEN 'thirdMerit' THEN 2 WHEN 'secondMerit' THEN 3 WHEN 'firstMerit' THEN 5 END)::numeric AS value
FROM named WHERE register = 'honour' AND stood_for AND left(period, 4) = (SELECT year FROM setting) GROUP BY person;

CREATE TEMP TABLE member_points AS
SELECT member.person, branch, discipline.value AS discipline, s.value AS study, t.value AS task, coalesce(honour.value, 0) AS honours
FROM member JOIN discipline USING (person)
JOIN (SELECT person, sum(value) AS value FROM study_part GROUP BY person) s USING (person)
JOIN (SELECT person, sum(value) AS value FROM task_part GROUP BY person) t USING (person)
LEFT JOIN honour USING (person)
WHERE person NOT IN (SELECT person FROM excluded);

CREATE TEMP TABLE expected_member AS
SELECT person, figure, value FROM member_points CROSS JOIN LATERAL (VALUES ('discipline', discipline), ('study', study), ('task', task), ('honours', honours),
  ('memberPoints', discipline + study + task + honours)) AS each(figure, value)
UNION ALL SELECT person, of, value FROM study_part WHERE person NOT IN (SELECT person FROM excluded)
UNION ALL SELECT person, of, value FROM task_part WHERE person NOT IN (SELECT person FROM excluded);

-- 党员年度综合评价: points (at most 100) × 60 % + 民主测评 × 40 %; Party ballots 70, mass ballots 30, fewer than five of these 0.
CREATE TEMP TABLE ballot AS
SELECT person, register, sum((v->>'excellent')::int) AS excellent, sum((v->>'qualified')::int) AS qualified, sum((v->>'barely')::int) AS barely, sum((v->>'unqualified')::int) AS unqualified
FROM named WHERE register IN ('memberBallot', 'massBallot') AND stood_for AND left(period, 4) = (SELECT year FROM setting) GROUP BY person, register;
CREATE TEMP TABLE appraisal AS
SELECT person, sum(weight * mark) / sum(weight) AS value FROM (
  SELECT person, CASE register WHEN 'memberBallot' THEN 0.70 ELSE 0.30 END AS weight,
    round(100.0 * (excellent + 0.8 * qualified + 0.6 * barely) / (excellent + qualified + barely + unqualified), 2) AS mark
  FROM ballot WHERE excellent + qualified + barely + unqualified >= CASE register WHEN 'massBallot' THEN 5 ELSE 1 END) each GROUP BY person;
CREATE TEMP TABLE member_year AS
SELECT person, branch, round(0.60 * least(100.00, discipline + study + task + honours) + 0.40 * value, 2) AS value FROM member_points JOIN appraisal USING (person);
INSERT INTO expected_member SELECT person, 'memberYear', value FROM member_year;
