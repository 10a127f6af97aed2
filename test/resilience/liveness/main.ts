import { printVerdict } from '../support/report.js';
import { rowsWith } from './dependencies.js';
import { isLive, LIMIT_S, type Result } from './measures.js';
import { runLiveness } from './run.js';

/** `npm run liveness`: every bad dependency beside healthy mappings, and the bot in which it must be found out. */
const print = (name: string, { lateS, eventLateS, checks, delivered, spent, accepted }: Result): void =>
  void process.stdout.write(
    `${name}: latest healthy check ${lateS.toFixed(1)} s after its interval (limit ${LIMIT_S}), oldest event waited ${eventLateS.toFixed(1)} s (limit ${LIMIT_S}), healthy checks ${checks}, events delivered ${delivered}, calls spent ${spent}, accepted ${accepted}\n`,
  );

const LOG_FILES = 10_000;

let isAllSound = true;
let isProved = true;
for (const { bad, sabotage } of rowsWith(LOG_FILES)) {
  const result = await runLiveness(bad);
  isAllSound &&= isLive(result, bad.maxSpent);
  print(bad.name, result);
  const found = await runLiveness(bad, sabotage);
  isProved &&= !isLive(found, bad.maxSpent);
  print(`  sabotage, ${sabotage.name}`, found);
}
printVerdict({ isAllSound, isProved });
