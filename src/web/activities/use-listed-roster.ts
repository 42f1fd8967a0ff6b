import { readRoster, type Roster } from '#domain/activities/contract.ts';
import { writeSittings } from '#domain/activities/sittings.ts';
import type { CallRefused } from '#web/shell/call-refused.ts';
import { useCall } from '#web/shell/calling.ts';
import type { Draft } from './record-draft.ts';

interface ListedRoster {
  readonly roster: Roster | undefined;
  readonly error: CallRefused | null;
  readonly ready: boolean;
}

/** 应到名单 for what the form says so far; asked again whenever activity or time change. */
export function useListedRoster(organisation: string, { activities, sittings }: Draft): ListedRoster {
  const whole = sittings.every(({ day, from, to }) => day !== '' && from !== '' && to !== '');
  const ready = activities.length > 0 && sittings.length > 0 && whole;
  const input = { organisation, activities: activities.join(','), sittings: writeSittings(sittings) };
  const { data, error } = useCall(readRoster, input, { enabled: ready, keep: true });
  return { roster: ready ? data : undefined, error: ready ? error : null, ready };
}
