// Repeats a draw of the quarterly spot check from its proof file, and says whether it comes out the same.
//   node scripts/verify-draw.mjs zhibu-draw-2026-Q4.json [the hash that was published]
// It needs nothing of ours: read it, or write your own from these six lines.
//   1. The hash of the list is SHA-256 of its text in UTF-8, to the letter.
//   2. The seed is SHA-256 of that hash and the words, one in each line, in the order in which they were typed.
//   3. The lot of a branch is SHA-256 of the seed, a new line, and its number; of an item in it, and a new line and the item.
//   4. Of each stratum the share is taken, rounded up: first who was not drawn for so many quarters, then the others, the smallest lot first.
//   5. In a branch the items are looked at that only a check marks, its gaps, and of the others the eight with the smallest lots.
//   6. Hashes are compared as lower-case hexadecimal digits.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const sha256 = (text) => createHash('sha256').update(text, 'utf8').digest('hex');
const quarterNumber = (quarter) => Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(6));
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
const byLot = (one, other) => (one.lot < other.lot ? -1 : 1);
const ITEMS_BY_LOT = 8;

const [file, published] = process.argv.slice(2);
if (file === undefined) {
  console.error('usage: node scripts/verify-draw.mjs <proof file> [published hash]');
  process.exit(2);
}
const proof = JSON.parse(readFileSync(file, 'utf8'));
const faults = [];
const check = (holds, fault) => { if (!holds) faults.push(fault); };

const lines = proof.list.split('\n').filter((line) => line !== '').map((line) => line.split('\t'));
const field = (name) => lines.find(([key]) => key === name)?.[1] ?? '';
const branches = lines.filter(([key]) => key === 'branch').map(([, code, stratum, last]) => ({ code, stratum, last }));
const items = lines.filter(([key]) => key === 'item').map(([, item, how]) => ({ item, marked: how === 'marked' }));
const [quarter, share, quarters] = [field('quarter'), Number(field('share')), Number(field('quarters'))];

check(lines[0]?.[0] === 'zhibu spot check list 1', 'the list is of a form that this program does not know');
check(sha256(proof.list) === proof.listHash, 'the list is not the one that the hash in the file is of');
check(published === undefined || published === proof.listHash, 'the hash in the file is not the one that was published');
check(proof.quarter === quarter, 'the file is of another quarter than the list');
check(proof.words.length >= 2, 'fewer than two people typed a word');

const seed = sha256([proof.listHash, ...proof.words].join('\n'));
check(seed === proof.seed, 'the seed does not follow from the hash and the words');

const drawn = [...new Set(branches.map(({ stratum }) => stratum))].flatMap((stratum) => {
  const inStratum = branches.filter((one) => one.stratum === stratum).map((one) => ({ ...one, lot: sha256(`${seed}\n${one.code}`) }));
  const waited = ({ last }) => last === 'never' || quarterNumber(quarter) - quarterNumber(last) > quarters;
  const ordered = [...inStratum.filter(waited).sort(byLot), ...inStratum.filter((one) => !waited(one)).sort(byLot)];
  return ordered.slice(0, Math.ceil((inStratum.length * share) / 10_000)).map(({ code }) => code);
}).sort();
check(same(drawn, [...proof.drawn].sort()), `the draw takes ${drawn.join(', ')}; the file says ${proof.drawn.join(', ')}`);

for (const { code, gaps, items: said } of proof.sheets ?? []) {
  const lots = items.filter(({ item, marked }) => !marked && !gaps.includes(item)).map(({ item }) => ({ item, lot: sha256(`${seed}\n${code}\n${item}`) }));
  const byChance = lots.sort(byLot).slice(0, ITEMS_BY_LOT).map(({ item }) => item);
  const looked = items.filter(({ item, marked }) => marked || gaps.includes(item) || byChance.includes(item)).map(({ item }) => item);
  check(same(looked, said), `in ${code} the items are ${looked.join(', ')}; the file says ${said.join(', ')}`);
}

if (faults.length === 0) console.log(`${quarter}: the draw comes out the same: ${drawn.join(', ')}`);
else for (const fault of faults) console.error(`${quarter}: ${fault}`);
process.exit(faults.length === 0 ? 0 : 1);
