import { type Logger, LogLevel } from '@slack/web-api';
import type { Log } from '../../util/log.js';

const MAX_LOGGED_TEXT = 1_000;

/** Passes log output of Bolt and the SDK to our log, truncated. */
export function boltLogger(log: Log): Logger {
  const words = (parts: readonly unknown[]) => parts.map(String).join(' ').slice(0, MAX_LOGGED_TEXT);
  return {
    debug: () => undefined,
    info: (...parts) => log.debug({ from: 'slack-sdk' }, words(parts)),
    warn: (...parts) => log.warn({ from: 'slack-sdk' }, words(parts)),
    error: (...parts) => log.error({ from: 'slack-sdk' }, words(parts)),
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  };
}
