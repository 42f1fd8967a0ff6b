const offices = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' });

/** An instant as the offices' clock shows it, whatever the device is set to: 2026-11-16 21:05:09. */
export const instantText = (instant: string): string => offices.format(new Date(instant));

/** The same without the seconds. */
export const minuteText = (instant: string): string => instantText(instant).slice(0, -3);
