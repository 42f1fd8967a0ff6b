import type { ActName } from '#domain/access/acts.ts';
import type { Register } from '#domain/schemes/format/register-shape.ts';

/** The act by which a register is filled in. */
export function enteringAct({ keptBy }: Register): ActName {
  switch (keptBy) {
    case 'branch': return 'enterRegisters';
    case 'office': return 'enterOfficeRegisters';
    case 'discipline': return 'enterDiscipline';
  }
}

/** The act by which an entry is confirmed; one that only waits because its recorder stands in it goes to the secretary. */
export function confirmingAct({ confirmedBy, keptBy }: Register): ActName {
  if (confirmedBy === 'discipline' || keptBy === 'discipline') return 'enterDiscipline';
  return confirmedBy === 'office' || keptBy === 'office' ? 'confirmOfficeRegisters' : 'confirmRegisters';
}

/** The acts of which one is enough to see an entry, beside being named in it. */
export function readingActs(register: Register): readonly ActName[] {
  switch (register.privacy ?? 'open') {
    case 'open': return ['readRegisters', enteringAct(register), confirmingAct(register)];
    case 'own': return [enteringAct(register), confirmingAct(register)];
    case 'discipline': return ['readDiscipline'];
  }
}

/** Whether colleagues of the branch may see it as well. */
export const isOpen = (register: Register): boolean => (register.privacy ?? 'open') === 'open';
