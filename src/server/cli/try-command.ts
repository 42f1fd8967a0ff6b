import { yearOf, type CivilDate } from '#domain/calendar/civil-date.ts';
import { evaluate, evaluatedPeople, type Evaluation } from '#domain/engine/evaluate.ts';
import type { Grounds, PersonTotal } from '#domain/engine/evaluation.ts';
import { branch, member } from '#domain/engine/subject.ts';
import { explain } from '#domain/engine/explain.ts';
import { read } from '#domain/engine/reading.ts';
import { nearestWord } from '#domain/schemes/format/nearest-word.ts';
import { type NamedFacts, teamsIn } from '#domain/schemes/facts-file/facts-log.ts';
import { reachWarnings } from '#domain/schemes/most-per-team.ts';
import type { Scheme } from '#domain/schemes/scheme.ts';
import { inLanguage } from '#domain/words/words.ts';
import { says } from './cli-words.ts';
import { groundsText } from './grounds-text.ts';
import type { Options } from './options.ts';
import { factsNamedIn, schemeNamedIn } from './scheme-file.ts';
import { branchTotals, resultsOf } from './outcomes.ts';
import { branchesText, resultText } from './outcomes-text.ts';
import { failUsage, type ExitCode, type Terminal } from './terminal.ts';
import { totalsText } from './totals-text.ts';

/** A total with the name that the facts file has for the person, and with its grounds. */
interface TriedTotal extends PersonTotal {
  readonly name: string | null;
  readonly grounds: Grounds | null;
}

/** `scheme try`: everybody's points by this scheme on these facts. Nothing is stored. */
export async function tryCommand(options: Options, terminal: Terminal): Promise<ExitCode> {
  const { language } = options;
  if (options.facts === null) return failUsage(terminal, says.factsMissing, language);
  const checked = await schemeNamedIn(options, terminal);
  if ('exit' in checked) return checked.exit;
  const { scheme } = checked.read;
  const found = await factsNamedIn(options, options.facts, scheme, terminal);
  if ('exit' in found) return found.exit;
  const facts = found.read;
  const branchAsked = options.why === null ? null : branchCalled(options.why, facts);
  const person = options.why === null || branchAsked !== null ? null : personCalled(options.why, facts);
  if (person !== null && typeof person !== 'string') return failUsage(terminal, person, language);

  const date = options.at ?? lastDayToLookAt(facts, terminal.today);
  const evaluation = tryOn(scheme, facts, date, options.json);
  const totals = inOrderOfTheFile(evaluation.totals.filter(({ year }) => year === yearOf(date)), facts);
  const branches = branchTotals(scheme, evaluation.reading, facts, yearOf(date));
  const results = resultsOf(scheme, evaluation.reading, facts, date);
  const warnings = reachWarnings(scheme, teamsIn(facts), yearOf(date));
  if (options.json) {
    const asked = totals.filter((total) => person === null || total.person === person);
    const tried = asked.map((total): TriedTotal =>
      ({ name: facts.names.get(total.person) ?? null, ...total, grounds: explain(evaluation.reading, member(total.person), total.year) }));
    terminal.out(`${JSON.stringify({ scheme: scheme.id, version: scheme.version, at: date, warnings, totals: tried, branches, results: results.map(({ result, ...found }) => ({ result: result.id, ...found })) }, null, 2)}\n`);
    return 0;
  }
  const subject = branchAsked !== null ? branch(branchAsked) : person !== null ? member(person) : null;
  const why = subject === null ? null : explain(evaluation.reading, subject, yearOf(date));
  terminal.out([
    inLanguage(says.upTo(scheme.label, scheme.version, date), language),
    ...warnings.map((words) => `${inLanguage(says.warning, language)}${inLanguage(words, language)}`),
    ...(scheme.points === null ? [] : ['', totalsText(totals, scheme, facts.names, language)]),
    ...(branches.length === 0 ? [] : ['', branchesText(branches, scheme, facts.names, language)]),
    ...results.flatMap((found) => ['', resultText(found, facts.names, language)]), '',
    ...(why === null ? [] : [groundsText(why, scheme, language), '']),
  ].join('\n'));
  return 0;
}

/**
 * The scheme on the facts, from the day on which the log says that it was adopted; a scheme that was never adopted is
 * tried on the whole year. Where neither everybody's grounds nor a result of members is asked for afterwards, people go
 * by one after the other, so that a whole bureau fits into memory.
 */
function tryOn(scheme: Scheme, { log }: NamedFacts, date: CivilDate, explained: boolean): Pick<Evaluation, 'totals' | 'reading'> {
  const adopted = log.flatMap((entry) =>
    entry.kind === 'schemeAdoption' && entry.change !== 'withdrawn' && entry.state.scheme === scheme.id && entry.state.version === scheme.version ? [entry.state.from] : []);
  const from = adopted.at(-1) ?? `${date.slice(0, 4)}-01-01`;
  const seq = log.reduce((last, entry) => Math.max(last, entry.seq), 0);
  const input = { schemes: [{ scheme, from }], log, upTo: { seq, date } };
  if (explained || scheme.results.some(({ of }) => of === 'member')) return evaluate(input);
  const reading = read(input);
  const totals: PersonTotal[] = [];
  for (const person of evaluatedPeople(reading)) totals.push(...person.totals);
  return { reading, totals };
}

/** Today, or the end of the year in which the newest session, make-up or entry lies where that year is over. */
function lastDayToLookAt({ log }: NamedFacts, today: CivilDate): CivilDate {
  const days = log.filter(({ kind }) => kind === 'session' || kind === 'makeUp' || kind === 'record' || kind === 'assignment').map(({ day }) => day).sort();
  const last = days.at(-1);
  return last === undefined || yearOf(last) >= yearOf(today) ? today : `${last.slice(0, 4)}-12-31`;
}

/** The organisation of this name or id; a person of the same name is asked for by number. */
function branchCalled(written: string, { log, names }: NamedFacts): string | null {
  return log.find((entry) => entry.kind === 'organisation' && (entry.factId === written || names.get(entry.factId) === written))?.factId ?? null;
}

function personCalled(written: string, { log, persons }: NamedFacts): string | ReturnType<typeof says.noPerson> {
  const [id, ...others] = persons.get(written) ?? [];
  if (others.length > 0) return says.severalPersons(written);
  if (id !== undefined) return id;
  if (log.some((entry) => entry.kind === 'membership' && entry.state.person === written)) return written;
  return says.noPerson(written, nearestWord(written, [...persons.keys()].map((word) => ({ word, names: [] }))));
}

function inOrderOfTheFile(totals: readonly PersonTotal[], { names }: NamedFacts): PersonTotal[] {
  const order = new Map([...names.keys()].map((id, index) => [id, index]));
  return totals.toSorted((a, b) => (order.get(a.person) ?? Infinity) - (order.get(b.person) ?? Infinity) || (a.person < b.person ? -1 : 1));
}
