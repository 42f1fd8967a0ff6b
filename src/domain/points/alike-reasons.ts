import type { LogEntry } from '#domain/facts/fact.ts';
import type { Scheme } from '#domain/schemes/scheme.ts';

/**
 * The log for a reader who may know the class of a reason but not the reason itself (finding 14): each reason is replaced
 * by the first of those that every one of the schemes treats in the same way, so that the same totals come of it.
 */
export function withReasonsAlike(log: readonly LogEntry[], schemes: readonly Scheme[]): LogEntry[] {
  const like = alike(schemes);
  return log.map((entry): LogEntry => {
    if (entry.kind === 'leave') return { ...entry, state: { ...entry.state, reason: like(entry.state.reason) } };
    if (entry.kind !== 'session') return entry;
    const marks = entry.state.marks.map((it) => (it.reason === null ? it : { ...it, reason: like(it.reason) }));
    return { ...entry, state: { ...entry.state, marks } };
  });
}

function alike(schemes: readonly Scheme[]): (reason: string) => string {
  const first = new Map<string, string>();
  const treatments = new Map<string, string>();
  for (const { id } of schemes.flatMap(({ excuses }) => excuses)) {
    const treatment = JSON.stringify(schemes.map(({ excuses }) => {
      const known = excuses.find((it) => it.id === id);
      return known ? [known.exempts, known.makeUp, known.shownAs, known.broughtBy] : null;
    }));
    treatments.set(id, treatment);
    if (!first.has(treatment)) first.set(treatment, id);
  }
  return (reason) => first.get(treatments.get(reason) ?? '') ?? reason;
}
