import type { AttendanceGrid } from '#domain/activities/grid/attendance-grid.ts';
import { legendMeaning, meaningOf, meaningsOf } from '#domain/activities/grid/mark-meaning.ts';
import type { Scheme } from '#domain/schemes/scheme.ts';
import type { Words } from '#domain/words/words.ts';

/**
 * What the sheets that have such a mark take it for by their legends: one meaning, null where they differ (each sheet goes by its
 * own), undefined where no legend says anything of it.
 */
export function meaningByLegends(grids: readonly AttendanceGrid[], written: string, scheme: Scheme): string | null | undefined {
  const said = new Set(grids.map(({ legend }) => legendMeaning(legend, written, scheme)));
  const [only] = said;
  return said.size === 1 ? only : null;
}

const NAMED_MOST = 3;

/** A workbook has a sheet for each month or branch, mostly under one legend: it is told once, with the sheets that have it. */
function sheetsIn(names: readonly string[]): Words {
  const shown = names.slice(0, NAMED_MOST).map((it) => `“${it}”`);
  return names.length <= NAMED_MOST
    ? { zh: shown.join('、'), en: shown.join(', ') }
    : { zh: `${shown.join('、')}等 ${names.length} 张表`, en: `${shown.join(', ')} and ${names.length - NAMED_MOST} more sheets` };
}

/** Legends by which sheets were read, told before anything is entered: also where one says something else than the mark usually means. */
export function legendNotices(grids: readonly AttendanceGrid[], scheme: Scheme): Words[] {
  const alike = new Map<string, AttendanceGrid[]>();
  for (const grid of grids) {
    const key = JSON.stringify(grid.legend.map(({ mark, words }) => [mark, words]));
    alike.set(key, [...(alike.get(key) ?? []), grid]);
  }
  return [...alike.values()].flatMap((those) => noticesOf(those[0]?.legend ?? [], sheetsIn(those.map(({ sheet }) => sheet)), scheme));
}

function noticesOf(legend: AttendanceGrid['legend'], sheets: Words, scheme: Scheme): Words[] {
  const label = (id: string | null): Words => meaningsOf(scheme).find((it) => it.id === id)?.label ?? { zh: '', en: '' };
  const read = legend.map((it) => ({ ...it, by: legendMeaning(legend, it.mark, scheme) ?? null, usual: meaningOf(it.mark, scheme) }));
  const known = read.filter(({ by }) => by !== null);
  const other = known.filter(({ by, usual }) => usual !== null && usual !== by);
  const unknown = read.filter(({ by }) => by === null);
  return [
    ...(known.length === 0 ? [] : [{
      zh: `${sheets.zh}按表中图例读取：${known.map((it) => `“${it.mark}”${it.words}，作“${label(it.by).zh}”`).join('；')}。`, en: `Read by the legend in the sheet: ${sheets.en}. ${known.map((it) => `“${it.mark}” ${it.words}, taken for “${label(it.by).en}”`).join('; ')}.`,
    }]),
    ...(other.length === 0 ? [] : [{
      zh: `${sheets.zh}中${other.map((it) => `“${it.mark}”通常作“${label(it.usual).zh}”`).join('、')}，与图例不同，以图例为准，请核对。`, en: `In ${sheets.en} ${other.map((it) => `“${it.mark}” usually means “${label(it.usual).en}”`).join(', ')}; the legend holds. See whether that is right.`,
    }]),
    ...(unknown.length === 0 ? [] : [{
      zh: `${sheets.zh}的图例${unknown.map((it) => `“${it.mark}${it.words}”`).join('、')}没有对应的含义，请在“符号含义”中选定。`, en: `The legend of ${sheets.en} says ${unknown.map((it) => `“${it.mark}${it.words}”`).join(', ')}, which the scheme does not know; choose the meaning under “Marks”.`,
    }]),
  ];
}
