import type { RefusalPlace } from '#domain/contracts/refusal.ts';
import type { Words } from '#domain/words/words.ts';

/** Why a call did not come back with its output, in words that help. `status` 0: no answer came at all. */
export interface CallRefusal {
  readonly name: string;
  readonly status: number;
  readonly words: Words;
  readonly places: readonly RefusalPlace[];
  /** To be named to whoever looks after the server. */
  readonly requestId: string | null;
}

export class CallRefused extends Error {
  readonly refusal: CallRefusal;

  constructor(refusal: CallRefusal) {
    super(`${refusal.name}: ${refusal.words.en}`);
    this.name = 'CallRefused';
    this.refusal = refusal;
  }
}

/** Whatever was thrown while a page was fetched or drawn, in words. */
export const faultOf = (error: unknown): CallRefusal => {
  if (error instanceof CallRefused) return error.refusal;
  console.error(error);
  return navigator.onLine ? broken : unreachable;
};

export const unreachable: CallRefusal = {
  name: 'Unreachable', status: 0, places: [], requestId: null,
  words: {
    zh: '连不上服务器。请检查网络后再试，已填写的内容不会丢。',
    en: 'The server cannot be reached. Check the network and try again; nothing you typed is lost.',
  },
};

export const unreadable: CallRefusal = {
  name: 'Unreadable', status: 0, places: [], requestId: null,
  words: {
    zh: '服务器的答复不完整，不能确定是否已保存。请再提交一次，不会重复记录。',
    en: 'The answer was cut short, so it is not certain that it was saved. Submit again; it will not be recorded twice.',
  },
};

export const fault: CallRefusal = {
  name: 'Fault', status: 500, places: [], requestId: null,
  words: {
    zh: '服务器出错，未能办理。请稍后再试；仍不行，请把编号告诉系统管理员。',
    en: 'The server failed. Try again shortly; if it persists, give the number to the system administrator.',
  },
};

const broken: CallRefusal = {
  name: 'PageBroken', status: 0, places: [], requestId: null,
  words: {
    zh: '本页未能显示。系统可能刚刚升级，请重新载入。',
    en: 'This page could not be shown. The system may just have been upgraded; load it again.',
  },
};
