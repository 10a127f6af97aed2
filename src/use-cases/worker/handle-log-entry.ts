import { loggedMoment } from '../../multisite/logs/entry.js';
import { hostnamesOf, logKindOf, logReasonOf, withoutPrivate } from '../../multisite/logs/patterns.js';
import type { Logged } from '../../multisite/logs/reader.js';
import type { App, Ports } from '../ports.js';
import type { ErrorReporter } from './error-reporter.js';

/** Reports an entry of a network's logs in the threads of its hostnames. */
export async function handleLogEntry(
  deps: Pick<Ports, 'log' | 'secrets' | 'store'>,
  errorReporter: ErrorReporter,
  { name: app, multisite }: App,
  { id, file, entry }: Logged,
): Promise<void> {
  const reason = logReasonOf(entry.message);
  // If the domain record can be read, its stage shows the same, with the time and a button.
  if (multisite?.rest && (reason === 'dns-given-up' || reason === 'ssl-given-up')) return;
  for (const hostname of hostnamesOf(file, entry.message)) {
    try {
      await report(hostname);
    } catch (error) {
      // Continue with the next hostname and line: reading the file again from here would never end.
      deps.log.error({ err: error, app, hostname, file }, 'network log line could not be processed');
    }
  }

  async function report(hostname: string): Promise<void> {
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
