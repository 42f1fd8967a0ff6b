import { yearOf, type CivilDate } from '#domain/calendar/civil-date.ts';
import type { FactState } from '#domain/facts/contract.ts';
import { chance, oneOf } from './chance.ts';
import type { DemoOrganisation } from './organisation-tree.ts';

export type DemoPost = FactState<'post'>['post'];

/** One invented person of the roster; nobody of this name is meant. */
export interface DemoPerson {
  readonly number: string;
  readonly name: string;
  readonly gender: 'male' | 'female';
  readonly birthDate: string;
  readonly education: string;
  readonly stage: 'full' | 'probationary' | 'none';
  readonly staffKind: 'officer' | 'auxiliary' | 'civilian' | 'retired';
  readonly branch: string;
  readonly group: string | null;
  readonly joinedParty: string | null;
  readonly becameFull: string | null;
  readonly post: DemoPost | null;
}

const SURNAMES = [...'方罗唐季郑温顾何沈柳陆程苏叶卢蒋蔡余杜戴夏钟汪田任姜范石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文'] as [string, ...string[]];
const FIRST = [...'志建晓文海立永国春明德嘉思雨静雅宏俊子若书亦景云清远安承启泽维新学东南北长卫伟振'] as [string, ...string[]];
const SECOND = [...'华民平军辉强峰涛波斌磊亮岩松林森宁岚芳敏洁琴霞丽颖慧彤妍悦琪然航宇轩博恒毅诚信达成功胜'] as [string, ...string[]];
const FEMALE = new Set('岚芳敏洁琴霞丽颖慧彤妍悦琪静雅');
const COMMITTEE: readonly DemoPost[] = ['secretary', 'deputySecretary', 'organiser', 'publicist', 'disciplineOfficer'];

/** What is drawn for everybody; the rest follows from the place. */
type Drawn = 'number' | 'name' | 'gender' | 'birthDate' | 'education' | 'joinedParty' | 'becameFull';
type Make = (it: Omit<DemoPerson, Drawn>) => DemoPerson;

/** The people of all branches, each name once: members first, then the other staff, in the order of the branches. */
export function demoPeople(organisations: readonly DemoOrganisation[], firstDay: CivilDate): readonly DemoPerson[] {
  const next = chance(20_261_116);
  const taken = new Set<string>();
  let count = 0;
  const invented = (): string => {
    for (;;) {
      const name = oneOf(next, SURNAMES) + (next() < 0.85 ? oneOf(next, FIRST) : '') + oneOf(next, SECOND);
      if (!taken.has(name)) return taken.add(name), name;
    }
  };
  const make: Make = (it) => {
    const name = invented();
    count += 1;
    const birth = (it.staffKind === 'retired' ? 1938 : 1967) + Math.floor(next() * (it.staffKind === 'retired' ? 22 : 32));
    return {
      ...it, number: String(900_000 + count), name, gender: [...name].some((letter) => FEMALE.has(letter)) ? 'female' : 'male',
      birthDate: `${birth}-${twoDigits(1 + Math.floor(next() * 12))}-${twoDigits(1 + Math.floor(next() * 28))}`,
      education: next() < 0.8 ? '大学本科' : '大学专科', ...joining(it.stage, birth + 20 + Math.floor(next() * 6), yearOf(firstDay)),
    };
  };
  return organisations.flatMap((it) => (it.branch ? peopleOf(it, it.branch, organisations, next, make) : []));
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** Whoever is on probation joined in the autumn before the demo's year; the others long ago. */
function joining(stage: DemoPerson['stage'], year: number, demoYear: number): Pick<DemoPerson, 'joinedParty' | 'becameFull'> {
  if (stage === 'none') return { joinedParty: null, becameFull: null };
  if (stage === 'probationary') return { joinedParty: `${demoYear - 1}-12-10`, becameFull: null };
  return { joinedParty: `${year}-07-01`, becameFull: `${year + 1}-07-01` };
}

type Branch = NonNullable<DemoOrganisation['branch']>;

function peopleOf(home: DemoOrganisation, size: Branch, organisations: readonly DemoOrganisation[], next: () => number, make: Make): DemoPerson[] {
  const groups = organisations.filter((it) => it.parent === home.number && it.category === '699').map((it) => it.number);
  const groupOf = (at: number): string | null => groups[at % Math.max(1, groups.length)] ?? null;
  const retired = size.rhythm === 'retired';
  const committee = size.members >= 7 ? COMMITTEE : COMMITTEE.slice(0, 2);
  const members = Array.from({ length: size.members }, (_, at): DemoPerson => {
    const staffKind = retired ? 'retired' : at >= committee.length && next() < 0.12 ? 'auxiliary' : 'officer';
    const probationary = !retired && at > 8 && next() < 0.04;
    const post = committee[at] ?? (at < committee.length + groups.length ? 'groupLeader' : null);
    return make({ stage: probationary ? 'probationary' : 'full', staffKind, branch: home.number, group: groupOf(at), post });
  });
  const others = Array.from({ length: size.others }, () => make({
    stage: 'none', staffKind: next() < 0.75 ? 'auxiliary' : 'civilian', branch: home.number, group: null, post: null,
  }));
  return [...members, ...others];
}
