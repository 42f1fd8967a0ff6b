/** Whom a ticket names, as it says itself: shown before anything is asked of the server, which proves it or refuses. */
export interface TicketHolder {
  readonly number: string;
  /** As the portal calls the person, where it does. */
  readonly name: string | null;
}

/** The ticket behind the # of the address, which no server and no gateway is sent; taken out, so that it stays in no history. */
export function takeTicket(): string {
  const ticket = location.hash.slice(1);
  if (ticket !== '') history.replaceState(null, '', location.pathname);
  return ticket;
}

/** Null for what is no ticket at all. */
export function holderOf(ticket: string): TicketHolder | null {
  try {
    const bytes = Uint8Array.from(atob((ticket.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0));
    const { sub, name }: Record<string, unknown> = JSON.parse(new TextDecoder().decode(bytes));
    return typeof sub === 'string' ? { number: sub, name: typeof name === 'string' && name !== '' ? name : null } : null;
  } catch {
    return null;
  }
}
