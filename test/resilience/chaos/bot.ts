import { startBot } from '../../../src/app/create-bot.js';
import { loadConfig } from '../../../src/config/config.js';
import { createLog } from '../../../src/util/log.js';
import { isSabotage, sabotages } from '../support/sabotage.js';

/** The bot as a process, with the sabotage that its one argument names. */
const [, , name] = process.argv;
if (!isSabotage(name)) throw new Error(`there is no sabotage “${name}”`);
const config = loadConfig(process.env);
const log = createLog({ level: config.logLevel, secrets: config.secrets });
await startBot(config, { log, wrap: sabotages[name] });
