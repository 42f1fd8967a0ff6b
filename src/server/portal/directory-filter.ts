/** Where the name that somebody typed stands in the filter. */
export const NAME_MARK = '{name}';

/** What means something in a filter, as RFC 4515, 3 has it written. */
const MEANS_SOMETHING = /[\\*()\0]/g;

export const escapedValue = (text: string): string => text.replace(MEANS_SOMETHING, (it) => `\\${it.charCodeAt(0).toString(16).padStart(2, '0')}`);

/** The filter that finds this name and, whatever was typed, nothing else. */
export const filterFor = (filter: string, name: string): string => filter.replaceAll(NAME_MARK, () => escapedValue(name));
