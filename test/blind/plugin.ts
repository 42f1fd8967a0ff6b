/** What vite asks of a plugin, as far as this one answers. */
interface SourcePlugin {
  readonly name: string;
  readonly enforce: 'pre';
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
  return [{
    name: `planted-fault-${name}`,
    enforce: 'pre',
    transform(code, id) {
      if (!id.split('?')[0]?.endsWith(`/${fault.file}`)) return null;
      const times = code.split(fault.find).length - 1;
      if (times !== 1) throw new Error(`The text of the planted fault ${name} stands ${times} times in ${fault.file}, not once.`);
      return code.replace(fault.find, () => fault.replace);
    },
  }];
}
