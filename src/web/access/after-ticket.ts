import { base } from '#web/shell/place.ts';
import { isTicketAddress } from './ticket-address.ts';

const place = 'zhibu.after-ticket';

/** Remembers, for this tab alone, the page that somebody wanted before he went to the portal; who was refused still wants the same. */
export function rememberPage(): void {
  if (!isTicketAddress(location.pathname)) sessionStorage.setItem(place, location.pathname + location.search);
}

/** Where to go after a ticket: the page remembered here, which no address can name from outside, else the first one. */
export function pageAfterTicket(): string {
  const kept = sessionStorage.getItem(place);
  sessionStorage.removeItem(place);
  return kept?.startsWith(`${base()}/`) && !kept.startsWith('//') ? kept : `${base()}/`;
}
