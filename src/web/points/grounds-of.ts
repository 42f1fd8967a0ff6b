import type { Grounds } from '#domain/engine/evaluation.ts';
import { readPoints, type PointsOfPerson } from '#domain/points/contract.ts';
import { call } from '#web/shell/call.ts';
import type { Disputes, NamedGrounds } from '#web/ui/grounds-source.ts';

/** The grounds of a person's total, or of one of its parts. */
export function groundsOf(points: PointsOfPerson, part?: string): NamedGrounds | null {
  const grounds: Grounds | undefined | null = part === undefined ? points.grounds : points.grounds?.children.find((it) => it.id === part);
  return grounds ? { grounds, names: points.names, disputes: disputesOf(points) } : null;
}

/** Fetched when somebody asks: a list of fifty people does not carry fifty trees. */
export const fetchGrounds = (person: string, year: number, part?: string) => async (): Promise<NamedGrounds> => {
  const points = await call(readPoints, { person, year });
  const found = groundsOf(points, part);
  if (!found) throw new Error('a shown figure has grounds');
  return found;
};

export const disputesOf = ({ person, year, objected, mayObject }: PointsOfPerson): Disputes => ({ subject: { kind: 'person', id: person.id }, year, objected, mayObject });
