import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { firstPassword } from '#domain/access/password-rules.ts';
import { OPENED_AT_ONCE, openAccounts, resetPasswords, type ProposedRole } from '#domain/access/roster-contract.ts';
import type { Words } from '#domain/words/words.ts';
import { call } from '#web/shell/call.ts';
import { CallRefused, faultOf } from '#web/shell/call-refused.ts';
import { randomBelow } from './random-below.ts';

/** Somebody on a page of first passwords. */
export interface Issued {
  readonly key: string;
  readonly number: string;
  readonly name: string;
  readonly branch: { readonly id: string; readonly name: string };
  readonly userName: string;
  readonly password: string;
}

export interface Refusing {
  readonly key: string;
  readonly name: string;
  readonly number: string;
  readonly words: Words;
}

export interface Outcome {
  readonly issued: readonly Issued[];
  readonly granted: number;
  readonly refused: readonly Refusing[];
}

interface Person {
  readonly key: string;
  readonly number: string;
  readonly name: string;
  readonly branch: { readonly id: string; readonly name: string };
}

export interface ToOpen extends Person {
  readonly roles: readonly ProposedRole[];
}

interface Answer {
  readonly key: string;
  readonly userName: string | null;
  /** Whether the password that was sent holds now. */
  readonly holds: boolean;
  readonly granted: number;
  readonly refusals: readonly { readonly words: Words }[];
}

interface Issuing {
  readonly running: boolean;
  readonly done: number;
  readonly total: number;
  /** After the last one was tried. */
  readonly outcome: Outcome | null;
  readonly open: (people: readonly ToOpen[]) => Promise<void>;
  readonly reset: (accounts: readonly Person[]) => Promise<void>;
}

const NOTHING: Outcome = { issued: [], granted: 0, refused: [] };
const TRIES = 4;

/**
 * Makes first passwords in this page and sends them on, twenty people at a time; the server keeps their hashes alone. An
 * answer that is lost is asked for again under the same key, so that what will be printed is what holds.
 */
export function useIssuing(): Issuing {
  const queries = useQueryClient();
  const [state, setState] = useState<{ done: number; total: number; outcome: Outcome | null; running: boolean }>({ done: 0, total: 0, outcome: null, running: false });

  const run = async <P extends Person>(people: readonly P[], send: (some: readonly (P & { password: string })[], key: string) => Promise<readonly Answer[]>): Promise<void> => {
    let outcome = NOTHING;
    setState({ done: 0, total: people.length, outcome: null, running: true });
    for (let at = 0; at < people.length; at += OPENED_AT_ONCE) {
      const some = people.slice(at, at + OPENED_AT_ONCE).map((it) => ({ ...it, password: firstPassword(randomBelow) }));
      outcome = joined(outcome, await settled(some, send));
      setState({ done: at + some.length, total: people.length, outcome: null, running: true });
    }
    setState({ done: people.length, total: people.length, outcome, running: false });
    void queries.invalidateQueries();
  };
  return {
    ...state,
    open: (people) => run(people, async (some, key) => {
      const sent = some.map((it) => ({ person: it.key, firstPassword: it.password, roles: it.roles.map(({ role, organisation }) => ({ role, organisation })) }));
      const { items } = await call(openAccounts, { people: sent }, { key });
      return items.map(({ person, opened, ...rest }) => ({ key: person, holds: opened, ...rest }));
    }),
    reset: (accounts) => run(accounts, async (some, key) => {
      const { items } = await call(resetPasswords, { accounts: some.map((it) => ({ account: it.key, firstPassword: it.password })) }, { key });
      return items.map(({ account, reset, ...rest }) => ({ key: account, holds: reset, granted: 0, ...rest }));
    }),
  };
}

type Sending<P> = (some: readonly (P & { password: string })[], key: string) => Promise<readonly Answer[]>;

/** One request with its repeats; a refusal of the whole is a refusal of each. */
async function settled<P extends Person>(some: readonly (P & { password: string })[], send: Sending<P>): Promise<Outcome> {
  const key = crypto.randomUUID();
  for (let tries = 1; ; tries += 1) {
    try {
      return outcomeOf(some, await send(some, key));
    } catch (error) {
      const lost = error instanceof CallRefused && (error.refusal.status === 0 || error.refusal.status >= 500);
      if (!lost || tries === TRIES) return { ...NOTHING, refused: some.map(({ key: person, name, number }) => ({ key: person, name, number, words: faultOf(error).words })) };
      await new Promise((go) => setTimeout(go, 1000 * tries));
    }
  }
}

function outcomeOf<P extends Person>(some: readonly (P & { password: string })[], answers: readonly Answer[]): Outcome {
  const of = new Map(answers.map((it) => [it.key, it]));
  return some.map(({ key, number, name, branch, password }): Outcome => {
    const answer = of.get(key);
    return {
      issued: answer?.holds && answer.userName !== null ? [{ key, number, name, branch, userName: answer.userName, password }] : [],
      granted: answer?.granted ?? 0,
      refused: (answer?.refusals ?? []).map(({ words }) => ({ key, name, number, words })),
    };
  }).reduce(joined, NOTHING);
}

const joined = (one: Outcome, other: Outcome): Outcome => ({
  issued: [...one.issued, ...other.issued], granted: one.granted + other.granted, refused: [...one.refused, ...other.refused],
});
