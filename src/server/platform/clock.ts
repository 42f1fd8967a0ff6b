import type { CivilDate } from '#domain/calendar/civil-date.ts';

/** The clock is an argument everywhere; a test or an acceptance run brings its own. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();

const shanghaiDay = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit',
});

/** The civil day in the offices that use us, whatever the server's own time zone is. */
export const civilDay = (at: Date): CivilDate => shanghaiDay.format(at);
