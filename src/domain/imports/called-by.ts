/** Names of organisations, groups and teams are compared without blanks and without the width of brackets. */
export const placeKey = (name: string): string => name.normalize('NFKC').replaceAll(/\s/g, '');
/** 看守所支部 is what people write for 看守所党支部. */
const looseKey = (name: string): string => placeKey(name).replace(/党(?=总?支)/, '');

/** 看守所 is what a roster of the bureau writes in its column 单位. */
const unitKey = (name: string): string => looseKey(name).replace(/支部$/, '');

/** 警务保障处 is the unit of 中共示例市公安局警务保障处支部委员会, whatever the branch is called for short. */
const bareKey = (name: string): string => unitKey(name).replace(/^(?:中共|中国共产党).*?公安(?:分)?局(.*[^总])支部委员会$/, '$1');

/**
 * Finds an organisation by its name as people write it: exactly, or with and without the 党 of 党支部, or by its unit without
 * 党支部 or as its full name has it, where that means one organisation alone.
 * @param named names and numbers with what they stand for.
 */
export function calledBy<T>(named: readonly (readonly [name: string, it: T])[]): (written: string) => T | undefined {
  const exact = new Map(named.map(([name, it]) => [placeKey(name), it]));
  const loose = alone(named, looseKey);
  const unit = alone(named, unitKey);
  const bare = alone(named, bareKey);
  return (written) => exact.get(placeKey(written)) ?? loose.get(looseKey(written)) ?? unit.get(unitKey(written)) ?? bare.get(bareKey(written));
}

/** By a key of the names; one that several answer to means none of them. */
function alone<T>(named: readonly (readonly [name: string, it: T])[], keyOf: (name: string) => string): ReadonlyMap<string, T | undefined> {
  const found = new Map<string, T | undefined>();
  for (const [name, it] of named) {
    const key = keyOf(name);
    found.set(key, found.has(key) && found.get(key) !== it ? undefined : it);
  }
  return found;
}

/** The one organisation whose name, with or without 党支部, a text contains; the longest name counts, and two of one length mean none. */
export function spokenOf<T>(text: string, named: readonly (readonly [name: string, it: T])[]): T | undefined {
  const said = looseKey(text);
  const found = named.map(([name, it]) => ({ name: [looseKey(name), unitKey(name)].find((key) => key.length > 1 && said.includes(key)) ?? '', it })).filter(({ name }) => name !== '');
  const longest = Math.max(...found.map(({ name }) => name.length));
  const [first, ...others] = [...new Set(found.filter(({ name }) => name.length === longest).map(({ it }) => it))];
  return others.length === 0 ? first : undefined;
}
