interface Counted {
  readonly members: number;
  readonly people: number;
}

/**
 * What each organisation counts with everything below it.
 * @param parents what each organisation hangs under; the tree has no circles.
 * @param own heads of the organisation itself. A group's heads are heads of its branch already and must not be given for it.
 */
export function sumsBelow(parents: ReadonlyMap<string, string | null>, own: ReadonlyMap<string, Counted>): ReadonlyMap<string, Counted> {
  const sums = new Map<string, Counted>();
  for (const [id, { members, people }] of own) {
    for (let at: string | null | undefined = id; at; at = parents.get(at)) {
      const before = sums.get(at) ?? { members: 0, people: 0 };
      sums.set(at, { members: before.members + members, people: before.people + people });
    }
  }
  return sums;
}
