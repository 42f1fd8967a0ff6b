/** How large the bureau of a run is; where requests are measured a branch has 50 members, so that a session of 50 is one of a branch. */
export interface Scale {
  readonly name: 'small' | 'default' | 'full' | 'board';
  readonly committees: number;
  /** General branches (总支) of each committee. */
  readonly generalBranches: number;
  /** Branches of each general branch. */
  readonly branches: number;
  readonly members: number;
  /** Pairs of windows of measuring for each work. */
  readonly rounds: number;
  readonly windowMs: number;
}

export const MEMBERS_OF_A_BRANCH = 50;

export const scales = {
  /** 500 members: to see that the bench itself works. */
  small: { name: 'small', committees: 1, generalBranches: 2, branches: 5, members: MEMBERS_OF_A_BRANCH, rounds: 3, windowMs: 500 },
  /** 226 organisations, 10,000 members, some 80,000 entries. */
  default: { name: 'default', committees: 5, generalBranches: 4, branches: 10, members: MEMBERS_OF_A_BRANCH, rounds: 5, windowMs: 1000 },
  /** 2,111 organisations, 100,000 members, some 800,000 entries. */
  full: { name: 'full', committees: 10, generalBranches: 10, branches: 20, members: MEMBERS_OF_A_BRANCH, rounds: 5, windowMs: 3000 },
} as const satisfies Record<string, Scale>;
