import { type CivilDate, isWithin } from '#domain/calendar/civil-date.ts';
import { refuseDay } from '#domain/calendar/refusals.ts';
import { placeKey } from '#domain/imports/called-by.ts';
import { dateInCell } from '#domain/imports/cell-text.ts';
import { bearerOf } from '#domain/imports/lost-noughts.ts';
import { type FactToRecord, faultIn, faultOfRefusal, type LineFault, type LinePlan, mustStand, noDay, tableColumn, type TableColumn, type TableLine } from '#domain/imports/table-line.ts';
import { knownCycles, type KnownCycle } from './known-cycles.ts';

export type TeamKey = 'organisation' | 'team' | 'cycle' | 'firstDay' | 'from' | 'number' | 'name';

/** Shift teams with their people as offices list them: one line for each person, the cycle where the team is new. */
export const teamColumns: readonly TableColumn<TeamKey>[] = [
  tableColumn('organisation', '党组织', { aliases: ['所在党支部', '党支部', '所在支部', '所属党支部'], looseAliases: ['支部', '单位'], note: '系统中的全称、简称或编号', width: 24 }),
  tableColumn('team', '班组', { aliases: ['班组名称', '所在班组', '值班组'], note: '如 一班；系统中没有的班组由本表建立', width: 12 }),
  tableColumn('cycle', '倒班方式', { aliases: ['班制', '轮班方式', '班次'], required: false, choice: knownCycles.map(({ label }) => label.zh), note: '新建班组必填；系统中已有的班组可以不填', width: 16 }),
  tableColumn('firstDay', '轮班首日', { aliases: ['首班日期', '第一个班日期', '起班日期'], required: false, isDay: true, note: '新建班组必填：该班组上一轮中第一个班的日期', width: 14 }),
  tableColumn('from', '自何日起', { aliases: ['编入日期', '启用日期', '开始日期', '生效日期'], isDay: true, note: '人员编入班组的日期；新建班组自其中最早的一日起', width: 14 }),
  tableColumn('number', '警号', { aliases: ['内部编号', '警号/内部编号', '警号(内部编号)', '人员编号', '民警编号'], looseAliases: ['工号', '编号'], required: false, note: '警号或内部编号；只建班组的行可以不填', width: 12 }),
  tableColumn('name', '姓名', { aliases: ['名字', '人员姓名'], required: false, note: '用来核对编号', width: 12 }),
];

export interface KnownTeam {
  readonly team: string;
  readonly from: CivilDate;
  readonly to: CivilDate | null;
}

export interface KnownPlace {
  readonly id: string;
  readonly name: string;
  readonly teams: ReadonlyMap<string, KnownTeam>;
}

export interface KnownTeamMate {
  readonly id: string;
  readonly name: string;
  /** Where the person belongs since when: the branch, the group, and everything above. */
  readonly homes: readonly { readonly places: readonly string[]; readonly from: CivilDate; readonly to: CivilDate | null }[];
  readonly placements: readonly { readonly team: string; readonly from: CivilDate; readonly to: CivilDate | null }[];
}

export interface TeamGround {
  readonly open: CivilDate;
  readonly importer: string | null;
  /** Where the importer keeps the rota, by full name, short name and number. */
  readonly places: ReadonlyMap<string, KnownPlace>;
  readonly persons: ReadonlyMap<string, KnownTeamMate>;
  readonly newId: () => string;
}

type Plan = LinePlan<TeamKey>;
type Fault = LineFault<TeamKey>;

/** A team that the table makes, told by the first line that names it. */
interface NewTeam extends KnownTeam {
  readonly place: KnownPlace;
  readonly name: string;
  readonly row: number;
  readonly cycle: KnownCycle;
  readonly anchor: CivilDate;
}

/** What every line would record: the team where it is new, and the person's place in it. Nobody is moved by a table. */
export function planTeams(lines: readonly TableLine<TeamKey>[], ground: TeamGround): readonly Plan[] {
  const fresh = newTeams(lines, ground);
  const made = new Set<string>();
  const placed = new Map<string, number>();
  return lines.map((line): Plan => {
    const place = ground.places.get(placeKey(line.text('organisation')));
    const key = teamKey(place, line.text('team'));
    const team = place?.teams.get(line.text('team')) ?? fresh.get(key);
    const from = dateInCell(line.text('from'));
    const mate = bearerOf(ground.persons, line.text('number'), ({ homes }) => homes.length > 0);
    const faults = [...lineFaults(line, place, team, fresh.get(key), ground), ...(place && from !== null ? mateFaults(line, mate, place, from, placed) : [])];
    if (faults.length > 0 || !place || !team || from === null) return { row: line.row, outcome: 'faulty', faults };
    const isNew = fresh.has(key) && !made.has(key);
    const there = mate?.placements.find((it) => it.to === null || it.to >= from);
    if (there && there.team !== team.team) return { row: line.row, outcome: 'faulty', faults: [inAnother()] };
    if (!isNew && (!mate || there)) return { row: line.row, outcome: 'there', differs: there !== undefined && there.from > from };
    made.add(key);
    if (mate) placed.set(mate.id, line.row);
    const membership: FactToRecord[] = mate && !there
      ? [{ kind: 'teamPlacement', standing: mate.id === ground.importer ? 'proposed' : 'counted', state: { person: mate.id, team: team.team, from, to: null } }] : [];
    return { row: line.row, outcome: 'created', facts: [...(isNew ? teamFacts(fresh.get(key)) : []), ...membership] };
  });
}

const teamKey = (place: KnownPlace | undefined, name: string): string => `${place?.id ?? ''} ${name}`;
const cycleIn = (text: string): KnownCycle | undefined => knownCycles.find(({ id, label }) => [id, label.zh, label.en].includes(text));

/** Teams that no place has yet, each from its first line that tells how it runs, and since the first day of any line. */
function newTeams(lines: readonly TableLine<TeamKey>[], ground: TeamGround): ReadonlyMap<string, NewTeam> {
  const teams = new Map<string, NewTeam>();
  const since = new Map<string, CivilDate>();
  for (const line of lines) {
    const place = ground.places.get(placeKey(line.text('organisation')));
    const name = line.text('team');
    const from = dateInCell(line.text('from'));
    if (!place || name === '' || place.teams.has(name) || from === null) continue;
    const key = teamKey(place, name);
    const first = since.get(key);
    if (first === undefined || from < first) since.set(key, from);
    const [cycle, anchor] = [cycleIn(line.text('cycle')), dateInCell(line.text('firstDay'))];
    if (!teams.has(key) && cycle && anchor) teams.set(key, { team: ground.newId(), place, name, row: line.row, cycle, anchor, from, to: null });
  }
  return new Map([...teams].map(([key, team]) => [key, { ...team, from: since.get(key) ?? team.from }]));
}

function teamFacts(team: NewTeam | undefined): FactToRecord[] {
  if (!team) return [];
  const { cycle, restHours } = team.cycle;
  return [{ kind: 'shiftTeam', factId: team.team, text: { name: team.name }, state: { organisation: team.place.id, anchor: team.anchor, cycle, restHours, from: team.from, to: null } }];
}

const NAME_MAX = 20;

function lineFaults({ text }: TableLine<TeamKey>, place: KnownPlace | undefined, team: KnownTeam | undefined, fresh: NewTeam | undefined, { open }: TeamGround): Fault[] {
  const from = dateInCell(text('from'));
  const [cycle, firstDay] = [cycleIn(text('cycle')), dateInCell(text('firstDay'))];
  return [
    ...(['organisation', 'team', 'from'] as const).filter((key) => text(key) === '').map(mustStand),
    ...(['from', 'firstDay'] as const).filter((key) => text(key) !== '' && dateInCell(text(key)) === null).map(noDay),
    ...(text('organisation') !== '' && !place ? [faultIn('organisation' as const, { zh: '没有这个党组织，或者不由您登记班次。', en: 'There is no such organisation, or you do not keep its rota.' }, { zh: '请按“组织机构”中的全称、简称或编号填写。', en: 'Write the name or number as the tree of organisations has it.' })] : []),
    ...(text('team').length > NAME_MAX ? [faultIn('team' as const, { zh: `不超过 ${NAME_MAX} 个字。`, en: `At most ${NAME_MAX} characters.` })] : []),
    ...(text('cycle') !== '' && !cycle ? [faultIn('cycle' as const, { zh: `只能是：${knownCycles.map(({ label }) => label.zh).join('、')}。`, en: `One of: ${knownCycles.map(({ label }) => label.en).join(', ')}.` }, { zh: '其他倒班方式请先在“班组”页面建立班组，再导入人员。', en: 'Make a team with another cycle on the page of the teams first, then import its people.' })] : []),
    ...(place && !team && text('team') !== '' && (cycle || text('cycle') === '') ? [text('cycle') === '' ? newNeeds('cycle') : newNeeds('firstDay')] : []),
    ...(fresh && ((cycle && cycle.id !== fresh.cycle.id) || (firstDay && firstDay !== fresh.anchor)) ? [faultIn('cycle' as const, { zh: `与第 ${fresh.row} 行同一班组的倒班方式或轮班首日不同。`, en: `Row ${fresh.row} has another cycle or first day for the same team.` })] : []),
    ...(from !== null && from < open ? [faultOfRefusal('from' as const, refuseDay('YearClosed', { day: from, open }))] : []),
    ...(from !== null && team && !isWithin(from, team) ? [faultIn('from' as const, { zh: `该班组的起止为 ${team.from} 至 ${team.to ?? '今'}。`, en: `The team runs from ${team.from} to ${team.to ?? 'now'}.` })] : []),
  ];
}

const newNeeds = (key: 'cycle' | 'firstDay'): Fault =>
  faultIn(key, { zh: '系统中没有这个班组，新建须填倒班方式和轮班首日。', en: 'There is no such team; a new one needs its cycle and first day.' }, { zh: '请补填，或者核对班组名称。', en: 'Fill it in, or check the name of the team.' });
const inAnother = (): Fault =>
  faultIn('team', { zh: '该同志已编入另一班组，导入不调整已有的班组。', en: 'The person is in another team already; an import moves nobody.' }, { zh: '请在“班组”页面调整。', en: 'Move the person on the page of the teams.' });

function mateFaults({ text, name, row }: TableLine<TeamKey>, mate: KnownTeamMate | undefined, place: KnownPlace, from: CivilDate, placed: ReadonlyMap<string, number>): Fault[] {
  if (text('number') === '') return name('name') === '' ? [] : [faultIn('number', { zh: '有姓名的行须填编号。', en: 'A line with a name needs the number.' }, { zh: '请补填警号或内部编号。', en: 'Fill in the number.' })];
  if (!mate || !mate.homes.some((it) => isWithin(from, it) && it.places.includes(place.id))) {
    return [faultIn('number', { zh: `没有这个编号，或者其 ${from} 不在“${place.name}”。`, en: `There is no such number, or on ${from} the person does not belong to "${place.name}".` }, { zh: '请核对编号、党组织和日期；数字前的 0 不要省去。', en: 'Check number, organisation and day; keep noughts in front.' })];
  }
  if (name('name') !== '' && name('name') !== mate.name) return [faultIn('name', { zh: `该编号在系统中是“${mate.name}”。`, en: `In the system this number belongs to "${mate.name}".` }, { zh: '请核对姓名和编号是否错行。', en: 'See whether names and numbers slipped a row.' })];
  const above = placed.get(mate.id);
  return above === undefined || above === row ? [] : [faultIn('number', { zh: `与第 ${above} 行是同一人。`, en: `Row ${above} is the same person.` }, { zh: '每人一行，请删去多余的行。', en: 'One line for each person.' })];
}
