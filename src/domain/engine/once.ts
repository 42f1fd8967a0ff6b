import type { Reading } from './reading.ts';

const known = new WeakMap<Reading, Map<string, unknown>>();

/** A question about one reading is answered once: a reading never changes, and every rule asks the same. */
export function once<Answer>(reading: Reading, question: string, answer: () => Answer): Answer {
  const answers = known.get(reading) ?? new Map<string, unknown>();
  known.set(reading, answers);
  // The key names the question, and each question has one kind of answer.
  if (!answers.has(question)) answers.set(question, answer());
  return answers.get(question) as Answer;
}
