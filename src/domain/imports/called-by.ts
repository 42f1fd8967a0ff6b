/** Names of organisations, groups and teams are compared without blanks and without the width of brackets. */
export const placeKey = (name: string): string => name.normalize('NFKC').replaceAll(/\s/g, '');
/** 看守所支部 is what people write for 看守所党支部. */
const looseKey = (name: string): string => placeKey(name).replace(/党(?=总?支)/, '');

/**
 * Finds an organisation by its name as people write it: exactly, or with and without the 党 of 党支部 where that means one
 * organisation alone.
 * @param named names and numbers with what they stand for.
 */
export function calledBy<T>(named: readonly (readonly [name: string, it: T])[]): (written: string) => T | undefined {
  const exact = new Map(named.map(([name, it]) => [placeKey(name), it]));
  const loose = new Map<string, T | undefined>();
  for (const [name, it] of named) {
    const key = looseKey(name);
    loose.set(key, loose.has(key) && loose.get(key) !== it ? undefined : it);
  }
  return (written) => exact.get(placeKey(written)) ?? loose.get(looseKey(written));
}
