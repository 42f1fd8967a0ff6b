import { personNumber } from '#domain/people/contract.ts';
import { PortalFault } from './portal-fault.ts';

/** As it stands there: a number without its leading noughts, or with blanks around it, could be somebody else's. @throws PortalFault claimMissing, claimStrange */
export function numberIn(said: unknown): string {
  if (said === undefined || said === null || said === '') throw new PortalFault('claimMissing');
  if (typeof said === 'string' && personNumber.safeParse(said).data === said) return said;
  throw new PortalFault('claimStrange');
}
