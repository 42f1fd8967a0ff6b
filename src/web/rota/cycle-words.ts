import type { ShiftTeamRow } from '#domain/rota/contract.ts';
import { knownCycles } from '#domain/rota/known-cycles.ts';
import type { Words } from '#domain/words/words.ts';

/** What the cycle of a team is called: 三班两运转, or its length for one of its own. */
export function cycleWords({ known, cycle }: Pick<ShiftTeamRow, 'known' | 'cycle'>): Words {
  const found = knownCycles.find((it) => it.id === known);
  return found?.label ?? { zh: `自定义，${cycle.length} 天一周期`, en: `Own cycle of ${cycle.length} days` };
}
