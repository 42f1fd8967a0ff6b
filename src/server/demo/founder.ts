import type { Actor } from '#domain/access/actor.ts';

/** Who writes a bureau before anybody has an account: no person, so nothing he records can gain him anything. */
export const founder: Actor = {
  account: '00000000-0000-7000-8000-000000000000', userName: '', person: null, grants: [], mustChangePassword: false, mustEnrol: false, session: '',
};
