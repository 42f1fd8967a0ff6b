import { foundOrganisation } from '#domain/orgs/contract.ts';
import * as draws from '#domain/spot-checks/draw-contract.ts';
import { asking, type Asked, type Bench } from './bench.ts';

const terms = { share: 2500, quarters: 3 };

/** A committee that nobody has drawn for, with one branch. */
async function committee(bench: Bench): Promise<string> {
  const found = async (category: '611' | '631', parent: string): Promise<string> => {
    const number = `X${bench.next()}`;
    return (await bench.as('fangmin').call(foundOrganisation, { category, number, name: `中共示例市公安局${number}`, shortName: number, founded: '2026-01-01', parent })).id;
  };
  const organisation = await found('611', bench.on('organs'));
  await found('631', organisation);
  return organisation;
}

const published = async (bench: Bench): Promise<{ draw: string }> => {
  const organisation = await committee(bench);
  return { draw: (await bench.as('fangmin').call(draws.publishDraw, { organisation, ...terms })).draw };
};

const witnessed = async (bench: Bench): Promise<{ draw: string }> => {
  const { draw } = await published(bench);
  await bench.as('fangmin').call(draws.giveDrawWord, { draw, word: '海棠' });
  await bench.as('shenyi').call(draws.giveDrawWord, { draw, word: '春风' });
  return { draw };
};

/** The draw of the committee to which the branches of the cast belong, made when it is asked for first. */
async function ofOrgans(bench: Bench): Promise<{ draw: string }> {
  const organisation = bench.on('organs');
  const { items } = await bench.as('fangmin').call(draws.listDraws, {});
  const there = items.find((it) => it.organisation.id === organisation);
  return { draw: there?.draw ?? (await bench.as('fangmin').call(draws.publishDraw, { organisation, ...terms })).draw };
}

export const spotCheckRequests: readonly Asked[] = [
  asking(draws.listDraws, 'luojian', () => ({ year: 2026 })),
  asking(draws.readDraw, 'luojian', ofOrgans),
  asking(draws.exportDrawProof, 'luojian', ofOrgans),
  asking(draws.readDrawForm, 'fangmin', (bench) => ({ organisation: bench.on('organs') })),
  asking(draws.publishDraw, 'fangmin', async (bench) => ({ organisation: await committee(bench), ...terms })),
  asking(draws.giveDrawWord, 'shenyi', async (bench) => ({ ...(await published(bench)), word: '海棠' })),
  asking(draws.carryOutDraw, 'fangmin', witnessed),
  asking(draws.voidDraw, 'fangmin', async (bench) => ({ ...(await published(bench)), reason: '名单有误' })),
];
