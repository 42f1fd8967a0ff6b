import type { HiddenParticular, PersonPage } from '#domain/people/contract.ts';

/** What stands in the place of a particular that is not shown: of a birth the year, of the ethnicity nothing. */
export function maskOf({ bornIn, details }: PersonPage, field: HiddenParticular): string {
  switch (field) {
    case 'phone': return details.phone ?? '';
    case 'birthDate': return `${bornIn ?? '****'}-**-**`;
    case 'ethnicity': return '****';
  }
}
