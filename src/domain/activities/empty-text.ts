import type { SessionText } from './contract.ts';

/** The text of a session of which nothing is written down yet, or whose text was blanked. */
export const emptyText: SessionText = {
  topic: '', places: [], lecturer: '', material: '', otherAttendees: '', agenda: [], resolutions: [], discussion: '', reason: '',
};
