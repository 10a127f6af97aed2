import { startBot } from '../../../src/app/create-bot.js';
import type { PortWrappers } from '../../../src/app/runtime.js';
import { loadConfig } from '../../../src/config/config.js';
import { createLog } from '../../../src/util/log.js';
import { isKillPoint, killPoints } from '../support/kill-points.js';
import { isSabotage, sabotages } from '../support/sabotage.js';

/** The bot as a process, with what its arguments name: sabotages, and where it dies, the innermost first. */
function wrapperOf(name: string): PortWrappers {
  if (isKillPoint(name)) return killPoints[name];
  if (isSabotage(name)) return sabotages[name];
  throw new Error(`there is no kill point and no sabotage “${name}”`);
}

function around(inner: PortWrappers, outer: PortWrappers): PortWrappers {
  return {
    store: (store) => apply(outer.store, apply(inner.store, store)),
    chat: (chat) => apply(outer.chat, apply(inner.chat, chat)),
  };
}

const apply = <Port>(wrap: ((port: Port) => Port) | undefined, port: Port): Port => wrap?.(port) ?? port;

const config = loadConfig(process.env);
const log = createLog({ level: config.logLevel, secrets: config.secrets });
await startBot(config, { log, wrap: process.argv.slice(2).map(wrapperOf).reduce(around, {}) });
