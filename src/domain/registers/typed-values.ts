import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { dateInCell, plainText } from '#domain/imports/cell-text.ts';
import type { Register, RegisterField } from '#domain/schemes/format/register-shape.ts';
import type { Words } from '#domain/words/words.ts';

/** What stands in a field as people write it: a level by its id or its name, money as 12.50, a flag as such. */
export type Typed = string | boolean;
/** What the log keeps of it; free text stays beside the log. */
export type Value = number | boolean | CivilDate | string;

export interface ReadValues {
  readonly values: Readonly<Record<string, Value>>;
  /** Texts of fields that the log does not carry, or carries only as a key. */
  readonly texts: Readonly<Record<string, string>>;
  readonly faults: readonly { readonly field: string; readonly words: Words }[];
}

const TEXT_MOST = 500;
const MATTER_MOST = 100;
const WHOLE = /^\d{1,9}$/;
const HUNDREDTHS = /^(\d{1,7})(?:\.(\d{1,2}))?$/;
const YES: readonly string[] = ['是', '√', 'yes', 'true', '1'];
const NO: readonly string[] = ['否', '×', 'no', 'false', '0'];

/**
 * Reads the fields of one entry. Numbers become whole: money in fen, marks in hundredths. A matter (文号) becomes the key
 * that `keyOf` makes of its plain text; the text itself goes beside the log.
 */
export function readValues(register: Register, typed: Readonly<Record<string, Typed>>, keyOf: (plain: string) => string): ReadValues {
  const values: Record<string, Value> = {};
  const texts: Record<string, string> = {};
  const faults: { field: string; words: Words }[] = [];
  for (const field of register.fields ?? []) {
    const raw = typed[field.id];
    const text = typeof raw === 'boolean' ? raw : plainText(raw ?? '');
    if (text === '') {
      if (field.required) faults.push({ field: field.id, words: mustStand(field) });
      continue;
    }
    const read = readField(field, text);
    if ('zh' in read) faults.push({ field: field.id, words: read });
    else {
      if (field.kind === 'matter') values[field.id] = keyOf(plainMatter(String(text)));
      else if (field.kind !== 'text') values[field.id] = read.value;
      if (field.kind === 'matter' || field.kind === 'text') texts[field.id] = String(text);
    }
  }
  const known = new Set((register.fields ?? []).map(({ id }) => id));
  for (const id of Object.keys(typed)) if (!known.has(id)) faults.push({ field: id, words: { zh: '这本登记簿没有这一栏。', en: 'The register has no such field.' } });
  return { values, texts, faults };
}

/** The plain form by which two matters are the same: brackets of one kind, no blanks, small letters. */
export const plainMatter = (text: string): string =>
  text.normalize('NFKC').replaceAll(/[〔［【[(]/g, '(').replaceAll(/[〕］】\])]/g, ')').replaceAll(/\s/g, '').toLowerCase();

function readField(field: RegisterField, text: string | true | false): { readonly value: Value } | Words {
  switch (field.kind) {
    case 'level': return levelIn(field, String(text));
    case 'flag': return flagIn(text);
    case 'date': {
      const day = dateInCell(String(text));
      return day === null ? { zh: '须为存在的日期，如 2026-07-01。', en: 'It must be a day that exists, such as 2026-07-01.' } : { value: day };
    }
    case 'minutes': return minutesIn(field, String(text));
    case 'count': case 'ordinal': return wholeIn(field, String(text));
    case 'money': case 'mark': return hundredthsIn(field, String(text));
    case 'matter': return shortEnough(String(text), MATTER_MOST);
    case 'text': return shortEnough(String(text), TEXT_MOST);
  }
}

function levelIn({ levels = [] }: RegisterField, text: string): { readonly value: Value } | Words {
  const level = levels.find(({ id, label }) => [id, plainText(label.zh), plainText(label.en)].includes(text));
  if (level) return { value: level.id };
  return { zh: `只能是：${levels.map((it) => it.label.zh).join('；')}。`, en: `One of: ${levels.map((it) => it.label.en).join('; ')}.` };
}

function flagIn(text: string | boolean): { readonly value: Value } | Words {
  if (typeof text === 'boolean') return { value: text };
  const small = text.toLowerCase();
  if (YES.includes(small)) return { value: true };
  return NO.includes(small) ? { value: false } : { zh: '只能填“是”或“否”。', en: 'Either yes or no.' };
}

/** Commas that part thousands; 1,2 may be a point or a slip, and is no number. */
const THOUSANDS = /(?<=\d),(?=\d{3}(?!\d))/g;
/** Units that people write behind a number. */
const bare = (text: string): string => text.replaceAll(THOUSANDS, '').replace(/^[¥￥]/, '').replace(/(元|分钟|分|人次|人|条|票|张|次)$/, '').trim();

function wholeIn(field: RegisterField, text: string): { readonly value: Value } | Words {
  const plain = bare(text);
  return WHOLE.test(plain) ? within(field, Number(plain), Number(plain)) : { zh: '须为整数。', en: 'It must be a whole number.' };
}

const MINUTES_HOUR = 60;
/** 2小时, 1.5小时, 1小时30分钟: how ledgers write the length of a service. */
const HOURS = /^(\d{1,3}(?:\.\d{1,2})?)(?:个?(?:小时|钟头)|h)(?:(\d{1,2})分钟?)?$/i;

function minutesIn(field: RegisterField, text: string): { readonly value: Value } | Words {
  const [, hours, more = '0'] = HOURS.exec(text.replaceAll(/\s/g, '')) ?? [];
  const minutes = Number(hours) * MINUTES_HOUR + Number(more);
  if (hours !== undefined && Number.isInteger(minutes)) return within(field, minutes, minutes);
  const read = wholeIn(field, text);
  return 'value' in read || WHOLE.test(bare(text)) ? read : { zh: '须为分钟数，如 120，也可写“2小时”。', en: 'A number of minutes, such as 120; 2小时 will do.' };
}

function hundredthsIn(field: RegisterField, text: string): { readonly value: Value } | Words {
  const [, whole = '', part = ''] = HUNDREDTHS.exec(bare(text)) ?? [];
  if (whole === '') return { zh: '须为数字，最多两位小数。', en: 'A number with at most two decimals.' };
  const hundredths = Number(whole) * 100 + Number(part.padEnd(2, '0'));
  return within(field, hundredths, hundredths / 100);
}

/** Bounds are declared in the unit that people write. */
function within({ least, most }: RegisterField, value: number, written: number): { readonly value: Value } | Words {
  if (!Number.isSafeInteger(value)) return { zh: '数字过大。', en: 'The number is too large.' };
  if ((least === undefined || written >= least) && (most === undefined || written <= most)) return { value };
  if (least !== undefined && most !== undefined) return { zh: `须在 ${least} 至 ${most} 之间。`, en: `Between ${least} and ${most}.` };
  return least === undefined ? { zh: `不能大于 ${most}。`, en: `At most ${most}.` } : { zh: `不能小于 ${least}。`, en: `At least ${least}.` };
}

const shortEnough = (text: string, most: number): { readonly value: Value } | Words =>
  (text.length <= most ? { value: text } : { zh: `不超过 ${most} 个字。`, en: `At most ${most} characters.` });

const mustStand = ({ label }: RegisterField): Words => ({ zh: `请填写${label.zh}。`, en: `Fill in: ${label.en}.` });

/** A kept entry as somebody would type it again: the inverse of {@link readValues}. */
export function typedValues(register: Register, values: Readonly<Record<string, Value>>, texts: Readonly<Record<string, string>>): Record<string, Typed> {
  return Object.fromEntries((register.fields ?? []).flatMap((field): [string, Typed][] => {
    const value = field.kind === 'matter' || field.kind === 'text' ? texts[field.id] : values[field.id];
    return value === undefined ? [] : [[field.id, typedValue(field, value)]];
  }));
}

function typedValue({ kind }: RegisterField, value: Value): Typed {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number' && (kind === 'money' || kind === 'mark')) return `${Math.trunc(value / 100)}.${String(value % 100).padStart(2, '0')}`;
  return String(value);
}
