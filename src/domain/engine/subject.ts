/** Who is judged, and by which of the scheme's trees: a member by the points, a branch by the indicators, either by a result. */
export interface Subject {
  readonly kind: SubjectKind;
  readonly id: string;
  readonly tree: TreeKey;
}
export type SubjectKind = 'member' | 'branch';
/** `points`, `indicators`, or what is marked for one result alone. All obey the same laws. */
export type TreeKey = 'points' | 'indicators' | `result ${string}`;

export const member = (id: string): Subject => ({ kind: 'member', id, tree: 'points' });
export const branch = (id: string): Subject => ({ kind: 'branch', id, tree: 'indicators' });

/** The same subject under what is marked for a result alone: a ballot, a panel, a bonus. */
export const underResult = (subject: Subject, result: string): Subject => ({ ...subject, tree: `result ${result}` });
