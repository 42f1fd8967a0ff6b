const NUMBER_LONGEST = 8;

/** What a number may have been: a spreadsheet takes 020001 for a figure and drops its nought. */
export const withNoughts = (number: string): string[] =>
  (/^\d+$/.test(number) ? Array.from({ length: Math.max(0, NUMBER_LONGEST - number.length) + 1 }, (_, more) => '0'.repeat(more) + number) : [number]);
