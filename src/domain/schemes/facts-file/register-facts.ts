import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { windowOf } from '#domain/calendar/window.ts';
import type { FactState } from '#domain/facts/contract.ts';
import { parseHundredths } from '#domain/points/hundredths.ts';
import type { Register, RegisterField } from '#domain/schemes/format/register-shape.ts';
import type { Named } from '#domain/schemes/scheme.ts';
import { nearestCalled, registerColumns } from './columns.ts';
import type { FactDrafts } from './fact-drafts.ts';
import { type Choices, RowReader } from './row-reader.ts';
import type { Field, Report, Row, Table } from './tables.ts';

/** Stands in where a field was wrong; the row is refused, so it never reaches the log. */
const nothing = '';

const stages: Choices<FactState<'assignment'>['stage']> = {
  accepted: ['已完成', '完成', '验收'], open: ['进行中'], handedIn: ['已提交'], returned: ['退回'], notDone: ['未完成'], cancelled: ['取消'],
};

/** 交办任务: what is handed in after its day counts as late, whatever the file calls it. */
export function readAssignments(rows: readonly Row[], drafts: FactDrafts, report: Report): void {
  for (const [index, each] of rows.entries()) {
    const row = new RowReader('assignments', each, report);
    const person = drafts.persons.find(row.field('person'), row) ?? nothing;
    const day = row.date('day') ?? nothing;
    const until = row.date('until') ?? nothing;
    const stage = row.choice('stage', stages, 'accepted');
    const organisation = drafts.organisations.find(row.field('organisation'), row) ?? homeOf(drafts, person, day) ?? nothing;
    const handedInOn = row.date('handedInOn') ?? (stage === 'accepted' ? until : null);
    drafts.add(`assignment ${index} ${person} ${day} ${until}`, { kind: 'assignment', day, state: { organisation, person, day, until, stage, handedInOn } }, row);
  }
}

/** Entries of a register that the scheme declares; the columns are its fields and its parts by their labels. */
export function readRegister(register: Register, table: Table, drafts: FactDrafts, report: Report): void {
  const columns = columnsOf(register);
  const headings = new Map<string, string>();
  for (const heading of table.headings) {
    const column = columns.find(({ id, label }) => [id, label.zh, label.en].includes(heading.text));
    const nearest = column === undefined ? nearestCalled(heading.text, columns.map(({ id, label }) => ({ id, zh: label.zh }))) : null;
    if (column !== undefined) headings.set(heading.text, column.id);
    else report(heading, {
      zh: `“${register.label.zh}”里没有“${heading.text}”这一列${nearest === null ? '' : `，是否应为 ${nearest.zh}`}。可用：${columns.map(({ label }) => label.zh).join('、')}。`,
      en: `“${register.id}” has no column “${heading.text}”.${nearest === null ? '' : ` Did you mean ${nearest.en}?`} Known: ${columns.map(({ id }) => id).join(', ')}.`,
    });
  }
  for (const [index, each] of table.rows.entries()) {
    const fields = new Map([...each.fields].flatMap(([heading, field]): [string, Field][] => {
      const column = headings.get(heading);
      return column === undefined ? [] : [[column, field]];
    }));
    readEntry(register, { ...each, fields }, index, drafts, report);
  }
}

/** The parts go under ids of their own, because a part and a field may be called alike. */
function columnsOf({ persons, parts, fields }: Register): readonly Named[] {
  const fixed = Object.entries(registerColumns).filter(([id]) => id !== 'persons' || persons !== 'none')
    .map(([id, { zh }]) => ({ id, label: { zh, en: id } }));
  const name = persons === 'none' ? [] : [{ id: 'persons', label: { zh: '姓名', en: 'person' } }];
  return [...fixed, ...name, ...(parts ?? []).map(({ id, label }) => ({ id: `part ${id}`, label })), ...(fields ?? [])];
}

function readEntry(register: Register, from: Row, index: number, drafts: FactDrafts, report: Report): void {
  const row = new RowReader('register', from, report);
  const day = row.date('day') ?? nothing;
  const persons = personsIn(register, row, drafts);
  const organisation = drafts.organisations.find(row.field('organisation'), row) ?? homeOf(drafts, persons[0]?.person ?? nothing, day);
  if (organisation === null && row.isWhole()) row.refuse(from, { zh: '缺少“组织”。', en: '“organisation” is missing.' });
  const values: Record<string, number | boolean | string> = {};
  for (const field of register.fields ?? []) {
    const written = row.field(field.id);
    if (written === null && field.required === true) row.refuse(from, { zh: `缺少“${field.label.zh}”。`, en: `“${field.id}” is missing.` });
    const value = written === null ? null : valueOf(field, written, row, drafts);
    if (value !== null) values[field.id] = value;
  }
  const period = row.text('period');
  const state = { register: register.id, organisation: organisation ?? nothing, day, until: row.date('until'), persons, values };
  drafts.add(`record ${keyOf(register, state, index)}`, { kind: 'record', day, state, ...(/^\d{4}-\d\d$/.test(period) ? { period } : {}) }, row);
}

/** Names in the common column have no part, those under the label of a part have that one. */
function personsIn({ parts }: Register, row: RowReader<'register'>, drafts: FactDrafts): FactState<'record'>['persons'] {
  const under = (column: string, as: string | null) => row.several(column).flatMap((name) => {
    const person = drafts.persons.find(name, row);
    return person === null ? [] : [{ person, as }];
  });
  return [...under('persons', null), ...(parts ?? []).flatMap(({ id }) => under(`part ${id}`, id))];
}

function valueOf({ id, label, kind, levels }: RegisterField, field: Field, row: RowReader<'register'>, drafts: FactDrafts): number | boolean | string | null {
  switch (kind) {
    case 'level': {
      const level = (levels ?? []).find((each) => [each.id, each.label.zh, each.label.en].includes(field.text));
      return level?.id ?? row.refuse(field, {
        zh: `“${label.zh}”不能写“${field.text}”。可以写：${(levels ?? []).map((each) => each.label.zh).join('、')}。`, en: `“${field.text}” is not possible here. Possible: ${(levels ?? []).map((each) => each.id).join(', ')}.`,
      });
    }
    case 'count': case 'ordinal': case 'minutes': return /^\d{1,9}$/.test(field.text) ? Number(field.text) : row.refuse(field, { zh: `“${field.text}”应是整数。`, en: `“${field.text}” must be a whole number.` });
    case 'money': case 'mark': return parseHundredths(field.text) ?? row.refuse(field, { zh: `“${field.text}”应是数，最多两位小数。`, en: `“${field.text}” must be a number with at most two decimals.` });
    case 'date': return row.date(id);
    case 'flag': return row.flag(id);
    case 'matter': return drafts.matterKey(field.text);
    // Free text never stands in the log.
    case 'text': return null;
  }
}

/** What makes two entries the same, as the register says it; without a key each row is one of its own. */
function keyOf({ id, key }: Register, { organisation, day, persons, values }: FactState<'record'>, index: number): string {
  if (key === undefined) return `${id} ${index}`;
  return [id, organisation, ...key.map((part) => {
    if (part === 'day') return day;
    if (part === 'persons') return persons.map(({ person }) => person).toSorted().join(' ');
    if ((part === 'month' || part === 'quarter' || part === 'year') && day !== nothing) return windowOf(part, day);
    return String(values[part]);
  })].join(' ');
}

/** Where a person is at home on a day, as far as the file has told. */
function homeOf(drafts: FactDrafts, person: string, day: CivilDate): string | null {
  for (const { kind, state } of drafts.log) {
    if (kind === 'membership' && state.person === person && state.from <= day && (state.to === null || day <= state.to)) return state.organisation;
  }
  return null;
}
