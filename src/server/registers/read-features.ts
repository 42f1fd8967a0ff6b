import type { z } from 'zod';
import { registerCardOf } from '#domain/registers/register-card.ts';
import type { readFeatures as contract } from '#domain/registers/showcase-contract.ts';
import { consentField } from '#domain/schemes/register-uses.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { schemeOn } from '#server/schemes/scheme-reads.ts';
import { rowsOf } from './entry-reads.ts';
import { Reach } from './register-rights.ts';
import { demandInside, entriesInUse, registerOfUse } from './use-reads.ts';

/** 专题报道 (S0-09): what a branch entered with the consent of the person and the office has released, the latest first. */
export async function readFeatures(call: Call, input: z.output<typeof contract.input>): Promise<z.output<typeof contract.output>> {
  demandInside(call);
  const year = input.year ?? Number(call.today.slice(0, 4));
  const register = await registerOfUse(call, 'features');
  if (register === undefined) return { year, register: null, consent: null, items: [], labels: [], mayEnter: false };
  const consent = consentField(register)?.id ?? null;
  const found = (await entriesInUse(call, register, sql`r.from_day BETWEEN ${`${year}-01-01`} AND ${`${year}-12-31`}`)).filter(({ state }) => consent === null || state.values[consent] === true);
  const framework = (await schemeOn(call.tx, call.today))?.framework ?? [];
  return {
    year, register: registerCardOf(register), consent, items: await rowsOf(call.tx, found, () => register),
    labels: (register.labels ?? []).flatMap((id) => framework.find((tag) => tag.id === id)?.label ?? []),
    mayEnter: (await new Reach(call).entering(register)).length > 0,
  };
}
