import { isWildcard } from '../../core/hostname.js';
import { hasAnyInTurns } from '../../util/concurrency/event-loop.js';
import type { LongList } from '../../util/parted-list.js';
import { type HostingProvider, ProviderError } from '../provider.js';
import { ClosteConnection, type ClosteOptions } from './connection.js';
import { assertSuccess, readAliases } from './response.js';

/** Closte's error for an addition without a domain; its own plugins test a key this way. */
const GOOD_KEY = 'Invalid or empty domain:';

/** Closte's client API for one app. Never retries: only the caller knows whether that is safe. */
export function createClosteProvider(options: ClosteOptions): HostingProvider {
  const connection = new ClosteConnection(options);
  return {
    listAliases: () => listAliases(connection),
    addAlias: async (hostname) =>
      (await isDoneAlready(connection, '/adddomainalias', hostname)) ? 'already' : 'added',
    removeAlias: async (hostname) =>
      (await isDoneAlready(connection, '/deletedomainalias', hostname)) ? 'already' : 'removed',
    testConnection: () => testKey(connection),
  };
}

async function listAliases(connection: ClosteConnection): Promise<LongList<string> | 'unreadable'> {
  const [answer, status] = await connection.get('/getdomains');
  assertSuccess(answer, status);
  return readAliases(answer['domains']);
}

/** Adds or removes an alias. A refusal may mean that it is done already: the list says so. */
async function isDoneAlready(
  connection: ClosteConnection,
  path: '/adddomainalias' | '/deletedomainalias',
  hostname: string,
): Promise<boolean> {
  const alias = { domain: hostname, wildcard: isWildcard(hostname) ? '1' : '0' };
  try {
    assertSuccess(...(await connection.post(path, 'write', alias)));
    return false;
  } catch (error) {
    const isWanted = path === '/adddomainalias';
    const isRefusal = error instanceof ProviderError && error.code === 'refused';
    if (isRefusal && (await isListed(connection, hostname)) === isWanted) return true;
    throw error;
  }
}

/** Undefined if the list can't tell. */
async function isListed(connection: ClosteConnection, hostname: string): Promise<boolean | undefined> {
  try {
    const aliases = await listAliases(connection);
    if (aliases === 'unreadable') return undefined;
    return await hasAnyInTurns(aliases, (alias) => alias === hostname);
  } catch {
    return undefined;
  }
}

async function testKey(connection: ClosteConnection): Promise<void> {
  // Without a domain nothing can be added, so this only reads.
  const [answer, status] = await connection.post('/adddomainalias', 'read', {});
  if (!answer.success && answer.error?.trimEnd() === GOOD_KEY) return;
  assertSuccess(answer, status);
  throw new ProviderError('wrong-shape', 'Closte answered the key test in an unknown format.', {
    retryable: false,
    outcomeUnknown: false,
    status,
  });
}
