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
 * Plants the fault that `ZHIBU_FAULT` names when a source is read, before any other plugin sees it; nothing when none is
 * named. Throws where its text does not stand in the file exactly once, so that no fault rots unseen.
 */
export function plantedFault(known: readonly Change[]): SourcePlugin {
  /** The faults of other projects are not ours to plant. */
  const plantedIn = (id: string): Change | undefined =>
    known.find(({ name, file }) => name === process.env['ZHIBU_FAULT'] && id.split('?')[0]?.endsWith(`/${file}`));
  return {
    name: 'planted-fault',
    enforce: 'pre',
    api: { vitest: { experimental: { ignoreFsModuleCache: true } } },
    // A file with a fault is kept for nobody and taken from nobody.
    configureVitest: (vitest) => vitest.experimental_defineCacheKeyGenerator(({ id }) => (plantedIn(id) ? false : undefined)),
    transform(code, id) {
      const fault = plantedIn(id);
      if (!fault) return null;
      const times = code.split(fault.find).length - 1;
      if (times !== 1) throw new Error(`The text of the planted fault ${fault.name} stands ${times} times in ${fault.file}, not once.`);
      return code.replace(fault.find, () => fault.replace);
    },
  };
}
