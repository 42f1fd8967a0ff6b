import type { z } from 'zod';
import * as plans from '#domain/activities/arrangement-contract.ts';
import * as records from '#domain/activities/contract.ts';
import * as makeUps from '#domain/activities/record-contract.ts';
import * as waiting from '#domain/activities/to-confirm-contract.ts';
import * as versions from '#domain/audit/versions-contract.ts';
import { restoreArrangement, restoreSession } from '#domain/activities/restoring-contract.ts';
import { asking, recordOf, type Asked, type Bench } from './bench.ts';

const row = (day: string): z.input<typeof plans.arrangementRow> => ({
  day, from: '19:00', to: '21:00', activities: ['mondayStudy'], contents: [], topic: '学习党章', place: '', lecturer: '', material: '' });

const arranged = async (bench: Bench): Promise<{ arrangement: string; day: string }> => {
  const day = bench.comingDay();
  const { arrangements } = await bench.as('fangmin').call(plans.arrangeSessions, { organisation: bench.on('organs'), organisations: [], rows: [row(day)] });
  return { arrangement: arrangements[0]?.arrangement ?? '', day };
};
const planned = (bench: Bench): Promise<{ session: string }> =>
  bench.as('jiping').call(plans.planSession, { organisation: bench.on('detention'), ...row(bench.comingDay()) });
const confirmed = async (bench: Bench): Promise<string> => {
  const { session, version } = await bench.recorded();
  return (await bench.as('luojian').call(records.confirmSession, { session, version })).confirmation;
};
/** Entered by the person himself, so that another has to confirm it. */
const ownMakeUp = async (bench: Bench): Promise<{ makeUp: string; version: number }> => {
  const day = bench.pastDay();
  const marks = [{ person: bench.person('wenlan'), mark: 'absent' as const, reason: 'personalLeave', sitting: 0 }];
  const { session } = await bench.as('jiping').call(records.recordSession, recordOf(bench.on('detention'), day, { marks }));
  const { makeUp } = await bench.as('wenlan').call(makeUps.recordMakeUp, { session, person: bench.person('wenlan'), day, way: 'reading' });
  return { makeUp, version: 1 };
};

export const activityRequests: readonly Asked[] = [
  asking(records.readActivityWords, 'jiping', () => ({ day: '2026-11-16' })),
  asking(records.listSessions, 'jiping', () => ({ from: '2026-11-01', to: '2026-11-30' })),
  asking(records.readRoster, 'jiping', (bench) => ({ organisation: bench.on('detention'), activities: 'mondayStudy', sittings: '2026-11-16 19:00-21:00' })),
  asking(records.readRecordForm, 'jiping', (bench) => ({ organisation: bench.on('detention') })),
  asking(records.findPersons, 'jiping', (bench) => ({ organisation: bench.on('detention'), q: '罗' })),
  asking(records.recordSession, 'jiping', (bench) => recordOf(bench.on('detention'), bench.pastDay())),
  asking(records.amendSession, 'jiping', async (bench) => {
    const { session, version, day } = await bench.recorded();
    const { organisation: _, arranged: __, ...record } = recordOf('', day);
    return { ...record, session, version };
  }),
  asking(records.reportNotHeld, 'jiping', async (bench) => ({ session: (await planned(bench)).session, version: 1, reason: '安保任务' })),
  asking(records.withdrawSession, 'jiping', async (bench) => {
    const { session, version } = await bench.recorded();
    return { session, version, reason: '重复记录' };
  }),
  asking(restoreSession, 'jiping', async (bench) => {
    const { session, version } = await bench.recorded();
    await bench.as('jiping').call(records.withdrawSession, { session, version, reason: '重复记录' });
    return { session, version: version + 1 };
  }),
  asking(records.confirmSession, 'luojian', async (bench) => {
    const { session, version } = await bench.recorded();
    return { session, version };
  }),
  asking(waiting.readSessionsToConfirm, 'luojian', (bench) => ({ organisation: bench.on('detention') })),
  asking(waiting.confirmSessions, 'luojian', async (bench) => {
    const both = [await bench.recorded(), await bench.recorded()];
    return { sessions: both.map(({ session, version }) => ({ session, version })) };
  }),
  asking(records.withdrawConfirmation, 'luojian', async (bench) => ({ confirmation: await confirmed(bench) })),
  asking(versions.readVersions, 'jiping', async (bench) => ({ fact: (await bench.recorded()).session })),
  asking(makeUps.readSessionRecord, 'jiping', async (bench) => ({ session: (await bench.recorded()).session })),
  asking(makeUps.recordMakeUp, 'jiping', async (bench) => {
    const { session, absent, day } = await bench.recorded();
    return { session, person: absent, day, way: 'reading' as const };
  }),
  asking(makeUps.withdrawMakeUp, 'jiping', ownMakeUp),
  asking(makeUps.confirmMakeUp, 'luojian', ownMakeUp),
  asking(plans.readArrangementMonth, 'fangmin', (bench) => ({ organisation: bench.on('organs'), month: '2026-11' })),
  asking(plans.arrangeSessions, 'fangmin', (bench) => ({ organisation: bench.on('organs'), organisations: [], rows: [row(bench.comingDay())] })),
  asking(plans.amendArrangement, 'fangmin', async (bench) => {
    const { arrangement, day } = await arranged(bench);
    return { ...row(day), arrangement, version: 1, topic: '学习条例' };
  }),
  asking(plans.withdrawArrangement, 'fangmin', async (bench) => ({ arrangement: (await arranged(bench)).arrangement, version: 1 })),
  asking(restoreArrangement, 'fangmin', async (bench) => {
    const { arrangement } = await arranged(bench);
    await bench.as('fangmin').call(plans.withdrawArrangement, { arrangement, version: 1 });
    return { arrangement, version: 2 };
  }),
  asking(plans.planSession, 'jiping', (bench) => ({ organisation: bench.on('detention'), ...row(bench.comingDay()) })),
];
