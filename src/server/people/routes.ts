import { readPeopleChanges as changesContract } from '#domain/people/changes-contract.ts';
import * as contracts from '#domain/people/contract.ts';
import { showParticulars as disclosureContract } from '#domain/people/disclosure-contract.ts';
import { mergeBranch as mergeContract } from '#domain/people/merger-contract.ts';
import { route, type Route } from '#server/platform/call.ts';
import { appointPost } from './appoint-post.ts';
import { changePerson } from './change-person.ts';
import { correctMembership } from './correct-membership.ts';
import { endMembership } from './end-membership.ts';
import { endPost, withdrawPost } from './end-post.ts';
import { enterPerson } from './enter-person.ts';
import { mergeBranch } from './merge-branch.ts';
import { readPeople } from './read-people.ts';
import { readPeopleChanges } from './read-people-changes.ts';
import { readPerson } from './read-person.ts';
import { showParticulars } from './show-particulars.ts';
import { transferPerson } from './transfer-person.ts';

export const peopleRoutes: readonly Route[] = [
  route(contracts.readPeople, readPeople),
  route(contracts.readPerson, readPerson),
  route(changesContract, readPeopleChanges),
  route(contracts.enterPerson, enterPerson),
  route(contracts.changePerson, changePerson),
  route(disclosureContract, showParticulars),
  route(contracts.transferPerson, transferPerson),
  route(mergeContract, mergeBranch),
  route(contracts.correctMembership, correctMembership),
  route(contracts.endMembership, endMembership),
  route(contracts.appointPost, appointPost),
  route(contracts.endPost, endPost),
  route(contracts.withdrawPost, withdrawPost),
];
