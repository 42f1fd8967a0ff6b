import type { FactState } from '#domain/facts/contract.ts';
import type { PersonDetails } from './contract.ts';

interface Known {
  readonly stage: FactState<'membership'>['stage'];
  readonly gender: string | null;
  readonly birthDate: string | null;
  readonly details: PersonDetails;
}

type Column = 'gender' | 'birthDate' | keyof PersonDetails;
const ofEverybody: readonly Column[] = ['gender', 'birthDate', 'ethnicity', 'education', 'position', 'phone'];

/**
 * Columns of the roster that are empty although the national set asks for them (domain 5.1): of a member the day of
 * joining as well, of a full member the day of becoming one. Name, number, branch and kind cannot be empty.
 */
export function missingColumns({ stage, gender, birthDate, details }: Known): readonly Column[] {
  const asked: readonly Column[] = [...ofEverybody, ...(stage === 'none' ? [] : ['joinedParty' as const]), ...(stage === 'full' ? ['becameFull' as const] : [])];
  const filled: Readonly<Partial<Record<Column, string | null | undefined>>> = { gender, birthDate, ...details };
  return asked.filter((column) => (filled[column] ?? '') === '');
}
