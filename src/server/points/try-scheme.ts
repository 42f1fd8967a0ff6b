import type { z } from 'zod';
import { refuseTrial } from '#domain/points/refusals.ts';
import type { SchemeTrial, tryScheme as contract } from '#domain/points/trial-contract.ts';
import type { Call } from '#server/platform/call.ts';
import { enqueue } from '#server/platform/jobs.ts';
import { demandSound } from '#server/schemes/scheme-reads.ts';
import { readSchemeTrial } from './read-scheme-trial.ts';
import { demandTrier, keepForTrial, TRY_SCHEME } from './trial-jobs.ts';

/** 试算: leaves the text to be tried on a year of the log of the actor's organisations. No fact and no ledger is touched. */
export async function tryScheme(call: Call, { text, year }: z.output<typeof contract.input>): Promise<SchemeTrial> {
  demandTrier(call);
  demandSound(text);
  const last = Number(call.today.slice(0, 4));
  if (year > last) throw refuseTrial('TrialYearAhead', { year, last });
  const file = await keepForTrial(call, 'scheme.yaml', 'application/yaml', text);
  const trial = await enqueue(call, TRY_SCHEME, { file, year });
  call.audit({ kind: 'schemeTrial', id: trial, details: { year } });
  return readSchemeTrial(call, { trial });
}
