/** A target over twelve months or four quarters, what does not divide at the end of each. */
export const spreadEvenly = (target: number, parts: 4 | 12): number[] =>
  Array.from({ length: parts }, (_, at) => Math.floor(((at + 1) * target) / parts) - Math.floor((at * target) / parts));

/** Months as quarters, or each quarter in its last month; nothing gets lost on the way. */
export function regrouped(split: readonly number[], parts: 4 | 12): number[] {
  if (split.length === parts) return [...split];
  if (parts === 4) return Array.from({ length: 4 }, (_, quarter) => split.slice(quarter * 3, quarter * 3 + 3).reduce((sum, one) => sum + one, 0));
  return Array.from({ length: 12 }, (_, month) => (month % 3 === 2 ? split[Math.floor(month / 3)] ?? 0 : 0));
}
