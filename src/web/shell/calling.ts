import {
  keepPreviousData, useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult,
} from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import type { z } from 'zod';
import type { Contract } from '#domain/contracts/contract.ts';
import { saveBlob } from '#web/ui/save-file.ts';
import { call, callForFile } from './call.ts';
import type { CallRefused } from './call-refused.ts';

export const callKey = (contract: Contract, input: unknown): readonly unknown[] => [contract.name, input];

interface UseCallOptions {
  /** False: do not ask yet. */
  readonly enabled?: boolean;
  /** While the next page comes, the rows of the last one stay. */
  readonly keep?: boolean;
}

/** Reads through a contract. Every successful write of this page makes what is shown ask again. */
export function useCall<I extends z.ZodType, O extends z.ZodType>(
  contract: Contract<I, O>, input: z.input<I>, { enabled = true, keep = false }: UseCallOptions = {},
): UseQueryResult<z.output<O>, CallRefused> {
  return useQuery<z.output<O>, CallRefused>({
    queryKey: callKey(contract, input),
    queryFn: ({ signal }) => call(contract, input, { signal }),
    enabled,
    ...(keep ? { placeholderData: keepPreviousData } : {}),
  });
}

/** Writes through a contract, under a key that lives as long as the intention. Reads on the page then ask again. */
export const useWrite = <I extends z.ZodType, O extends z.ZodType>(contract: Contract<I, O>) =>
  useIntention((input: z.input<I>, key): Promise<z.output<O>> => call(contract, input, { key }));

/** A write whose body is a file that somebody chose. */
export const useUpload = <I extends z.ZodType, O extends z.ZodType>(contract: Contract<I, O>) =>
  useIntention(({ input, file }: { readonly input: z.input<I>; readonly file: Blob }, key): Promise<z.output<O>> =>
    call(contract, input, { key, file }));

/** Fetches the file that a contract answers with and hands it to the browser's downloads. */
export const useDownload = <I extends z.ZodType>(contract: Contract<I>): UseMutationResult<void, CallRefused, z.input<I>> =>
  useMutation<void, CallRefused, z.input<I>>({
    mutationFn: async (input) => {
      const { name, content } = await callForFile(contract, input);
      saveBlob(name, content);
    },
  });

function useIntention<V, A>(carryOut: (variables: V, key: string) => Promise<A>): UseMutationResult<A, CallRefused, V> {
  const intention = useIntentionKey();
  const queries = useQueryClient();
  return useMutation<A, CallRefused, V>({
    mutationFn: (variables) => carryOut(variables, intention.key()),
    onSuccess: () => {
      intention.renew();
      // Not waited for: the success is told at once, what else stands on the page follows.
      void queries.invalidateQueries();
    },
    onError: (error) => {
      if (!mayHaveHappened(error)) intention.renew();
    },
  });
}

/**
 * The key of one intention, made when the form opened and the same for every repeat of it, so that an impatient second
 * tap or a lost answer records once.
 */
export function useIntentionKey(): { readonly key: () => string; readonly renew: () => void } {
  const current = useRef<string | null>(null);
  const key = useCallback(() => (current.current ??= crypto.randomUUID()), []);
  const renew = useCallback(() => { current.current = null; }, []);
  return { key, renew };
}

/** After a refusal nothing was written and a corrected form is a new intention; without a clear answer it is not. */
const mayHaveHappened = (error: CallRefused): boolean => {
  const { status, name } = error.refusal;
  return status === 0 || status >= 500 || name === 'KeyReused';
};
