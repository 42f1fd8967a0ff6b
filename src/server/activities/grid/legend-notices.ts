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

/** Legends by which sheets were read, told before anything is entered: also where one says something else than the mark usually means. */
export function legendNotices(grids: readonly AttendanceGrid[], scheme: Scheme): Words[] {
  const label = (id: string | null): Words => meaningsOf(scheme).find((it) => it.id === id)?.label ?? { zh: '', en: '' };
  return grids.flatMap(({ sheet, legend }) => {
    const read = legend.map((it) => ({ ...it, by: legendMeaning(legend, it.mark, scheme) ?? null, usual: meaningOf(it.mark, scheme) }));
    const known = read.filter(({ by }) => by !== null);
    const other = known.filter(({ by, usual }) => usual !== null && usual !== by);
    const unknown = read.filter(({ by }) => by === null);
    return [
      ...(known.length === 0 ? [] : [{
        zh: `“${sheet}”按表中图例读取：${known.map((it) => `“${it.mark}”${it.words}，作“${label(it.by).zh}”`).join('；')}。`, en: `“${sheet}” was read by its own legend: ${known.map((it) => `“${it.mark}” ${it.words}, taken for “${label(it.by).en}”`).join('; ')}.`,
      }]),
      ...(other.length === 0 ? [] : [{
        zh: `“${sheet}”中${other.map((it) => `“${it.mark}”通常作“${label(it.usual).zh}”`).join('、')}，与图例不同，以图例为准，请核对。`, en: `In “${sheet}” ${other.map((it) => `“${it.mark}” usually means “${label(it.usual).en}”`).join(', ')}; the legend holds. See whether that is right.`,
      }]),
      ...(unknown.length === 0 ? [] : [{
        zh: `“${sheet}”的图例${unknown.map((it) => `“${it.mark}${it.words}”`).join('、')}没有对应的含义，请在“符号含义”中选定。`, en: `The legend of “${sheet}” says ${unknown.map((it) => `“${it.mark}${it.words}”`).join(', ')}, which the scheme does not know; choose the meaning under “Marks”.`,
      }]),
    ];
  });
}
