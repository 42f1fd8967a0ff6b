import { plainText } from './cell-text.ts';

/** What a roster without 人员类别 says of a person, in words of that column. */
export interface StageTold {
  /** Empty where nothing tells. */
  readonly written: '正式党员' | '预备党员' | '非党员' | '';
  /** Taken for a full member although no day of joining or of full membership says so. */
  readonly isUnsure: boolean;
}

const NOTHING = /^(?:无|[-—–/]*)$/;
const PROBATION = /预备|未转正/;
const NO_MEMBER = /非(?:中共)?党员|群众/;

/** @param hasFull whether the roster has a column for the day of full membership. @param areMembers whether it calls itself one of members. */
export function stageTold(joined: string, full: string, hasFull: boolean, areMembers: boolean): StageTold {
  const cells = [joined, full].map(plainText);
  if (cells.some((it) => NO_MEMBER.test(it))) return { written: '非党员', isUnsure: false };
  if (cells.some((it) => PROBATION.test(it))) return { written: '预备党员', isUnsure: false };
  const [hasJoined, isFull] = cells.map((it) => !NOTHING.test(it));
  if (isFull) return { written: '正式党员', isUnsure: false };
  if (hasJoined) return { written: '正式党员', isUnsure: hasFull };
  return areMembers ? { written: '正式党员', isUnsure: true } : { written: '', isUnsure: false };
}
