import type { z } from 'zod';
import { demand } from '#domain/access/policy.ts';
import type { sendFeedback as sendContract, signFeedback as signContract } from '#domain/spot-checks/sheet-contract.ts';
import { refuseSpotCheck } from '#domain/spot-checks/refusals.ts';
import { textOf } from '#server/facts/fact-reads.ts';
import { amendFact } from '#server/facts/record-fact.ts';
import type { Call } from '#server/platform/call.ts';
import { demandVersion, seenSheet, type SheetEntry } from './sheet-rights.ts';
import { sheetTextOf } from './sheet-reads.ts';

type Saved = z.output<typeof sendContract.output>;

/** 反馈支部 by the team or the office: from now on the branch reads the sheet. @throws SheetNotConfirmed, FactChanged */
export async function sendFeedback(call: Call, { sheet, version }: z.output<typeof sendContract.input>): Promise<Saved> {
  const { entry, above, judge } = await seenSheet(call, sheet);
  if (!judge) demand(call.actor, 'drawSpotChecks', above);
  demandVersion(entry, version);
  if (entry.state.stage !== 'confirmed') throw refuseSpotCheck('SheetNotConfirmed', {});
  return move(call, entry, 'sent', undefined);
}

/** 签收反馈意见 by the secretary or the deputy of the branch, with a remark. @throws FeedbackNotSent, FactChanged */
export async function signFeedback(call: Call, { sheet, version, remark }: z.output<typeof signContract.input>): Promise<Saved> {
  const { entry, above } = await seenSheet(call, sheet);
  demand(call.actor, 'signFeedback', above);
  demandVersion(entry, version);
  if (entry.state.stage !== 'sent') throw refuseSpotCheck('FeedbackNotSent', {});
  return move(call, entry, 'signed', { ...sheetTextOf(await textOf(call.tx, sheet, version)), remark });
}

async function move(call: Call, { factId, version, state }: SheetEntry, stage: 'sent' | 'signed', text: Record<string, unknown> | undefined): Promise<Saved> {
  const entry = await amendFact(call, { kind: 'checkSheet', factId, version, state: { ...state, stage }, text });
  call.audit({ kind: 'checkSheet', id: factId, organisation: state.organisation, details: { window: state.window } });
  return { sheet: factId, version: entry.version };
}
