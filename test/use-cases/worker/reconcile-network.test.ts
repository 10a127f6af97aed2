import { afterEach, beforeEach, expect, it } from 'vitest';
import type { DomainRecord, Multisite } from '../../../src/multisite/multisite.js';
import type { NetworkSnapshot } from '../../../src/multisite/reconcile.js';
import type { Store } from '../../../src/store/store.js';
import type { App, Ports } from '../../../src/use-cases/ports.js';
import { reconcileNetwork } from '../../../src/use-cases/worker/reconcile-network.js';
import { openStore, temporaryFolder } from '../../store/temporary.js';
import { START, TARGET } from '../../support/observations.js';
import { portsOf } from '../../support/use-cases.js';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let store: Store;
let deps: Ports;
let snapshot: NetworkSnapshot | undefined;
let listed: readonly DomainRecord[];

beforeEach(async () => {
  folder = await temporaryFolder();
  store = await openStore(folder.path, () => START);
  snapshot = undefined;
  listed = [];
  const never = () => Promise.reject(new Error('nothing is probed'));
  deps = portsOf({
    store,
    provider: { addAlias: never, removeAlias: never, listAliases: async () => [], testConnection: never },
    dns: { authoritative: never, resolvers: never, addresses: never },
    tls: { handshake: never },
    http: { front: async () => undefined, probe: never },
    now: () => START,
  });
});
afterEach(async () => {
  await store.close();
  await folder.remove();
});

/** The network answers from what it lists now, as a database does whose table is gone: with nothing, to every question. */
function networkApp(): App {
  const [known] = deps.apps.values();
  if (!known) throw new Error('no app');
  const rest: Partial<Multisite> = {
    listDomainRecords: async () => ({ domainRecords: listed, unreadable: [] }),
    getDomainRecord: async (id) => listed.find((each) => each.id === id),
  };
  return {
    ...known,
    target: TARGET,
    channel: 'C1',
    multisite: { host: 'network.example.org', rest: rest as Multisite },
  };
}

async function read(): Promise<void> {
  const known = {
    read: async () => snapshot,
    write: async (next: NetworkSnapshot) => {
      snapshot = next;
    },
  };
  await reconcileNetwork(deps, known, networkApp());
}

const recordsOf = (...ids: readonly number[]): DomainRecord[] =>
  ids.map((id) => ({
    id,
    domain: `shop${id}.example.com`,
    siteId: 2,
    stage: 'done',
    isActive: true,
    isPrimary: false,
    isSecure: true,
  }));
const intents = async () =>
  (await store.list({ offset: 0, limit: 20 })).mappings.map(({ alias }) => alias.intent);

/** Two domains that were there before the bot, and two that it follows. */
async function readTwice(): Promise<void> {
  listed = recordsOf(1, 2);
  await read();
  listed = recordsOf(1, 2, 3, 4);
  await read();
  expect(await intents()).toEqual(['add', 'add']);
}

it('an empty list where several were is a database that fails: nothing is unmapped, and nothing is new afterwards', async () => {
  await readTwice();
  listed = [];
  await expect(read()).rejects.toMatchObject({ name: 'ImplausibleList', gone: 2, of: 4 });
  await expect(read()).rejects.toMatchObject({ name: 'ImplausibleList' });
  expect(await intents()).toEqual(['add', 'add']);
  listed = recordsOf(1, 2, 3, 4);
  await read();
  expect(await intents()).toEqual(['add', 'add']);
});

it('most of a long list missing at once makes nothing new when it is back', async () => {
  const ids = Array.from({ length: 12 }, (_, at) => at + 1);
  listed = recordsOf(...ids.slice(0, 5));
  await read();
  for (let count = 6; count <= 12; count++) {
    listed = recordsOf(...ids.slice(0, count));
    await read();
  }
  listed = recordsOf(1);
  await expect(read()).rejects.toMatchObject({ name: 'ImplausibleList', gone: 7 });
  listed = recordsOf(...ids);
  await read();
  expect(await intents()).toEqual(Array(7).fill('add'));
});

it('one deleted record is followed, the last one, too', async () => {
  await readTwice();
  listed = recordsOf(1, 2, 3);
  await read();
  listed = recordsOf(3);
  await read();
  expect((await intents()).toSorted()).toEqual(['add', 'remove']);
  listed = [];
  await read();
  expect(await intents()).toEqual(['remove', 'remove']);
});

it('the first domains of a new network are followed', async () => {
  await read();
  listed = recordsOf(1, 2);
  await read();
  expect(await intents()).toEqual(['add', 'add']);
});
