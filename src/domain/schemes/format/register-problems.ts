import { builtInRegisters } from '#domain/schemes/built-in-registers.ts';
import { lacksForUse } from '#domain/schemes/register-uses.ts';
import { classShape, fieldShape, registerShape } from './register-shape.ts';
import type { Finder, Path } from './problem.ts';
import { rawNodes } from './node-list.ts';
import { fieldOf, itemsOf, textOf } from './raw-value.ts';
import { findConditions } from './match-problems.ts';
import { candidates, candidatesOf, registersIn, unknownName } from './scheme-names.ts';

/** Registers that cannot be filled in, classes that hold nobody or everybody, tags below what does not exist. */
export function findRegisterProblems(file: unknown, find: Finder): void {
  itemsOf(fieldOf(file, 'records')).forEach((raw, index) => { findRegister(raw, ['records', index], find); });
  itemsOf(fieldOf(file, 'classes')).forEach((raw, index) => { findClass(raw, ['classes', index], file, find); });
  const tags = candidatesOf(file, 'framework');
  itemsOf(fieldOf(file, 'framework')).forEach((raw, index) => {
    const under = textOf(fieldOf(raw, 'under'));
    if (under !== null && !tags.some(({ word }) => word === under)) find.atValue(['framework', index, 'under'], unknownName(under, 'framework', tags));
    if (under !== null && under === textOf(fieldOf(raw, 'id'))) find.atValue(['framework', index, 'under'], { zh: '标签不能归在自己下面。', en: 'A label cannot stand below itself.' });
  });
  findLabels(file, find);
  findUses(file, find);
}

/** A page has one register, and that has what the page shows. */
function findUses(file: unknown, find: Finder): void {
  const seen = new Set<string>();
  itemsOf(fieldOf(file, 'records')).forEach((raw, index) => {
    const register = registerShape.safeParse(raw).data;
    if (register?.use === undefined) return;
    const at = ['records', index, 'use'];
    if (seen.has(register.use)) find.atValue(at, { zh: '这个用途前面已有登记簿，一个用途只用一本。', en: 'Another register above has this use already; one register for each use.' });
    seen.add(register.use);
    for (const { zh, en } of lacksForUse(register)) find.atValue(at, { zh: `作此用途的登记簿${zh}。`, en: `A register of this use ${en}.` });
  });
}

function findRegister(raw: unknown, path: Path, find: Finder): void {
  const id = textOf(fieldOf(raw, 'id'));
  if (builtInRegisters.some((each) => each.id === id)) find.atValue([...path, 'id'], {
    zh: `“${id}”是系统自带的登记簿，不用写；本单位另有的请换一个代号。`, en: `“${id}” is a register of the product itself. Leave it out, or choose another id.`,
  });
  const seen = new Set<string>();
  itemsOf(fieldOf(raw, 'fields')).forEach((field, index) => {
    findField(field, [...path, 'fields', index], find);
    const fieldId = textOf(fieldOf(field, 'id'));
    if (fieldId !== null && seen.has(fieldId)) find.atValue([...path, 'fields', index, 'id'], { zh: `代号“${fieldId}”前面已经用过，请换一个。`, en: `The id “${fieldId}” is already taken above. Choose another.` });
    if (fieldId === 'days' || fieldId === 'persons') find.atValue([...path, 'fields', index, 'id'], { zh: `“${fieldId}”每条记录都有，请换一个代号。`, en: `Every entry has “${fieldId}” already. Choose another id.` });
    if (fieldId !== null) seen.add(fieldId);
  });
  const register = registerShape.safeParse(raw).data;
  if (register === undefined) return;
  if (register.parts !== undefined && register.persons === 'none') find.atWord([...path, 'parts'], { zh: '不涉及具体人的登记簿没有身份（parts）。', en: 'A register that names nobody has no parts.' });
  const keys = [...candidates(register.fields ?? []), ...['day', 'month', 'quarter', 'year', 'persons'].map((word) => ({ word, names: [] }))];
  register.key?.forEach((each, index) => {
    if (!keys.some(({ word }) => word === each)) find.atValue([...path, 'key', index], unknownName(each, { zh: '登记簿的栏目', en: 'the fields of the register' }, keys));
    else if (each === 'persons' && register.persons === 'none') find.atValue([...path, 'key', index], { zh: '这本登记簿不涉及具体人，不能按人查重。', en: 'This register names nobody: persons cannot tell entries apart.' });
  });
}

function findField(raw: unknown, path: Path, find: Finder): void {
  const field = fieldShape.safeParse(raw).data;
  if (field === undefined) return;
  const { kind, levels, least, most } = field;
  if (kind === 'level' && levels === undefined) find.atValue(path, { zh: '档次栏目要写明有哪几档（levels）。', en: 'A level needs its levels.' });
  if (kind !== 'level' && levels !== undefined) find.atWord([...path, 'levels'], { zh: '只有档次（kind: level）的栏目才写 levels。', en: 'Only a field of kind level has levels.' });
  if ((least !== undefined || most !== undefined) && !['count', 'ordinal', 'money', 'mark', 'minutes'].includes(kind)) {
    find.atWord([...path, least === undefined ? 'most' : 'least'], { zh: '只有数字栏目才写最小值、最大值。', en: 'Only a number has a least and a most.' });
  }
  if (least !== undefined && most !== undefined && least > most) find.atValue([...path, 'most'], { zh: '最大值比最小值还小。', en: 'The most is less than the least.' });
  const ids = (levels ?? []).map(({ id }) => id);
  ids.forEach((id, index) => {
    if (ids.indexOf(id) < index) find.atValue([...path, 'levels', index, 'id'], { zh: `代号“${id}”前面已经用过，请换一个。`, en: `The id “${id}” is already taken above. Choose another.` });
  });
}

function findClass(raw: unknown, path: Path, file: unknown, find: Finder): void {
  const it = classShape.safeParse(raw).data;
  if (it === undefined) return;
  const registers = registersIn(file);
  it.records?.forEach((id, index) => {
    if (!registers.some((each) => each.id === id)) find.atValue([...path, 'records', index], unknownName(id, 'records', candidates(registers)));
  });
  findConditions(it.where, [...path, 'where'], registers, it.records ?? [], find);
  if (it.staff === undefined && it.stages === undefined && it.committee === undefined && it.records === undefined) {
    find.atValue(path, { zh: '没有写任何条件，人人都会归到这一类；请写 staff、stages、committee 或 records。', en: 'Without a condition everybody is in this class: write staff, stages, committee or records.' });
  }
  if (it.are !== 'in' && it.clause === undefined) find.atValue([...path, 'are'], { zh: '不按常规计分的要写明条款（clause）。', en: 'Judging somebody otherwise needs its clause.' });
  if (it.are === 'otherwise' && it.parts === undefined) find.atValue([...path, 'are'], { zh: '另行计分的要写明计哪几个构成（parts）。', en: 'Say which parts are counted (parts).' });
  if (it.are !== 'otherwise' && it.parts !== undefined) find.atWord([...path, 'parts'], { zh: '只有另行计分（are: otherwise）才写 parts。', en: 'Only are: otherwise has parts.' });
  const nodes = rawNodes(file, 'points').flatMap(({ id }) => (id === null ? [] : [{ word: id, names: [] }]));
  it.parts?.forEach((id, index) => {
    if (!nodes.some(({ word }) => word === id)) find.atValue([...path, 'parts', index], unknownName(id, 'points', nodes));
  });
}

/** Labels that are stuck on activities, registers, parts and rules. */
function findLabels(file: unknown, find: Finder): void {
  const tags = candidatesOf(file, 'framework');
  const lists = (['activities', 'records'] as const).flatMap((list) => itemsOf(fieldOf(file, list)).map((raw, index) => ({ raw, path: [list, index] as Path })));
  for (const { raw, path } of [...lists, ...rawNodes(file, 'points'), ...rawNodes(file, 'indicators')]) {
    itemsOf(fieldOf(raw, 'labels')).forEach((label, index) => {
      if (typeof label === 'string' && !tags.some(({ word }) => word === label)) find.atValue([...path, 'labels', index], unknownName(label, 'framework', tags));
    });
  }
}
