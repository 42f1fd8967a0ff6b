import { yearOf } from '#domain/calendar/civil-date.ts';
import { wasHeld } from '#domain/engine/attendance.ts';
import type { Happening } from '#domain/engine/entry.ts';
import type { Reading } from '#domain/engine/reading.ts';
import { labelsOf } from '#domain/engine/rule-match.ts';
import type { Tag } from '#domain/schemes/format/register-shape.ts';

/** A session held or a register line, with every label it stands under: its own and all above these, each once. */
export interface Labelled {
  readonly happening: Happening;
  readonly labels: ReadonlySet<string>;
}

/** What was done in a year by some organisations, as far as it stands under a label, by day. */
export function labelledIn(reading: Reading, organisations: ReadonlySet<string>, year: number): Labelled[] {
  const { world, book } = reading;
  const sessions = [...world.sessions.values()].filter((session) => organisations.has(session.state.organisation) && wasHeld(reading, session));
  const entries = [...organisations].flatMap((id) => world.entriesOf.get(id) ?? []).filter(({ day }) => day <= world.upTo.date);
  return [...sessions, ...entries].filter(({ period }) => yearOf(period) === year)
    .flatMap((happening): Labelled[] => {
      const version = book.on(happening.day);
      const labels = version === null ? new Set<string>() : labelsOf(version, happening);
      return labels.size === 0 ? [] : [{ happening, labels }];
    })
    .sort((one, other) => (one.happening.day === other.happening.day ? (one.happening.factId < other.happening.factId ? -1 : 1) : one.happening.day < other.happening.day ? -1 : 1));
}

/** Distinct facts under a label; what stands above another is the union of what stands below it, and its own (P10). */
export const countUnder = (all: readonly Labelled[], label: string): number => all.filter(({ labels }) => labels.has(label)).length;

/** Labels with what stands below each right after it. */
export function inTree(framework: readonly Tag[], under: string | undefined = undefined, depth = 0): (Tag & { readonly depth: number })[] {
  if (depth > framework.length) return [];
  return framework.filter((tag) => tag.under === under).flatMap((tag) => [{ ...tag, depth }, ...inTree(framework, tag.id, depth + 1)]);
}
