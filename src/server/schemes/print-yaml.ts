import { stringify } from 'yaml';
import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { printScheme } from '#domain/schemes/format/print-scheme.ts';
import type { Scheme } from '#domain/schemes/scheme.ts';

/** The text of a scheme file that reads back as exactly this scheme. */
export const printYaml = (scheme: Scheme, takesEffect: CivilDate): string =>
  stringify(printScheme(scheme, takesEffect), { lineWidth: 120, aliasDuplicateObjects: false });
