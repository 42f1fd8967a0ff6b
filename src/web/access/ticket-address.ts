/** Under which a portal may send a ticket: our address, the code of the bureau, `ticket`. */
export const isTicketAddress = (path: string): boolean => /^(\/[a-z][a-z0-9]*)?\/ticket\/?$/.test(path);
