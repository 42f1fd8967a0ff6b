import * as selections from '#domain/selections/contract.ts';
import { announceYears } from '#test/announced-years.ts';
import { approvedMember } from '#test/approved-member.ts';
import { asking, type Asked, type Bench } from './bench.ts';

const opened = async (bench: Bench): Promise<{ selection: string }> => bench.as('fangmin').call(selections.openSelection, {
  organisation: bench.on('organs'), year: 2026, title: `优秀共产党员 ${bench.next()}`, quota: 1 });
const proposal = async (bench: Bench) => ({
  ...(await opened(bench)), organisation: bench.on('detention'), person: await approvedMember(bench.bureau, await bench.newPerson()), minutes: '11月12日支委会', reason: '工作扎实' });
const nominated = async (bench: Bench): Promise<{ selection: string; person: string }> => {
  const { selection, person, ...rest } = await proposal(bench);
  await bench.as('luojian').call(selections.nominateMember, { selection, person, ...rest });
  return { selection, person };
};
const noticed = async (bench: Bench): Promise<{ selection: string; person: string }> => {
  const { selection, person } = await nominated(bench);
  await bench.as('fangmin').call(selections.postSelectionNotice, { selection, persons: [person], from: '2026-11-17', until: '2026-11-24' });
  return { selection, person };
};
/** Posted a fortnight before. */
const over = async (bench: Bench): Promise<{ selection: string; person: string }> => {
  await announcedOnce(bench);
  bench.bureau.setNow('2026-11-17T09:00:00+08:00');
  const it = await noticed(bench);
  bench.bureau.setNow('2026-12-01T09:00:00+08:00');
  return it;
};
const announcedOnce = async (bench: Bench): Promise<void> => {
  const there = await bench.bureau.within(({ tx }) => tx.one({ text: 'SELECT 1 FROM calendar_year WHERE year = 2026', values: [] }));
  if (!there) await bench.bureau.within(announceYears);
};

export const selectionRequests: readonly Asked[] = [
  asking(selections.listSelections, 'luojian', () => ({})),
  asking(selections.openSelection, 'fangmin', (bench) => ({ organisation: bench.on('organs'), year: 2026, title: `优秀共产党员 ${bench.next()}`, quota: 3 })),
  asking(selections.listCandidates, 'luojian', async (bench) => ({ ...(await opened(bench)), organisation: bench.on('detention') })),
  asking(selections.nominateMember, 'luojian', proposal),
  asking(selections.withdrawNomination, 'luojian', async (bench) => ({ ...(await nominated(bench)), reason: '支委会另行研究' })),
  asking(selections.postSelectionNotice, 'fangmin', async (bench) => {
    const { selection, person } = await nominated(bench);
    return { selection, persons: [person], from: '2026-11-17', until: '2026-11-24' };
  }),
  asking(selections.returnSelection, 'fangmin', async (bench) => ({ selection: (await noticed(bench)).selection, reason: '名单需要补充' })),
  { ...asking(selections.decideSelection, 'shenyi', async (bench) => {
    const { selection, person } = await over(bench);
    return { selection, persons: [person], document: '机关党〔2026〕40号' };
  }), at: '2026-12-01T09:00:00+08:00' },
];
