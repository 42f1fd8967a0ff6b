import type { CivilDate } from '#domain/calendar/civil-date.ts';
import type { Grounds, How } from '#domain/engine/evaluation.ts';
import type { Words } from '#domain/words/words.ts';

/** What an organisation adds to a sum. */
export interface SummedPlace {
  readonly id: string;
  readonly name: string;
  readonly value: number;
  readonly entries: number;
}

/** One entry of a register that a sum adds up. */
export interface SummedEntry {
  readonly entry: string;
  readonly day: CivilDate;
  readonly place: string;
  readonly persons: readonly string[];
  readonly waiting: boolean;
  readonly value: number;
}

type Kind = 'level' | 'count' | 'ordinal' | 'money' | 'mark' | 'minutes' | 'date' | 'flag' | 'matter' | 'text';
interface SummedField {
  readonly id: string;
  readonly label: Words;
  readonly kind: Kind;
}

/** Heads, money and time can be added up; marks, and what says which one, cannot. */
export const isAddedUp = ({ kind }: { readonly kind: Kind }): boolean => kind === 'count' || kind === 'money' || kind === 'minutes';

/** Up to so many entries a sum lists them; above, what each organisation adds, so that somebody narrows the list to one. */
export const SUMMED_MOST = 1000;

/**
 * The grounds of the sum of a field over the entries that somebody asked for: what each organisation adds, below it the
 * entries, each leading to itself. Of one organisation only, its entries stand at once. `entries` is empty where they are
 * more than {@link SUMMED_MOST}.
 */
export function sumGrounds(field: SummedField, places: readonly SummedPlace[], entries: readonly SummedEntry[]): Grounds {
  const leavesOf = (place: string): readonly Grounds[] => entries.filter((it) => it.place === place).map((it) => leafOf(field, it));
  const [first] = places;
  const nodes = places.map((place) => nodeOf(field, place.id, countedWords(place.name, place.entries), place.value, { ...COUNTED, persons: [] }, leavesOf(place.id)));
  const count = places.reduce((sum, place) => sum + place.entries, 0);
  const value = places.reduce((sum, place) => sum + place.value, 0);
  const children = places.length === 1 && first && entries.length > 0 ? leavesOf(first.id) : nodes;
  const label = countedWords(field.label.zh, count, field.label.en);
  return nodeOf(field, field.id, entries.length > 0 || count === 0 ? label : { zh: `${label.zh}，选择党组织后列出每条登记`, en: `${label.en}; choose an organisation to see each entry` }, value, { kind: 'sum' }, children);
}

const COUNTED = { kind: 'counted', state: 'has', persons: [], window: null, because: [] } as const;

const countedWords = (zh: string, entries: number, en = zh): Words => ({ zh: `${zh}（${entries} 条）`, en: `${en} (${entries === 1 ? '1 entry' : `${entries} entries`})` });

const nodeOf = ({ kind }: SummedField, id: string, label: Words, value: number, how: How, children: readonly Grounds[]): Grounds =>
  ({ id, label, value, full: null, how, rule: null, children, ...(kind === 'money' ? {} : { format: 'count' }) });

/** A waiting entry is in the list and so in its sum; it says that it waits. */
function leafOf(field: SummedField, { entry, day, persons, waiting, value }: SummedEntry): Grounds {
  const [first, ...others] = persons;
  const who = first === undefined ? { zh: '', en: '' } : others.length === 0 ? { zh: ` ${first}`, en: ` ${first}` } : { zh: ` ${first}等 ${persons.length} 人`, en: ` ${first} and ${others.length} more` };
  const label = { zh: `${day}${who.zh}${waiting ? '（待确认）' : ''}`, en: `${day}${who.en}${waiting ? ' (to be confirmed)' : ''}` };
  return nodeOf(field, entry, label, value, { ...COUNTED, opens: { kind: 'record', factId: entry } }, []);
}
