/** What vite and vitest ask of a plugin, as far as this one answers. */
interface SourcePlugin {
  readonly name: string;
  readonly enforce: 'pre';
  /** Runs with different faults share what they made of all other files. */
  readonly api: { readonly vitest: { readonly experimental: { readonly ignoreFsModuleCache: true } } };
  configureVitest(vitest: { experimental_defineCacheKeyGenerator(keyOf: (asked: { id: string }) => false | undefined): void }): void;
  transform(code: string, id: string): string | null;
}

/** A change of one file: `find` stands in it exactly once. */
interface Change {
  readonly name: string;
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

/**
 * Plants the fault that `ZHIBU_FAULT` names, before any other plugin sees the source; nothing when none is named. Throws
 * where the fault is unknown or its text does not stand in the file exactly once, so that no fault rots unseen.
 */
export function plantedFault(known: readonly Change[]): SourcePlugin[] {
  const name = process.env['ZHIBU_FAULT'];
  if (name === undefined || name === '') return [];
  const fault = known.find((one) => one.name === name);
  // The faults of other projects are not ours to plant.
  if (!fault) return [];
  const isChanged = (id: string): boolean => id.split('?')[0]?.endsWith(`/${fault.file}`) ?? false;
  return [{
    name: `planted-fault-${name}`,
    enforce: 'pre',
    api: { vitest: { experimental: { ignoreFsModuleCache: true } } },
    // A file with a fault is kept for nobody and taken from nobody.
    configureVitest: (vitest) => vitest.experimental_defineCacheKeyGenerator(({ id }) => (isChanged(id) ? false : undefined)),
    transform(code, id) {
      if (!isChanged(id)) return null;
      const times = code.split(fault.find).length - 1;
      if (times !== 1) throw new Error(`The text of the planted fault ${name} stands ${times} times in ${fault.file}, not once.`);
      return code.replace(fault.find, () => fault.replace);
    },
  }];
}
