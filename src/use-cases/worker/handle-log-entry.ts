import { loggedMoment } from '../../multisite/logs/entry.js';
import { hostnamesOf, logKindOf, logReasonOf, withoutPrivate } from '../../multisite/logs/patterns.js';
import type { Logged } from '../../multisite/logs/reader.js';
import type { App, Ports } from '../ports.js';
import type { ErrorReporter } from './error-reporter.js';

/** Tells an entry of a network's logs in the threads of the hostnames that it is about. */
export async function handleLogEntry(
  deps: Pick<Ports, 'log' | 'secrets' | 'store'>,
  errorReporter: ErrorReporter,
  { name: app, multisite }: App,
  { id, file, entry }: Logged,
): Promise<void> {
  const reason = logReasonOf(entry.message);
  // Where the record can be read its stage says so, with the time and a button.
  if (multisite?.rest && (reason === 'dns-given-up' || reason === 'ssl-given-up')) return;
  for (const hostname of hostnamesOf(file, entry.message)) {
    try {
      await tellOf(hostname);
    } catch (error) {
      // The next hostname and the next line go on: a file that is read again from here would never end.
      deps.log.error({ err: error, app, hostname, file }, 'network log line could not be processed');
    }
  }

  async function tellOf(hostname: string): Promise<void> {
    const stored = await deps.store.findLive(hostname);
    if (stored?.mapping.app !== app) return;
    await errorReporter.report({
      id,
      mapping: stored.mapping.id,
      source: file.replace(/\.log$/, ''),
      message: withoutPrivate(entry.message, deps.secrets()),
      kind: logKindOf(entry.message),
      reason,
      loggedAt: loggedMoment(entry.at),
    });
  }
}
