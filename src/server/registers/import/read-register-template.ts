import { entryColumns } from '#domain/registers/entry-columns.ts';
import { registerCardOf } from '#domain/registers/register-card.ts';
import { takenBy } from '#server/access/taken-by-reads.ts';
import type { Call, FileAnswer } from '#server/platform/call.ts';
import { XLSX_MEDIA_TYPE } from '#server/platform/table-workbook.ts';
import { templateWorkbook } from '#server/platform/template-workbook.ts';
import { demandEnteringPlaces } from '#server/registers/entering-places.ts';
import { personsBelow } from '#server/registers/persons-here.ts';
import { registerOn } from '#server/registers/register-reads.ts';

/** Beyond so many, a list of people in a cell helps nobody to find one. */
const PEOPLE_MOST = 500;

/** The table of a register to fill in, with the places where the asker enters, and their people, as choices. @throws NotAllowed, NotFound */
export async function readRegisterTemplate(call: Call, input: { register: string }): Promise<FileAnswer> {
  const register = await registerOn(call.tx, input.register, call.today);
  const places = await demandEnteringPlaces(call, register);
  const people = register.persons === 'none' ? [] : await peopleOf(call, places.map(({ id }) => id));
  const isPerson = (key: string): boolean => key === 'persons' || key.startsWith('persons.');
  const bytes = await templateWorkbook({
    sheet: register.label.zh,
    columns: entryColumns(registerCardOf(register)).map(({ key, title, required, note, width, choice, isDay }) => ({
      title, note, width, isDay, required: required && !(key === 'organisation' && places.length === 1),
      choice: key === 'organisation' ? places.map(({ shortName }) => shortName) : isPerson(key) ? people : choice, strict: !isPerson(key),
    })),
    notes: [
      ...(register.guidance ? [register.guidance.zh] : []),
      ...(places.length === 1 ? [`党组织可以不填，空白即为${places[0]?.shortName ?? ''}。`] : []),
      ...(places.length > 1 && register.persons !== 'none' ? ['自己的表中没有“党组织”一列的，按人员当日所在的党组织登记；确定不了的，退回并说明原因。'] : []),
      '标题、说明可以写在表头上方，表头须在前 10 行之内；其他列可以保留，系统不导入。',
      '已经登记的事项不会重复登记，也不会改动；重复导入同一份表格是安全的。', '不写涉密内容。',
    ],
    taken: await takenBy(call, 'zh'),
  });
  return { fileName: `${register.label.zh}-模板.xlsx`, mediaType: XLSX_MEDIA_TYPE, bytes };
}

async function peopleOf(call: Call, places: readonly string[]): Promise<readonly string[]> {
  const people = new Map<string, string>();
  for (const place of places) {
    for (const { number, name } of await personsBelow(call, place, call.today)) people.set(number, `${name}(${number})`);
    if (people.size > PEOPLE_MOST) return [];
  }
  return [...people.keys()].sort().map((number) => people.get(number) ?? '');
}
