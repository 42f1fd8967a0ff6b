import { describe, expect, it } from 'vitest';
import type { WhoAmI } from '#domain/access/contract.ts';
import type { Role } from '#domain/access/roles.ts';
import { paths } from './paths.ts';
import { pages } from './routes.tsx';

const holder = (role: Role): WhoAmI => ({
  account: 'account', userName: 'name', person: null, branch: null, takesTables: false, mustChangePassword: false, mustEnrol: false, today: '2026-11-26',
  bureau: { code: 'alpha', zh: '示例市公安局', en: 'Sample bureau', kind: 'demo' },
  grants: [{ id: 'grant', role, organisation: 'organisation', organisationName: '机关纪委', from: '2026-01-01', to: null }],
});
const offered = (role: Role): readonly string[] => pages.filter(({ needs, menu }) => menu !== undefined && needs(holder(role))).map(({ path }) => path);

describe('the menu', () => {
  it('offers the discipline commission what it may read, and none of the work of the Party office', () => {
    expect(offered('organsDiscipline')).toEqual(expect.arrayContaining([paths.registers(), paths.people(), paths.spotChecks(), paths.problems(), paths.schemes()]));
    for (const path of [paths.branchDesk(), paths.arrange(), paths.months(), paths.scoreBoard(), paths.reviews(), paths.statements(), paths.memberReviews(), paths.rota(), paths.studyStops()]) {
      expect(offered('organsDiscipline')).not.toContain(path);
      expect(offered('partyAffairsOfficer')).toContain(path);
    }
  });

  it('offers a leader the people that the tree of organisations leads to', () => {
    expect(offered('bureauLeader')).toContain(paths.people());
  });
});
