import type { YearInclusion } from '#domain/orgs/inclusion-contract.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import './room.css';

const texts = defineTexts({
  zh: {
    note: (organisation: string, from: string) => `${organisation}自 ${from} 启用，此前未纳入：没有的不算缺项，也不计 0 分；此前已登记、已导入的照常计入，全年的学时和次数按启用后的整月折算。`,
  },
  en: {
    note: (organisation, from) => `${organisation} has been reckoned with since ${from}. What lies before is not included: neither a gap nor a zero. What was recorded or imported of that time counts all the same, and hours and times of a year are taken by whole months since then.`,
  },
});

/** Beside figures of a year in which not everything was asked (未纳入), and why. */
export function InclusionNote({ inclusion }: { readonly inclusion: YearInclusion }) {
  const { note } = useTexts(texts);
  return inclusion === null ? null : <p className="room-hint" role="note">{note(inclusion.organisation, inclusion.from)}</p>;
}
