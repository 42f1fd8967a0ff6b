import type { Reading } from './reading.ts';
import type { AnyFact } from './standing.ts';

type Answers = Map<string, unknown>;

/** Somebody or an organisation by the id, or a fact itself: several versions of it may be looked at. */
type About = string | AnyFact;

const known = new WeakMap<Reading, Map<About, Answers>>();

/** A question is answered once for one reading: a reading never changes, and every rule asks the same of everybody. */
export function once<Answer extends object | null>(reading: Reading, about: About, question: string, answer: () => Answer): Answer {
  const answers = answersAbout(reading, about);
  // The key names the question, and each question has one kind of answer.
  const before = answers.get(question) as Answer | undefined;
  if (before !== undefined) return before;
  const made = answer();
  answers.set(question, made);
  return made;
}

/** Lets go of what was answered about somebody, so that a whole bureau can go by one after the other. */
export function forget(reading: Reading, about: string): void {
  known.get(reading)?.delete(about);
}

function answersAbout(reading: Reading, about: About): Answers {
  let all = known.get(reading);
  if (!all) known.set(reading, all = new Map());
  let answers = all.get(about);
  if (!answers) all.set(about, answers = new Map());
  return answers;
}
