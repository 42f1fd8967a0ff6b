import type { z } from 'zod';
import { readRegisterSum } from '#domain/registers/sum-contract.ts';
import { call } from '#web/shell/call.ts';
import type { NamedGrounds } from '#web/ui/grounds-source.ts';

/** The register and the filters under which the sum stands. */
export type SumFilter = Omit<z.input<typeof readRegisterSum.input>, 'field'>;

/** Fetched when somebody asks. */
export const fetchSum = (filter: SumFilter, field: string) => async (): Promise<NamedGrounds> =>
  ({ grounds: (await call(readRegisterSum, { ...filter, field })).grounds, names: {} });
