import type { Register } from '#domain/schemes/format/register-shape.ts';
import type { RegisterCard } from './contract.ts';

/** The declaration with everything it leaves open said: what forms, tables and files are made of. */
export const registerCardOf = (it: Register): RegisterCard => ({
  id: it.id, label: it.label, persons: it.persons, parts: it.parts ?? [], lasts: it.lasts ?? false, ahead: it.ahead ?? (it.lasts === true && it.keptBy === 'office'),
  fields: (it.fields ?? []).map(({ id, label, kind, levels = [], required = false, least = null, most = null }) => ({ id, label, kind, levels, required, least, most })),
  keptBy: it.keptBy, confirmedBy: it.confirmedBy ?? 'nobody', privacy: it.privacy ?? 'open', guidance: it.guidance ?? null, clause: it.clause ?? null,
});
