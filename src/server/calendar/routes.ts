import * as contracts from '#domain/calendar/contract.ts';
import { route, type Route } from '#server/platform/call.ts';
import { amendCalendar } from './amend-calendar.ts';
import { announceCalendar } from './announce-calendar.ts';
import { readCalendar } from './read-calendar.ts';
import { withdrawCalendar } from './withdraw-calendar.ts';

export const calendarRoutes: readonly Route[] = [
  route(contracts.readCalendar, readCalendar),
  route(contracts.announceCalendar, announceCalendar),
  route(contracts.amendCalendar, amendCalendar),
  route(contracts.withdrawCalendar, withdrawCalendar),
];
