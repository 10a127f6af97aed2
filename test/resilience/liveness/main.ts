import { printVerdict } from '../support/report.js';
import { rows } from './dependencies.js';
import { isLive, LIMIT_S, type Result } from './measures.js';
import { runLiveness } from './run.js';

/** `npm run liveness`: every bad dependency beside healthy mappings, and the bot in which it must be found out. */
const print = (name: string, { lateS, eventLateS, checks, delivered, spent, accepted }: Result): void =>
  void process.stdout.write(
    `${name}: latest healthy check ${lateS.toFixed(1)} s after its interval (limit ${LIMIT_S}), oldest event waited ${eventLateS.toFixed(1)} s (limit ${LIMIT_S}), healthy checks ${checks}, events delivered ${delivered}, calls spent ${spent}, accepted ${accepted}\n`,
  );

let isAllSound = true;
let isProved = true;
for (const { bad, sabotage } of rows) {
  const result = await runLiveness(bad);
  isAllSound &&= isLive(result);
  print(bad.name, result);
  const found = await runLiveness(bad, sabotage);
  isProved &&= !isLive(found);
  print(`  sabotage, ${sabotage.name}`, found);
}
printVerdict({ isAllSound, isProved });
