import * as contracts from '#domain/registers/contract.ts';
import { route, type Route } from '#server/platform/call.ts';
import { confirmRegisterEntry } from './confirm-entry.ts';
import { exportRegister } from './export-register.ts';
import { listRegisterEntries } from './list-entries.ts';
import { listRegisters } from './list-registers.ts';
import { readRegisterEntry } from './read-entry.ts';
import { readRegisterForm } from './read-entry-form.ts';
import { amendRegisterEntry, recordRegisterEntry } from './record-entry.ts';
import { withdrawRegisterEntry } from './withdraw-entry.ts';

export const registerRoutes: readonly Route[] = [
  route(contracts.listRegisters, listRegisters),
  route(contracts.listRegisterEntries, listRegisterEntries),
  route(contracts.readRegisterEntry, readRegisterEntry),
  route(contracts.readRegisterForm, readRegisterForm),
  route(contracts.recordRegisterEntry, recordRegisterEntry),
  route(contracts.amendRegisterEntry, amendRegisterEntry),
  route(contracts.withdrawRegisterEntry, withdrawRegisterEntry),
  route(contracts.confirmRegisterEntry, confirmRegisterEntry),
  route(contracts.exportRegister, exportRegister),
];
