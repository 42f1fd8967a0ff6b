import type { listRegisterEntries } from '#domain/registers/contract.ts';
import { paths } from '#web/paths.ts';
import { useWords } from '#web/shell/language.tsx';
import { StateCounts } from '#web/shell/StateCounts.tsx';

interface Properties {
  readonly levels: ReturnType<typeof listRegisterEntries.output.parse>['levels'];
  readonly asked: { readonly register: string; readonly organisation: string; readonly year: string; readonly month: string; readonly q: string; readonly show: string; readonly batch: string; readonly level: string };
}

/** 先锋队 12 · 示范岗 40: how many of each kind, each leading to exactly these. */
export function LevelCounts({ levels, asked: { register, organisation, year, month, q, show, batch, level } }: Properties) {
  const say = useWords();
  if (levels.length < 2 || levels.every(({ entries }) => entries === 0)) return null;
  return (
    <StateCounts
      counts={levels.map(({ id, label, entries }) => ({ id, label: say(label), count: entries }))}
      to={paths.registers()} search={{ register, organisation, year, month, q, show, batch }} filter="level" chosen={level}
    />
  );
}
