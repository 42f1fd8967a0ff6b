import fc from 'fast-check';
import type { Limit, PointsPart, PointsRule, Scheme } from '#domain/schemes/scheme.ts';
import { levelsOf } from '#test/histories/acts.ts';
import { fixed, hours, limit, part, rule, schemeOf, share } from '#test/scheme-parts.ts';

interface Numbers {
  readonly share: number;
  readonly life: number;
  readonly hours: number;
  readonly each: readonly number[];
  readonly ceilings: readonly number[];
  readonly missing: NonNullable<PointsPart['missing']>;
  readonly combine: PointsPart['combine'];
}

const numbers: fc.Arbitrary<Numbers> = fc.record({
  share: fc.integer({ min: 1, max: 4000 }),
  life: fc.integer({ min: 1, max: 4000 }),
  hours: fc.integer({ min: 1, max: 4000 }),
  each: fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 4, maxLength: 4 }),
  ceilings: fc.array(fc.integer({ min: 50, max: 1500 }), { minLength: 4, maxLength: 4 }),
  missing: fc.constantFrom('renormalise', 'zero', 'required'),
  combine: fc.constantFrom('highest', 'sum', 'first'),
});

/**
 * A random version of one scheme. Rules, parts and limits keep their ids through versions, as a real one does; only
 * numbers, the way of combining and of missing change.
 */
export function scheme(version: number): fc.Arbitrary<Scheme> {
  return numbers.map((drawn) => ({ ...withNumbers(drawn), id: 'random', version }));
}

const label = (id: string) => ({ zh: id, en: id });
const registers = Object.entries(levelsOf).map(([id, levels]) => ({
  id, label: label(id), persons: 'many' as const, keptBy: 'branch' as const,
  fields: [{ id: 'level', label: label('level'), kind: 'level' as const, levels: levels.map((each) => ({ id: each, label: label(each) })) }],
}));
const paid = (id: string, value: PointsRule['value'], register: string, limits: readonly Limit[] = []): PointsRule =>
  ({ ...rule(id, value, {}, limits), match: { records: [register] } });

function withNumbers({ share: mondays, life, hours: target, each, ceilings, missing, combine }: Numbers): Scheme {
  const [speak = 1, exchange = 1, attend = 1, hosting = 1] = each;
  const [month = 1, quarter = 1, year = 1, all = 1] = ceilings;
  const ceiling = (id: string, value: number, per: Limit['per']) => limit('ceiling', value, per, id);
  return schemeOf([
    part('study', [
      rule('mondayShare', share(mondays)),
      rule('lifeShare', share(life), { activities: ['themePartyDay', 'partyLecture'] }),
      rule('studyHours', hours(target, 8), { activities: ['mondayStudy', 'partyLecture'] }),
      part('teaching', [
        rule('lecture', fixed(speak), { activities: ['mondayStudy', 'partyLecture'], part: 'speaker' }, [ceiling('lectureQuarter', quarter, 'quarter')]),
        rule('exchange', fixed(exchange), { activities: [], part: 'exchange' }),
      ], { combine, limits: [ceiling('teachingYear', year, 'year')] }),
    ], { missing }),
    part('service', [
      rule('attend', fixed(attend), { activities: ['partyLecture', 'themePartyDay'] }, [ceiling('attendMonth', month, 'month')]),
      rule('hosting', fixed(hosting), { activities: [], part: 'host' }),
    ], { combine, limits: [limit('floor', 20, 'year', 'serviceFloor')] }),
    part('tasks', [
      paid('handedOut', { kind: 'table', by: 'outcome', marks: { onTime: exchange, late: attend, notDone: 0 } }, 'assignment', [ceiling('handedOutQuarter', quarter, 'quarter')]),
      paid('services', fixed(attend), 'volunteer', [ceiling('servicesMonth', month, 'month'), ceiling('servicesYear', year, 'year')]),
      { ...paid('honour', { kind: 'table', by: 'level', marks: { commendation: 1, thirdMerit: hosting, firstMerit: speak } }, 'honour'), group: { per: 'year', take: 'highest' } },
    ], { combine: 'sum' }),
    part('conduct', [
      { ...paid('decision', { kind: 'table', by: 'level', marks: { admonition: -hosting, warning: -speak, removal: -500 } }, 'disciplineDecision'), group: { per: 'document', take: 'highest' } },
    ], { base: { value: 600, per: 'year', joining: 'full' }, limits: [limit('floor', 0, 'year', 'conductFloor')] }),
  ], { registers }, { missing: 'renormalise', limits: [ceiling('totalYear', all * 5, 'year')] });
}
