import { placeKey } from './called-by.ts';
import { plainTitle } from './cell-text.ts';
import type { KnownBranch, RosterGround } from './roster-ground.ts';

/** What may say of which branch a sheet is that has no column for it. */
export interface ToldBranch {
  readonly sheet: string;
  /** What stands above the header; of a file with one roster alone, its name too. */
  readonly titles: readonly string[];
}

/** A sheet of such a name is of that organisation and no other. */
const NAMES_A_PLACE = /支部|总支|委员会|党委|小组/;
const NAMED_IN_TITLE = /([^\s:：年月]{2,40}支部)/;
/** 1.看守所, 看守所（12人） and 看守所党员花名册 are of 看守所. */
const BESIDE_THE_NAME = /^\d+[.、\s-]*|\([^()]*\)$|(?:全体)?(?:党员|人员|民警)*(?:花?名册|名单|登记表|信息表|台账|明细表?)$/g;
const withoutParty = (name: string): string => placeKey(name).replace(/党(?=总?支)/, '');

/** The branch of a sheet by its name, else by its title; a title that names a branch which is none of ours means none of ours. */
export function branchTold({ sheet, titles }: ToldBranch, { branchCalled, branchIn }: Pick<RosterGround, 'branchCalled' | 'branchIn'>): KnownBranch | undefined {
  const bare = plainTitle(sheet).replaceAll(BESIDE_THE_NAME, '');
  const called = branchCalled(sheet) ?? (bare === '' ? undefined : branchCalled(bare));
  if (called || NAMES_A_PLACE.test(sheet)) return called;
  for (const title of titles.map(plainTitle)) {
    const [, named] = NAMED_IN_TITLE.exec(title) ?? [];
    const spoken = alone(title, branchIn);
    if (named === undefined && spoken) return spoken;
    if (named === undefined || /^(?:中共|中国共产党)?(?:党|本|各|全)*支部$/.test(named)) continue;
    return branchCalled(named) ?? (spoken && withoutParty(named).endsWith(withoutParty(spoken.name)) ? spoken : undefined);
  }
  return undefined;
}

/** The branch of which a title speaks; one that speaks of another one besides is of neither. */
function alone(title: string, branchIn: RosterGround['branchIn']): KnownBranch | undefined {
  const spoken = branchIn(title);
  if (!spoken) return undefined;
  const other = branchIn(withoutParty(title).replace(withoutParty(spoken.name).replace(/支部$/, ''), ''));
  return other === undefined || other === spoken ? spoken : undefined;
}
