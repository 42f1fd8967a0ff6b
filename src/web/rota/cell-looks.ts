import type { DayCellRow } from '#domain/rota/contract.ts';
import type { Words } from '#domain/words/words.ts';

/** How a day stands in the grid: a letter of its own beside the colour, and the word behind both. */
export interface CellLook {
  readonly key: string;
  readonly letter: Words;
  readonly words: Words;
}

export const cellLooks = {
  day: { key: 'day', letter: { zh: '白', en: 'D' }, words: { zh: '值白班', en: 'Day shift' } },
  night: { key: 'night', letter: { zh: '夜', en: 'N' }, words: { zh: '值夜班', en: 'Night shift' } },
  round: { key: 'round', letter: { zh: '全', en: 'F' }, words: { zh: '值全天班', en: 'Round the clock' } },
  rest: { key: 'rest', letter: { zh: '休', en: 'R' }, words: { zh: '下夜班休整', en: 'Rest after night duty' } },
  duty: { key: 'duty', letter: { zh: '勤', en: 'A' }, words: { zh: '其他勤务', en: 'Away on duty' } },
  leave: { key: 'leave', letter: { zh: '假', en: 'L' }, words: { zh: '请假', en: 'On leave' } },
  other: { key: 'other', letter: { zh: '他', en: 'O' }, words: { zh: '其他', en: 'Other' } },
  free: { key: 'free', letter: { zh: '', en: '' }, words: { zh: '不值班', en: 'Off duty' } },
  outside: { key: 'outside', letter: { zh: '–', en: '–' }, words: { zh: '不在本党组织', en: 'Not of this organisation' } },
} as const satisfies Record<string, CellLook>;

export function lookOf(cell: Pick<DayCellRow, 'kind' | 'turn' | 'shownAs'>): CellLook {
  switch (cell.kind) {
    case 'shift': return cellLooks[cell.turn ?? 'day'];
    case 'away': return cell.shownAs === 'duty' || cell.shownAs === 'leave' ? cellLooks[cell.shownAs] : cellLooks.other;
    case 'rest': return cellLooks.rest;
    case 'outside': return cellLooks.outside;
    case 'free': return cellLooks.free;
  }
}

/** What anybody but the person and his secretary sees of a reason. */
export const classWords = {
  duty: { zh: '勤务', en: 'Duty' },
  leave: { zh: '请假', en: 'Leave' },
  other: { zh: '其他', en: 'Other' },
  absent: { zh: '缺席', en: 'Absent' },
} as const satisfies Record<string, Words>;
