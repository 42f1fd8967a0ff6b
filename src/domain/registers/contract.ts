import { z } from 'zod';
import { choosablePerson, organisationCard, personCard, words } from '#domain/activities/contract.ts';
import { contract } from '#domain/contracts/contract.ts';
import { civilDate, id, period, word } from '#domain/facts/contract.ts';

export const version = z.number().int().min(1);
const count = z.number().int().min(0);
const choice = z.strictObject({ id: word, label: words });

const registerField = z.strictObject({
  id: word, label: words,
  kind: z.enum(['level', 'count', 'ordinal', 'money', 'mark', 'minutes', 'date', 'flag', 'matter', 'text']),
  levels: z.array(choice), required: z.boolean(), least: z.number().nullable(), most: z.number().nullable(),
});
export type RegisterFieldCard = z.output<typeof registerField>;

/** A register as its form, its table and its file need it. */
export const registerCard = z.strictObject({
  id: word, label: words,
  persons: z.enum(['none', 'one', 'many']), parts: z.array(choice), lasts: z.boolean(), ahead: z.boolean(), fields: z.array(registerField),
  keptBy: z.enum(['branch', 'office', 'discipline']), confirmedBy: z.enum(['nobody', 'secretary', 'office', 'discipline']),
  privacy: z.enum(['open', 'own', 'discipline']), guidance: words.nullable(), clause: z.string().nullable(),
});
export type RegisterCard = z.output<typeof registerCard>;

/** As people type it: a level by its id, money as 12.50, a flag as such. */
export const typed = z.union([z.boolean(), z.string().max(600)]);
const typedValues = z.record(word, typed);

export const entryPerson = personCard.extend({ as: word.nullable() });

export const entryRow = z.strictObject({
  entry: id, version, register: word, organisation: organisationCard,
  day: civilDate, until: civilDate.nullable(), period,
  persons: z.array(entryPerson),
  values: typedValues,
  /** Waits for another person's confirmation. */
  waiting: z.boolean(),
  recordedBy: z.string().nullable(), recordedOn: civilDate,
});
export type EntryRow = z.output<typeof entryRow>;

export const listRegisters = contract({
  name: 'listRegisters', method: 'GET', path: '/registers',
  summary: { zh: '登记簿目录', en: 'The registers one may see, with how much stands in each' },
  input: z.strictObject({ organisation: id.optional(), year: z.coerce.number().int().min(2000).max(2100).optional() }),
  output: z.strictObject({
    items: z.array(z.strictObject({
      id: word, label: words, keptBy: z.enum(['branch', 'office', 'discipline']), entries: count, waiting: count, mayEnter: z.boolean(),
    })),
    /** Where the asker may see entries: the choice at the head of the page. */
    organisations: z.array(organisationCard),
  }),
  refusals: [],
});
export type RegisterLine = z.output<typeof listRegisters.output>['items'][number];

export const entryFilter = {
  organisation: id.optional(),
  year: z.coerce.number().int().min(2000).max(2100).optional(),
  period: period.optional(),
  search: z.string().trim().max(60).optional(),
  waiting: z.enum(['yes']).optional(),
  /** Only entries that have this level in the first field that has levels. */
  level: word.optional(),
  /** Only what was imported with this batch. */
  batch: id.optional(),
};

export const listRegisterEntries = contract({
  name: 'listRegisterEntries', method: 'GET', path: '/registers/:register/entries',
  summary: { zh: '登记簿内容', en: 'Entries of one register, the latest first' },
  input: z.strictObject({
    register: word, ...entryFilter,
    page: z.coerce.number().int().min(1).max(100_000).default(1), size: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.strictObject({
    register: registerCard, items: z.array(entryRow), total: count, mayEnter: z.boolean(),
    /** Whether the reader may take these entries away as a file. */
    mayTake: z.boolean(),
    /** What the numbers of all entries under these conditions add up to, as one would type it, and in how many of them one stands. */
    sums: z.array(z.strictObject({ field: word, sum: z.string(), entries: count })),
    /** How many entries have each level of the first field that has levels, under the other conditions. */
    levels: z.array(choice.extend({ entries: count })),
  }),
  refusals: [],
});

/** 同一事项: what the registers hold about the matter of one entry, in whatever branch, as far as the reader may know of it. */
export const readMatter = contract({
  name: 'readMatter', method: 'GET', path: '/register-entries/:entry/matter',
  summary: { zh: '同一事项的名册和登记', en: 'Whatever is entered about the matter of an entry' },
  input: z.strictObject({ entry: id }),
  output: z.strictObject({
    matter: z.string(), register: registerCard, entry: entryRow,
    /** Entries of the same register first, the others by register; by branch and day. */
    groups: z.array(z.strictObject({ register: registerCard, items: z.array(entryRow) })),
  }),
  refusals: ['NoMatter'],
});
export type Matter = z.output<typeof readMatter.output>;

const permission = z.strictObject({ allowed: z.boolean(), why: words.nullable() });

export const readRegisterEntry = contract({
  name: 'readRegisterEntry', method: 'GET', path: '/register-entries/:entry',
  summary: { zh: '登记内容', en: 'One entry with its history' },
  input: z.strictObject({ entry: id }),
  output: z.strictObject({
    register: registerCard, row: entryRow, withdrawn: z.boolean(),
    /** The reader keeps the registers of the branch, so that what goes with the entry is no secret to him. */
    keeper: z.boolean(),
    /** Why the period is not the month of the day; empty when it is. */
    reason: z.string(),
    /** It came in with a table; the name of the file is for those who keep the register. */
    source: z.strictObject({ on: civilDate, by: z.string().nullable(), fileName: z.string().nullable() }).nullable(),
    versions: z.array(z.strictObject({ version, change: z.enum(['recorded', 'amended', 'withdrawn']), by: z.string().nullable(), on: civilDate, reason: z.string() })),
    confirmations: z.array(z.strictObject({ version, by: z.string().nullable(), on: civilDate })),
    may: z.strictObject({ amend: permission, withdraw: permission, restore: permission, confirm: permission }),
  }),
  refusals: [],
});
export type EntryPage = z.output<typeof readRegisterEntry.output>;

export const readRegisterForm = contract({
  name: 'readRegisterForm', method: 'GET', path: '/registers/:register/form',
  summary: { zh: '登记表单', en: 'What the form of a register needs: where one may enter, and the people there' },
  input: z.strictObject({
    register: word, organisation: id.optional(), day: civilDate.optional(),
    /** An entry from which the new one follows. */
    from: id.optional(),
  }),
  output: z.strictObject({
    register: registerCard, organisation: id, organisations: z.array(organisationCard), people: z.array(choosablePerson),
    /** What the new entry has from the one it follows from. */
    begun: z.strictObject({
      day: civilDate.nullable(), until: civilDate.nullable(), persons: z.array(z.strictObject({ person: id, as: word.nullable() })).readonly(), values: typedValues,
    }).nullable(),
  }),
  refusals: [],
});

const entryFields = {
  day: civilDate, until: civilDate.nullable(), period: period.optional(), reason: z.string().trim().max(200).default(''),
  persons: z.array(z.strictObject({ person: id, as: word.nullable() })).max(500), values: typedValues,
};
const entryRefusals = ['OpeningNotNeeded', 'OpeningDayWrong', 'OpeningTooMuch', 'OpeningFactsThere', 
  'EntryIncomplete', 'EntryThere', 'EntryEndsBefore', 'PeriodNeedsReason', 'PeriodTooFar', 'PersonNotHere', 'DayInFuture', 'YearClosed',
];
const saved = z.strictObject({ entry: id, version, waiting: z.boolean() });

export const recordRegisterEntry = contract({
  name: 'recordRegisterEntry', method: 'POST', path: '/organisations/:organisation/registers/:register/entries',
  summary: { zh: '登记', en: 'Enter into a register' },
  input: z.strictObject({ organisation: id, register: word, ...entryFields }),
  output: saved,
  refusals: [...entryRefusals, 'NotKeptHere'],
});

export const amendRegisterEntry = contract({
  name: 'amendRegisterEntry', method: 'PUT', path: '/register-entries/:entry',
  summary: { zh: '修改登记', en: 'Amend an entry' },
  input: z.strictObject({ entry: id, version, ...entryFields }),
  output: saved,
  refusals: [...entryRefusals, 'OwnEntryChange', 'FactChanged', 'FactWithdrawn'],
});

export const withdrawRegisterEntry = contract({
  name: 'withdrawRegisterEntry', method: 'DELETE', path: '/register-entries/:entry',
  summary: { zh: '撤回登记', en: 'Withdraw an entry' },
  input: z.strictObject({ entry: id, version, reason: z.string().trim().min(1).max(200) }),
  output: z.strictObject({}),
  refusals: ['YearClosed', 'OwnEntryChange', 'FactChanged', 'FactWithdrawn'],
});

export const confirmRegisterEntry = contract({
  name: 'confirmRegisterEntry', method: 'POST', path: '/register-entries/:entry/confirmation',
  summary: { zh: '审核登记', en: 'Confirm an entry' },
  input: z.strictObject({ entry: id, version }),
  output: z.strictObject({ confirmation: id }),
  refusals: ['EntryNotWaiting', 'OwnEntry', 'ConfirmerUnknown', 'FactChanged', 'FactWithdrawn'],
});

export const exportRegister = contract({
  name: 'exportRegister', method: 'GET', path: '/registers/:register/export', returns: 'file',
  summary: { zh: '导出登记簿', en: 'Take the entries of a register away (xlsx)' },
  input: z.strictObject({ register: word, ...entryFilter }), output: z.void(), refusals: ['RegisterTooLong'],
});

/** Under which filters the entries of a register are listed, added up and taken away. */
export type EntryFilter = Omit<z.output<typeof exportRegister.input>, 'register'>;
