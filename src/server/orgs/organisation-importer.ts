import { may, scopesOf } from '#domain/access/policy.ts';
import { isGroup } from '#domain/orgs/categories.ts';
import { byNumber } from '#domain/orgs/number-order.ts';
import { organisationColumns } from '#domain/orgs/organisation-table.ts';
import { planOrganisations } from '#domain/orgs/plan-organisations.ts';
import type { TableImporter } from '#server/facts/table-importer.ts';
import { newId } from '#server/platform/ids.ts';
import { organisationsOn, structureOf, subtree } from './organisation-reads.ts';
import { lockedStructure } from './tree-lock-reads.ts';

/** The tree of a bureau from its own list. */
export const organisationImporter: TableImporter = {
  table: 'organisations',
  sheet: '组织机构',
  columns: organisationColumns,
  notes: ['上级可以是系统中已有的组织，也可以是本表中的另一行；各行的先后不限。', '党小组也在本表中填写，类别为 699，上级为所在党支部。', '编号相同即为同一组织。'],
  choices: async (call) => {
    const scope = new Set(await subtree(call.tx, scopesOf(call.actor, 'editOrganisations'), call.today));
    return { parent: (await organisationsOn(call.tx, call.today)).filter((it) => scope.has(it.id) && !isGroup(it.category)).toSorted(byNumber).map(({ shortName }) => shortName) };
  },
  plan: async (call, lines, hold) => {
    const structure = hold ? await lockedStructure(call.tx) : await structureOf(call.tx);
    const scope = new Set(await subtree(call.tx, scopesOf(call.actor, 'editOrganisations'), call.today));
    const mayFoundBelow = (organisation: string): boolean => scope.has(organisation) || may(call.actor, 'editOrganisations', [organisation]).allowed;
    return planOrganisations(lines, { today: call.today, structure, mayFoundBelow, newId: () => newId(call.now.getTime()) });
  },
};
