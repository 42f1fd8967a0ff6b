import { expect, test } from 'vitest';
import { calledBy, spokenOf } from './called-by.ts';
import type { KnownBranch } from './roster-ground.ts';
import { branchTold } from './told-branch.ts';

const branch = (name: string): KnownBranch => ({ id: name, name, groups: new Map(), teams: new Map() });
const named = [['看守所党支部', branch('看守所党支部')], ['中共示例市公安局看守所支部委员会', branch('看守所党支部')], ['刑侦大队党支部', branch('刑侦大队党支部')]] as const;
const one = new Map(named.map(([, it]) => [it.name, it]));
const alike = named.map(([name, it]) => [name, one.get(it.name) ?? it] as const);
const told = (sheet: string, ...titles: string[]): string | undefined =>
  branchTold({ sheet, titles }, { branchCalled: calledBy(alike), branchIn: (text) => spokenOf(text, alike) })?.name;

test('a sheet is of the branch that its name says, with what stands beside a name', () => {
  expect(['看守所党支部', '看守所支部', '看守所', '2.看守所', '看守所（12人）', '看守所党员花名册', '3、刑侦大队支部名册'].map((it) => told(it)))
    .toEqual(['看守所党支部', '看守所党支部', '看守所党支部', '看守所党支部', '看守所党支部', '看守所党支部', '刑侦大队党支部']);
});

test('a sheet without a name of its own is of the branch of its title', () => {
  expect([told('Sheet1', '看守所党支部党员花名册'), told('Sheet1', '中共示例市公安局看守所支部委员会党员名册'), told('Sheet2', '刑侦大队党员花名册'), told('Sheet1', '党支部党员花名册', '单位：看守所')])
    .toEqual(['看守所党支部', '看守所党支部', '刑侦大队党支部', '看守所党支部']);
});

test('a sheet of a branch that is none of ours, or of two, is not given to one whose name it contains', () => {
  expect([told('看守所第二党支部'), told('Sheet1', '看守所第二党支部党员花名册'), told('Sheet1', '党员花名册'), told('Sheet1', '看守所、刑侦大队党员花名册')]).toEqual([undefined, undefined, undefined, undefined]);
});
