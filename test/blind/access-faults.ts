import type { Fault } from './faults.ts';

const once = 'src/server/platform/once.ts';

/** Faults in who may and in what is done once. */
export const accessFaults: readonly Fault[] = [
  {
    name: 'claim-forgotten',
    law: 'T5: whoever comes with a key is served, whether or not it was served before',
    file: once,
    find: 'if (claimed === 1) return undefined;',
    replace: 'if (claimed >= 0) return undefined;',
    test: { file: 'test/doubling.test.ts', name: 'endMySessions three times with one key is one effect and the same answer to the byte' },
    message: 'T5: a repeat was carried out again',
  },
  {
    name: 'claim-forgotten-when-cut',
    law: 'T3: a repeat after a lost answer is a new write',
    file: once,
    find: 'if (claimed === 1) return undefined;',
    replace: 'if (claimed >= 0) return undefined;',
    test: { file: 'test/lost-answer.test.ts', name: 'endMySessions whose answer is lost is carried out once, and the repeat gets the answer that was lost' },
    message: 'T3: the repeat was carried out again',
  },
  {
    name: 'fingerprint-unread',
    law: 'T5: a key is answered with what it got, whatever the body says now',
    file: once,
    find: 'kept.fingerprint !== fingerprint || ',
    replace: '',
    test: { file: 'test/doubling.test.ts', name: 'endMySessions is refused with a key that was used for something else, and without a key, and nothing is written' },
    message: 'T5: one key for two things',
  },
  {
    name: 'key-optional',
    law: 'T5: a write without a key is carried out all the same',
    file: once,
    find: "if (!key || !KEY_SHAPE.test(key)) throw refuse('KeyMissing', {});",
    replace: 'if (!key || !KEY_SHAPE.test(key)) return undefined;',
    test: { file: 'test/doubling.test.ts', name: 'endMySessions is refused with a key that was used for something else, and without a key, and nothing is written' },
    message: 'T5: a write without a key',
  },
  {
    name: 'scope-forgotten',
    law: 'T8: a role holds everywhere, wherever it was granted',
    file: 'src/domain/access/policy.ts',
    find: ' && lineage.includes(grant.organisation)',
    replace: '',
    test: { file: 'test/authorization.test.ts', name: 'recordSession is carried out for whom it should be and for nobody else, and a refusal writes nothing' },
    message: 'T8: a request that must be refused wrote something',
  },
  {
    name: 'granted-beyond-own',
    law: 'A6: a grantor gives roles on organisations that he does not reach',
    file: 'src/domain/access/granting.ts',
    find: "  if (!may(grantor, 'grantRoles', lineage).allowed) throw refuseAccess('GrantBeyondOwn', {});\n",
    replace: '',
    test: { file: 'src/domain/access/granting.test.ts', name: 'granting a role never raises the sum of rights beyond the subtree of the grantor' },
    message: 'Property failed',
  },
  {
    name: 'departed-stays',
    law: 'A13: who has left the bureau keeps his session',
    file: 'src/server/access/access-reads.ts',
    find: '\n      AND (a.person_id IS NULL OR EXISTS (SELECT FROM home))',
    replace: '',
    test: { file: 'src/server/access/sign-in.test.ts', name: 'signing in is over for somebody who has left the bureau, and says so only to who knows the password' },
    message: 'readSession was carried out',
  },
  {
    name: 'tries-taken-back',
    law: 'T14: a refusal takes the count of the wrong password back',
    file: 'src/server/access/prove-password.ts',
    find: 'await call.apart(async (tx) => ({',
    replace: 'await Promise.resolve(call.tx).then(async (tx) => ({',
    test: { file: 'src/server/access/sign-in.test.ts', name: 'signing in delays longer and longer, and counts tries although each was refused' },
    message: 'T14: live guesses',
  },
];
