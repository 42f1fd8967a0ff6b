import type { Words } from '#domain/words/words.ts';
import { plainText, plainTitle } from './cell-text.ts';
import { isClosingLine } from './closing-line.ts';
import { headIn } from './head-rows.ts';
import { filled } from './merged-cells.ts';
import type { SheetLines } from './reshaped-table.ts';
import { looksLikeHeader, missingIn, readHeader, rosterColumns, titlesKnown, TOLD_OTHERWISE, type RosterHeader, type RosterKey } from './roster-columns.ts';
import { sheetsOverNotices, stageNotices } from './roster-sheet-notices.ts';
import { refuseSheet } from './sheet-refusals.ts';
import type { LinePlace } from './table-line.ts';
import { stageTold, type StageTold } from './told-stage.ts';
import type { ToldBranch } from './told-branch.ts';

/** A line of a roster that stands in several sheets, under the titles of the template. */
export interface RosterSheetLine {
  readonly cells: readonly string[];
  readonly place: LinePlace;
  /** What may say of which branch it is, where no cell does; the name of the sheet stands in the cell until then. */
  readonly told: ToldBranch | null;
}

/** Sheets of a roster as one table. */
export interface RosterSheets {
  readonly header: RosterHeader;
  readonly lines: readonly RosterSheetLine[];
  /** How it was read, and what of it was not. */
  readonly notices: readonly Words[];
}

interface BranchSheet {
  readonly name: string;
  readonly header: RosterHeader;
  readonly lines: SheetLines['lines'];
  readonly titles: readonly string[];
}

/**
 * A roster without the columns of the template, of one sheet for each branch: the branch stands in the name or the title of the
 * sheet, and who is a member shows by the days of joining or by a title that says 党员. Sheets that are no roster are passed
 * over and said.
 * @returns null when no sheet has the header of a roster.
 * @throws SheetColumnsMissing
 */
export function rosterSheets(sheets: readonly SheetLines[], fileName: string): RosterSheets | null {
  const stem = fileName.replace(/\.\w+$/, '');
  const read: BranchSheet[] = [];
  const incomplete: { readonly sheet: string; readonly missing: readonly string[] }[] = [];
  const passedOver: string[] = [];
  for (const sheet of sheets) {
    const name = sheet.sheet === '' ? stem : sheet.sheet;
    const head = headIn(sheet.lines, (cells) => (looksLikeHeader(cells) ? { cells, missing: missingIn(cells, TOLD_OTHERWISE) } : null), titlesKnown);
    if (head === null && sheet.lines.length > 0) passedOver.push(name);
    if (head === null) continue;
    const titles = head.above.flatMap(({ cells }) => cells.filter((it) => it.trim() !== ''));
    const found = head.header.missing.length > 0 ? null : readHeader(head.header.cells, TOLD_OTHERWISE);
    if (found === null || !tellsStage(found, [name, ...titles, stem])) incomplete.push({ sheet: name, missing: found === null ? head.header.missing : [titleOf('stage')] });
    else read.push({ name, header: found, titles, lines: filled(head.below.filter(({ cells }) => !isClosingLine(cells)), sheet.merged) });
  }
  const [first] = incomplete;
  if (read.length === 0 && first) throw refuseSheet('SheetColumnsMissing', { titles: first.missing });
  return read.length === 0 ? null : asOne(read, stem, sheetsOverNotices(passedOver, incomplete));
}

const titleOf = (key: RosterKey): string => rosterColumns.find((it) => it.key === key)?.title ?? key;
const OF_MEMBERS = /(?<!非)党员/;
const areMembers = (said: readonly string[]): boolean => said.some((it) => OF_MEMBERS.test(plainTitle(it)));
const tellsStage = ({ at }: RosterHeader, said: readonly string[]): boolean => at.has('stage') || at.has('joinedParty') || areMembers(said);

const OFFICES = '职务';

/** An empty cell of posts ends them, so they are read only where every sheet has the column; anything else that is empty stays as it is. */
function asOne(sheets: readonly BranchSheet[], stem: string, over: readonly Words[]): RosterSheets {
  const withPosts = sheets.filter(({ header }) => header.at.has('post'));
  const hasPosts = withPosts.length === sheets.length;
  const keys = rosterColumns.map(({ key }) => key).filter((key) => TOLD_OTHERWISE.includes(key) || (key === 'post' ? hasPosts : sheets.some(({ header }) => header.at.has(key))));
  const hasOffices = !hasPosts && sheets.some(({ header }) => header.offices !== null);
  const stages: { readonly place: LinePlace; readonly stage: StageTold }[] = [];
  const lines = sheets.flatMap((sheet) => sheet.lines.map(({ row, cells }): RosterSheetLine => {
    const cell = (key: RosterKey): string => cells[sheet.header.at.get(key) ?? -1] ?? '';
    const place = { sheet: sheet.name, row, at: 0 };
    const told = plainText(cell('branch')) === '' ? { sheet: sheet.name, titles: sheets.length === 1 ? [...sheet.titles, stem] : sheet.titles } : null;
    const stage = sheet.header.at.has('stage') ? null : stageTold(cell('joinedParty'), cell('becameFull'), sheet.header.at.has('becameFull'), areMembers([sheet.name, ...sheet.titles, stem]));
    if (stage !== null) stages.push({ place, stage });
    const said: Partial<Record<RosterKey, string>> = { ...(told === null ? {} : { branch: sheet.name }), ...(stage === null ? {} : { stage: stage.written }) };
    return { place, told, cells: [...keys.map((key) => said[key] ?? cell(key)), ...(hasOffices ? [cells[sheet.header.offices ?? -1] ?? ''] : [])] };
  }));
  const header = {
    ...readHeader([...keys.map(titleOf), ...(hasOffices ? [OFFICES] : [])]),
    hasIdNumber: sheets.some((it) => it.header.hasIdNumber), others: [...new Set([...sheets.flatMap((it) => it.header.others), ...(withPosts.length > 0 && !hasPosts ? [titleOf('post')] : [])])],
  };
  return { header, lines, notices: [...over, ...stageNotices(stages)] };
}
