import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { createAccount } from '#domain/access/account-contract.ts';
import { firstPassword } from '#domain/access/password-rules.ts';
import { call } from '#web/shell/call.ts';
import { faultOf } from '#web/shell/call-refused.ts';
import type { Slip } from './HandOver.tsx';
import { randomBelow } from './random-below.ts';

interface Candidate {
  readonly id: string;
  readonly number: string;
  readonly name: string;
}

interface Opening {
  readonly running: boolean;
  /** One for each that was tried, with the refusal where it failed. */
  readonly opened: readonly Slip[];
  readonly open: (people: readonly Candidate[]) => Promise<void>;
}

/** Opens one account after the other; each is an intention of its own, and one that is refused stops no other. */
export function useOpenAccounts(): Opening {
  const queries = useQueryClient();
  const [running, setRunning] = useState(false);
  const [opened, setOpened] = useState<readonly Slip[]>([]);
  const open = async (people: readonly Candidate[]): Promise<void> => {
    setRunning(true);
    for (const { id, name, number } of people) {
      const password = firstPassword(randomBelow);
      const slip = await call(createAccount, { person: id, firstPassword: password }, { key: crypto.randomUUID() })
        .then(({ userName }): Slip => ({ name, userName, password }), (error: unknown): Slip => ({ name, userName: number, refusal: faultOf(error) }));
      setOpened((before) => [...before, slip]);
    }
    setRunning(false);
    void queries.invalidateQueries();
  };
  return { running, opened, open };
}
