import { useField } from '#web/shell/address.ts';
import { PersonPoints } from './PersonPoints.tsx';

/** Points of somebody one answers for. */
export function PersonPointsPage() {
  return <PersonPoints person={useField('person')} title={null} />;
}
