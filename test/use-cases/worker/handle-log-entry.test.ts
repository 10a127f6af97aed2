import { expect, it } from 'vitest';
import type { App } from '../../../src/use-cases/ports.js';
import type { ReportedError } from '../../../src/use-cases/worker/error-reporter.js';
import { handleLogEntry } from '../../../src/use-cases/worker/handle-log-entry.js';
import { recordingLog } from '../../store/temporary.js';

const SECRET = 'k1-secret-of-the-app';
const APP = { name: 'default' } as App;
const WITH_REST = { ...APP, multisite: { rest: {} } } as unknown as App;
const entry = (message: string, at = '2026-11-25 10:00:00') => ({ level: 'ERROR', at, message });

/** Handles one entry; resolves with what was reported and logged. `onApps`: the app of each mapped hostname. */
async function handled(
  message: string,
  {
    file = 'integration-closte.log',
    app = APP,
    onApps = { 'shop.example.com': 'default', 'blog.example.com': 'default' } as Record<string, string>,
    failing = '',
    at = undefined as string | undefined,
  } = {},
) {
  const reported: ReportedError[] = [];
  const { log, lines } = recordingLog();
  const store = {
    findLive: async (hostname: string) => {
      if (hostname === failing) throw new Error('can’t be read');
      return onApps[hostname] && { mapping: { id: `id of ${hostname}`, app: onApps[hostname] } };
    },
  } as never;
  await handleLogEntry(
    { store, log, secrets: () => [SECRET] },
    { report: async (error: ReportedError) => void reported.push(error) } as never,
    app,
    { id: 'e1', file, entry: entry(message, at) },
  );
  return { reported, lines };
}
const mappingsOf = (reported: readonly ReportedError[]) => reported.map(({ mapping }) => mapping);

it('a log entry is reported in the thread of each hostname that it names, with its time and reason', async () => {
  const { reported } = await handled('Invalid or empty domain: shop.example.com and blog.example.com');
  expect(mappingsOf(reported)).toEqual(['id of shop.example.com', 'id of blog.example.com']);
  expect(reported[0]).toMatchObject({
    id: 'e1',
    source: 'integration-closte',
    reason: 'invalid-domain',
    loggedAt: Date.UTC(2026, 10, 25, 10),
  });
});

it('a log named after a domain is about that domain alone', async () => {
  const { reported } = await handled('asked blog.example.com', { file: 'domain-shop.example.com.log' });
  expect(mappingsOf(reported)).toEqual(['id of shop.example.com']);
});

it('a hostname that isn’t mapped, or is mapped on another app, is passed over', async () => {
  const onApps = { 'shop.example.com': 'another' };
  const { reported } = await handled('error for shop.example.com and stranger.example.com', { onApps });
  expect(reported).toEqual([]);
});

it('secrets and personal data are left out of what is reported', async () => {
  const { reported } = await handled(`shop.example.com of ann@customer.example refused ${SECRET}`);
  expect(reported[0]?.message).toContain('[e-mail]');
  expect(reported[0]?.message).not.toMatch(/ann@|k1-secret/);
});

it('entries that differ in figures alone are of one kind, so that they count as one', async () => {
  const kinds = await Promise.all(
    ['try 1 for shop.example.com', 'try 22 for shop.example.com'].map(async (message) => {
      const { reported } = await handled(message);
      return reported[0]?.kind;
    }),
  );
  expect(kinds[0]).toBe(kinds[1]);
});

it.each(['DNS propagation checks tried for the max', 'SSL checks tried for the max'])(
  '“%s” is left to the domain record’s stage where the network can be read',
  async (message) => {
    const typed = `${message} for shop.example.com`;
    expect((await handled(typed, { app: WITH_REST })).reported).toEqual([]);
    expect((await handled(typed)).reported).toHaveLength(1);
  },
);

it('a hostname whose mapping can’t be read is logged; the others are reported', async () => {
  const { reported, lines } = await handled('shop.example.com and blog.example.com failed', {
    failing: 'shop.example.com',
  });
  expect(mappingsOf(reported)).toEqual(['id of blog.example.com']);
  expect(lines.map(({ message }) => message)).toEqual(['network log line could not be processed']);
});

it('an entry without a readable time is reported without one', async () => {
  const { reported } = await handled('shop.example.com failed', { at: 'yesterday' });
  expect(reported[0]).toMatchObject({ loggedAt: undefined });
});
