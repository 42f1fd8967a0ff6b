import type { z } from 'zod';
import { scopesOf } from '#domain/access/policy.ts';
import { lexicon } from '#domain/activities/lexicon.ts';
import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import type { LectureRow, listLectures as contract, recommendLecture as recommendContract } from '#domain/training/lecture-contract.ts';
import { refuseTraining } from '#domain/training/refusals.ts';
import { organisationCards, personCards } from '#server/activities/name-reads.ts';
import { RECOMMENDED, takenUpOf, TOPIC } from '#server/activities/study-reads.ts';
import { visibleOrganisations } from '#server/activities/visible-organisations-reads.ts';
import { demandIn } from '#server/orgs/act-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { sql, type Sql } from '#server/platform/sql.ts';
import { demandInside } from '#server/registers/use-reads.ts';
import { adoptedSchemes } from '#server/schemes/scheme-reads.ts';

interface Lecture {
  readonly session: string;
  readonly organisation: string;
  readonly day: CivilDate;
  readonly topic: string;
  readonly activities: readonly string[];
  readonly speakers: readonly string[];
  readonly recommended: boolean;
}

const lecturesWhere = ({ tx }: Call, condition: Sql): Promise<Lecture[]> => tx.many<Lecture>(sql`
  SELECT s.fact_id AS session, s.organisation_id AS organisation, s.day, ${TOPIC} AS topic, s.activities, f.state->'speakers' AS speakers, ${RECOMMENDED} AS recommended
  FROM session s JOIN fact f ON f.fact_id = s.fact_id WHERE s.stage = 'held' AND f.state->'speakers' <> '[]' AND ${condition} ORDER BY s.day DESC, s.fact_id`);

/** 党课目录 (S0-10): sessions of a year with a speaker of the roster. What the office recommends is there for every branch. */
export async function listLectures(call: Call, input: z.output<typeof contract.input>): Promise<z.output<typeof contract.output>> {
  demandInside(call);
  const year = input.year ?? Number(call.today.slice(0, 4));
  const visible = new Set(await visibleOrganisations(call));
  const seen = sql`(s.organisation_id = ANY(${[...visible]}::uuid[]) OR ${RECOMMENDED})`;
  const found = await lecturesWhere(call, sql`s.day BETWEEN ${`${year}-01-01`} AND ${`${year}-12-31`} AND ${seen}`);
  const words = lexicon(await adoptedSchemes(call.tx));
  const labelled = found.map((it) => ({ ...it, activities: words.activities(it.activities, it.day) }));
  const shown = labelled.filter(({ recommended, organisation, activities }) => (input.recommended === undefined || recommended)
    && (input.organisation === undefined || input.organisation === organisation) && (input.activity === undefined || activities.some(({ id }) => id === input.activity)));
  const taken = await takenUpOf(call.tx, shown.map(({ session }) => session));
  const cards = new Map((await organisationCards(call.tx, [...found, ...taken].map(({ organisation }) => organisation))).map((it) => [it.id, it]));
  const persons = await personCards(call.tx, shown.flatMap(({ speakers }) => speakers));
  const card = (organisation: string) => cards.get(organisation) ?? { id: organisation, name: '' };
  return {
    year,
    items: shown.map(({ organisation, speakers, ...rest }): LectureRow => ({
      ...rest, organisation: card(organisation), speakers: speakers.flatMap((person) => persons.get(person)?.name ?? []), visible: visible.has(organisation),
      heard: taken.filter(({ of }) => of === rest.session).map((it) => ({ session: it.session, organisation: card(it.organisation), day: it.day, visible: visible.has(it.organisation) })),
    })),
    activities: [...new Map(labelled.flatMap(({ activities }) => activities).map((it) => [it.id, it])).values()],
    organisations: [...cards.values()].filter(({ id }) => found.some(({ organisation }) => organisation === id)),
    mayRecommend: scopesOf(call.actor, 'recommendLectures').length > 0,
  };
}

/** 推荐党课: by the office, and taken back by it; records that took the lecture up keep it. @throws NoLecture, RecommendedAlready */
export async function recommendLecture(call: Call, { session, recommended }: z.output<typeof recommendContract.input>): Promise<z.output<typeof recommendContract.output>> {
  const place = await call.tx.one<{ organisation: string }>(sql`SELECT organisation_id AS organisation FROM session WHERE fact_id = ${session}`);
  if (place === undefined) throw refuse('NotFound', {});
  await demandIn(call, 'recommendLectures', place.organisation);
  // Two who say so at the same moment: the second sees the first.
  await call.tx.many(sql`SELECT id FROM organisation WHERE id = ${place.organisation} FOR NO KEY UPDATE`);
  const [lecture] = await lecturesWhere(call, sql`s.fact_id = ${session}`);
  if (lecture === undefined) throw refuseTraining('NoLecture', {});
  if (lecture.recommended === recommended) throw refuseTraining('RecommendedAlready', { recommended });
  await call.tx.run(sql`INSERT INTO lecture_recommendation (session_id, number, recommended, account_id, person_id, recommended_on)
    SELECT ${session}, 1 + count(*), ${recommended}, ${call.actor.account}, ${call.actor.person}::uuid, ${call.today}::date
    FROM lecture_recommendation said WHERE said.session_id = ${session}`);
  call.audit({ kind: 'session', id: session, organisation: place.organisation, details: { recommended }, before: { recommended: lecture.recommended } });
  return { session };
}
