import type { Grounds } from '#domain/engine/evaluation.ts';
import { readMemberYear } from '#domain/evaluations/contract.ts';
import { readMemberResult } from '#domain/evaluations/result-contract.ts';
import { call } from '#web/shell/call.ts';
import type { NamedGrounds } from '#web/ui/grounds-source.ts';

/** A part of the year among its grounds, or the whole. */
function partOf(grounds: Grounds, part: string | undefined): Grounds {
  return (part === undefined ? grounds : below(grounds, part)) ?? grounds;
}

function below(grounds: Grounds, id: string): Grounds | null {
  return grounds.id === id ? grounds : grounds.children.reduce<Grounds | null>((found, child) => found ?? below(child, id), null);
}

/** Why a member's year, or a part of it, is what it is; fetched when somebody asks. */
export const fetchMemberYear = (organisation: string, year: number, person: string, part?: string) => async (): Promise<NamedGrounds> => {
  const { grounds, names } = await call(readMemberYear, { organisation, year, person });
  return { grounds: partOf(grounds, part), names };
};

/** The same of what a member was told. */
export const fetchResult = (result: string, part?: string) => async (): Promise<NamedGrounds> => {
  const { grounds, names } = await call(readMemberResult, { result });
  return { grounds: partOf(grounds, part), names };
};
