import { demoOrganisations, type DemoOrganisation } from '#server/demo/organisation-tree.ts';

/** The branches by whose numbers the demo tells its stories, and one below a committee of a sub-bureau. */
const KEPT = new Set(['A101', 'A102', 'A103', 'A104', 'A105', 'A110', 'A111', 'A112', 'A113', 'A114', 'A117', 'A118', 'B101']);
const OF_BRANCHES = /^(A1|B\d)\d\d/;
const MEMBERS = 7;
const OTHERS = 1;
/** Where visitors sign in: as many as in the demo, because its stories name many of them. */
const TOLD = 'A118';

/**
 * Makes the demo's tree a third of its branches and their people fewer, so that a backup of two years stays below a megabyte and
 * the stories of all rooms are still in it. The tree is the program's own constant: only a process that founds one bureau and
 * ends may do this.
 */
export function cutDemo(): void {
  const tree = demoOrganisations as DemoOrganisation[];
  const small = tree.filter(({ number }) => !OF_BRANCHES.test(number) || KEPT.has(number.slice(0, 4)))
    .map((it) => (it.branch && it.number !== TOLD ? { ...it, branch: { ...it.branch, members: MEMBERS, others: OTHERS } } : it));
  tree.splice(0, tree.length, ...small);
}
