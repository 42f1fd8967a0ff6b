import type { StratumReach } from '#domain/spot-checks/draw-contract.ts';
import { useTexts } from '#web/shell/language.tsx';
import { drawTexts } from './draw-texts.ts';

/** How many are drawn of each stratum, and the warning with its arithmetic where that is not enough for a year. */
export function StrataReach({ strata, quarters }: { readonly strata: readonly StratumReach[]; readonly quarters: number }) {
  const words = useTexts(drawTexts);
  return (
    <div className="check-reach">
      {strata.map((it) => <p key={it.stratum}>{words.reach(it.stratum, it.count, it.taken, quarters + 1, it.inAll)}</p>)}
      {strata.every(({ enough }) => enough) ? null : <p className="check-warning" role="alert">{words.short(quarters + 1)}</p>}
    </div>
  );
}
