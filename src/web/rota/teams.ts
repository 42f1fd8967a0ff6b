import type { z } from 'zod';
import type { listShiftTeams } from '#domain/rota/contract.ts';

export type Teams = z.output<typeof listShiftTeams.output>;
