import type { Words } from '#domain/words/words.ts';
import type { Finder, Path } from './problem.ts';
import { fieldOf, isFields, itemsOf } from './raw-value.ts';
import type { Register, RegisterField } from './register-shape.ts';
import { rawMatches, textsOf, type RawMatch } from './rule-list.ts';
import { candidates, candidatesOf, fieldsIn, registersIn, unknownName } from './scheme-names.ts';
import type { Candidate } from './nearest-word.ts';

/** Names in a match that nothing has, and conditions that nothing can meet. */
export function findMatchProblems(file: unknown, find: Finder): void {
  const registers = registersIn(file);
  const lists: Readonly<Record<string, readonly Candidate[]>> = {
    activities: candidatesOf(file, 'activities'), contents: candidatesOf(file, 'contents'), labels: candidatesOf(file, 'framework'),
    classes: candidatesOf(file, 'classes'), records: candidates(registers),
  };
  for (const match of rawMatches(file)) {
    for (const [list, known] of Object.entries(lists)) findUnknown(match, list, known, find);
    findUnknownOne(match, 'speakerIn', lists['records'] ?? [], find);
    findPart(match, registers, find);
    findConditions(match.raw['where'], [...match.path, 'where'], registers, match.records, find);
    findUnreachable(match, file, find);
  }
}

const listNames: Readonly<Record<string, string>> = { labels: 'framework', speakerIn: 'records' };

function findUnknown({ raw, path }: RawMatch, list: string, known: readonly Candidate[], find: Finder): void {
  itemsOf(raw[list]).forEach((written, index) => {
    if (typeof written !== 'string' || known.some(({ word }) => word === written)) return;
    find.atValue([...path, list, index], unknownName(written, listNames[list] ?? list, known));
  });
}

function findUnknownOne({ raw, path }: RawMatch, word: string, known: readonly Candidate[], find: Finder): void {
  const written = raw[word];
  if (typeof written !== 'string' || known.some((each) => each.word === written)) return;
  find.atValue([...path, word], unknownName(written, listNames[word] ?? word, known));
}

/** `as` is a part that people have in one of the registers. */
function findPart({ raw, path, records }: RawMatch, registers: readonly Register[], find: Finder): void {
  const as = raw['as'];
  if (typeof as !== 'string') return;
  const parts = registers.filter(({ id }) => records.includes(id)).flatMap((register) => register.parts ?? []);
  if (parts.some(({ id }) => id === as)) return;
  find.atValue([...path, 'as'], unknownName(as, { zh: '登记簿的身份（parts）', en: 'the parts of the register' }, candidates(parts)));
}

/** Conditions on fields: the field exists, and what is asked of it is what it can hold. */
export function findConditions(where: unknown, path: Path, registers: readonly Register[], records: readonly string[], find: Finder): void {
  if (!isFields(where)) return;
  const fields = fieldsIn(registers, records);
  for (const [id, asked] of Object.entries(where)) {
    const field = fields.find((each) => each.id === id);
    if (id === 'days' || id === 'persons') {
      findBounds(asked, [...path, id], find);
    } else if (field === undefined) {
      find.atWord([...path, id], unknownName(id, { zh: '登记簿的栏目', en: 'the fields of the register' }, [...candidates(fields), ...counted]));
    } else {
      findCondition(field, asked, [...path, id], find);
    }
  }
}

const counted: readonly Candidate[] = [{ word: 'days', names: ['天数'] }, { word: 'persons', names: ['人数'] }];
const numbersOnly: Words = { zh: '这是一个数，请写成 { atLeast: 1, atMost: 5 }。', en: 'This is a number: write { atLeast: 1, atMost: 5 }.' };

function findCondition({ kind, levels, label }: RegisterField, asked: unknown, path: Path, find: Finder): void {
  if (kind === 'level') {
    if (!Array.isArray(asked)) {
      find.atValue(path, { zh: `“${label.zh}”是档次，请写成列表，如 [${levels?.[0]?.id ?? ''}]。`, en: `“${label.en}” is a level: write a list, as in [${levels?.[0]?.id ?? ''}].` });
    }
    textsOf(asked).forEach((level, index) => {
      if (!(levels ?? []).some(({ id }) => id === level)) find.atValue([...path, index], unknownName(level, { zh: `“${label.zh}”的档次`, en: `the levels of “${label.en}”` }, candidates(levels ?? [])));
    });
  } else if (kind === 'flag') {
    if (typeof asked !== 'boolean') find.atValue(path, { zh: `“${label.zh}”是“是否”栏目，请写 true 或 false。`, en: `“${label.en}” is yes or no: write true or false.` });
  } else if (kind === 'date') {
    if (asked !== 'thisYear' && !(isFields(asked) && asked['by'] !== undefined)) {
      find.atValue(path, { zh: `“${label.zh}”是日期，请写 thisYear（本年内）或 { by: 02-28 }（当年某天以前）。`, en: `“${label.en}” is a date: write thisYear, or { by: 02-28 } for a day of the year.` });
    }
  } else if (kind === 'text' || kind === 'matter') {
    find.atValue(path, { zh: `“${label.zh}”是文字，不能作条件。`, en: `“${label.en}” is a text; nothing can be asked of it.` });
  } else {
    findBounds(asked, path, find);
  }
}

function findBounds(asked: unknown, path: Path, find: Finder): void {
  if (!isFields(asked) || asked['by'] !== undefined) {
    find.atValue(path, numbersOnly);
  } else if (typeof asked['atLeast'] === 'number' && typeof asked['atMost'] === 'number' && asked['atLeast'] > asked['atMost']) {
    find.atValue([...path, 'atMost'], { zh: '至多比至少还小，没有记录能符合。', en: 'At most is less than at least: nothing can meet it.' });
  }
}

/** What asks of a session what only entries have, or the other way round, or of nothing at all, can never be met. */
function findUnreachable({ raw, path, records }: RawMatch, file: unknown, find: Finder): void {
  const asksEntries = ['as', 'where', 'personsAtLeast'].find((word) => raw[word] !== undefined);
  const asksSessions = ['contents', 'part', 'firstItem', 'complete', 'speaker', 'speakerIn'].find((word) => isAsked(raw[word]));
  const choices = itemsOf(raw['anyOf']);
  if (choices.length > 0) return;
  if (asksEntries !== undefined && records.length === 0) {
    find.atWord([...path, asksEntries], { zh: `${asksEntries} 只能问登记簿的记录，请写 records。`, en: `${asksEntries} asks entries of a register: write records.` });
  } else if (asksSessions !== undefined && textsOf(raw['records']).length > 0 && itemsOf(raw['activities']).length === 0) {
    find.atWord([...path, asksSessions], { zh: `${asksSessions} 只能问活动，登记簿的记录里没有，这条细则永远找不到记录。`, en: `${asksSessions} asks sessions, and entries of a register have none of it; this rule can never find a record.` });
  }
  if (records.length > 0 || itemsOf(raw['activities']).length > 0 || itemsOf(fieldOf(file, 'activities')).length > 0 || path.at(-1) !== 'match') return;
  const labelled = itemsOf(raw['labels']).length > 0;
  if (!labelled && !asksNothing(raw)) find.atValue(path, noActivities);
}

const isAsked = (said: unknown): boolean => (Array.isArray(said) ? said.length > 0 : said !== undefined);
const asksNothing = (raw: Readonly<Record<string, unknown>>): boolean => Object.keys(raw).length === 0;
const noActivities: Words = {
  zh: '方案没有写任何活动（activities），这条细则永远找不到记录。', en: 'The scheme names no activities, so this rule can never find a record.',
};
