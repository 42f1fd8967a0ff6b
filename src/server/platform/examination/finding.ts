import { StartRefusal, type Words } from '#server/platform/start-refusal.ts';

/** What an operator should know of his installation: how it stands, and if it does not stand well, what to do. */
export interface Finding {
  readonly about: Words;
  readonly level: 'ok' | 'warn' | 'fail';
  readonly says: Words;
  readonly advice: Words | null;
}

export const ok = (about: Words, says: Words): Finding => ({ about, level: 'ok', says, advice: null });
export const warn = (about: Words, says: Words, advice: Words): Finding => ({ about, level: 'warn', says, advice });
export const fail = (about: Words, says: Words, advice: Words | null = null): Finding => ({ about, level: 'fail', says, advice });

/** What would keep the server from starting is a finding here, in the same words. */
export async function examining(about: Words, look: () => Finding[] | Promise<Finding[]>): Promise<Finding[]> {
  try {
    return await look();
  } catch (fault) {
    if (fault instanceof StartRefusal) return [fail(about, fault.words)];
    const reason = fault instanceof Error ? fault.message : String(fault);
    return [fail(about, { zh: `无法检查：${reason}`, en: `It cannot be examined: ${reason}` })];
  }
}
