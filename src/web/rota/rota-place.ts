import { listRotaOrganisations } from '#domain/rota/contract.ts';
import { useAddress } from '#web/shell/address.ts';
import type { CallRefused } from '#web/shell/call-refused.ts';
import { useCall } from '#web/shell/calling.ts';
import { useWhoAmI } from '#web/shell/session.tsx';

export interface Place {
  readonly id: string;
  readonly number: string;
  readonly shortName: string;
}

/** Of which organisation and month the page is; both live in the address. */
export interface RotaPlace {
  /** '' while nothing can be chosen yet. */
  readonly organisation: string;
  readonly month: string;
  readonly places: readonly Place[] | undefined;
  readonly error: CallRefused | null;
  readonly choose: (change: { organisation?: string; month?: string }) => void;
}

/** Begins at home, else with the first organisation whose rota one may see, in the month of today. */
export function useRotaPlace(): RotaPlace {
  const who = useWhoAmI();
  const thisMonth = who.today.slice(0, 7);
  const [{ organisation, month }, change] = useAddress({ organisation: '', month: thisMonth });
  const choice = useCall(listRotaOrganisations, {});
  const places = choice.data?.items;
  const home = places?.find((it) => it.id === who.branch?.id) ?? places?.[0];
  return { organisation: organisation || home?.id || '', month, places, error: choice.error, choose: change };
}
