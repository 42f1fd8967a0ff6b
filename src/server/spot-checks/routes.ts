import * as draws from '#domain/spot-checks/draw-contract.ts';
import { route, type Route } from '#server/platform/call.ts';
import { carryOutDraw, giveDrawWord } from './carry-out-draw.ts';
import { exportDrawProof } from './export-draw-proof.ts';
import { publishDraw, voidDraw } from './publish-draw.ts';
import { listDraws, readDraw, readDrawForm } from './read-draws.ts';

export const spotCheckRoutes: readonly Route[] = [
  route(draws.listDraws, listDraws),
  route(draws.readDraw, readDraw),
  route(draws.readDrawForm, readDrawForm),
  route(draws.publishDraw, publishDraw),
  route(draws.giveDrawWord, giveDrawWord),
  route(draws.carryOutDraw, carryOutDraw),
  route(draws.voidDraw, voidDraw),
  route(draws.exportDrawProof, exportDrawProof),
];
