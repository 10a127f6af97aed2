import { beforeEach, describe, expect, it } from 'vitest';
import type { DomainRecord, Multisite } from '../../../src/multisite/multisite.js';
import { openNetworkSnapshot } from '../../../src/multisite/network-snapshot.js';
import type { Store } from '../../../src/store/store.js';
import type { App, Ports } from '../../../src/use-cases/ports.js';
import { transitionPair } from '../../../src/use-cases/shared/transition.js';
import { ImplausibleList } from '../../../src/use-cases/worker/fault-reports.js';
import { type NetworkDeps, reconcileNetwork } from '../../../src/use-cases/worker/reconcile-network.js';
import { useStore } from '../../support/in-store.js';
import { TARGET } from '../../support/observations.js';

const recordOf = (id: number, domain = `shop${id}.example.com`): DomainRecord => ({
  id,
  domain,
  siteId: id,
  stage: 'checking-dns',
  isActive: true,
  isPrimary: false,
  isSecure: false,
});
const upTo = (count: number) => Array.from({ length: count }, (_, at) => recordOf(at + 1));

const world = useStore();
let store: Store;
let ports: Ports;
let network: { domainRecords: readonly DomainRecord[]; unreadable: readonly number[] };
/** Records that the list left out, as when it shifts between two pages. */
let unlisted: readonly DomainRecord[];
/** As a database does that fails. */
let deniesAll: boolean;
let channel: string | undefined;

beforeEach(() => {
  store = world.current.store;
  network = { domainRecords: [], unreadable: [] };
  unlisted = [];
  deniesAll = false;
  channel = 'C1';
  const never = () => Promise.reject(new Error('the provider only lists'));
  ports = world.current.ports({
    provider: {
      addAlias: never,
      removeAlias: never,
      listAliases: async () => ['shop2.example.com'],
      testConnection: never,
    },
  });
});

function app(): App {
  const [known] = ports.apps.values();
  if (!known) throw new Error('no app');
  const rest: Partial<Multisite> = {
    listDomainRecords: async () => network,
    getDomainRecord: async (id) =>
      deniesAll ? undefined : [...network.domainRecords, ...unlisted].find((record) => record.id === id),
    getSite: async () => undefined,
  };
  return { ...known, target: TARGET, channel, multisite: { rest: rest as Multisite } };
}

const snapshot = () => openNetworkSnapshot(store.documents, 'default');
const kept = async () => [...((await snapshot().read())?.entries() ?? [])].map(([id]) => id);
const reconcile = (more: Partial<NetworkDeps> = {}) =>
  reconcileNetwork({ ...ports, ...more }, snapshot(), app());

async function reconcileWith(domainRecords: readonly DomainRecord[]): Promise<void> {
  network = { ...network, domainRecords };
  await reconcile();
}

async function stages(): Promise<Record<string, string>> {
  const { mappings } = await store.list({ offset: 0, limit: 50 });
  return Object.fromEntries(mappings.map(({ hostname, stage }) => [hostname, stage]));
}

it('the first reading only records what is there', async () => {
  await reconcileWith(upTo(2));
  expect(await stages()).toEqual({});
  expect(await kept()).toEqual([1, 2]);
});

describe('after the first reading', () => {
  beforeEach(() => reconcileWith([recordOf(1)]));

  it('maps what is new; what the provider lists already is not added again', async () => {
    await reconcileWith(upTo(3));
    expect(await stages()).toEqual({
      'shop2.example.com': 'checking-dns',
      'shop3.example.com': 'adding',
    });
  });

  it('what could not be imported counts as new again', async () => {
    channel = undefined;
    await reconcileWith(upTo(3));
    expect(await kept()).toEqual([1]);
    channel = 'C1';
    await reconcile();
    expect(Object.keys(await stages()).sort()).toEqual(['shop2.example.com', 'shop3.example.com']);
    expect(await kept()).toEqual([1, 2, 3]);
  });

  it('a record that can’t be read is neither gone nor new', async () => {
    await reconcileWith(upTo(2));
    network = { domainRecords: [recordOf(1)], unreadable: [2, 3] };
    await reconcile();
    expect(await stages()).toEqual({ 'shop2.example.com': 'checking-dns' });
    expect((await kept()).sort()).toEqual([1, 2]);
  });

  it('reports a name with several records', async () => {
    const reported: unknown[] = [];
    network = { ...network, domainRecords: [recordOf(1), recordOf(2), recordOf(3, 'shop2.example.com')] };
    await reconcile({ duplicated: async (...all) => void reported.push(all) });
    expect(reported).toMatchObject([['default', [{ hostname: 'shop2.example.com', ids: [2, 3] }]]]);
  });

  it('ends a mapping only when the network says itself that its record is gone', async () => {
    await reconcileWith(upTo(2));
    unlisted = [recordOf(2)];
    await reconcileWith([recordOf(1)]);
    expect(await stages()).toEqual({ 'shop2.example.com': 'checking-dns' });
    await reconcileWith(upTo(2));
    unlisted = [];
    await reconcileWith([recordOf(1)]);
    expect(await stages()).toEqual({ 'shop2.example.com': 'removing' });
  });

  it('does not believe that most records are gone at once, and still maps what is new', async () => {
    await reconcileWith(upTo(8));
    const error: unknown = await reconcileWith([recordOf(1), recordOf(9)]).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(ImplausibleList);
    expect(error).toMatchObject({ subject: 'network', gone: 7, of: 8 });
    const after = await stages();
    expect(Object.values(after)).not.toContain('removing');
    expect(after).toHaveProperty(['shop9.example.com'], 'adding');
  });

  it('takes no record for new that comes back after most were missing', async () => {
    await reconcileWith(upTo(9));
    const mapped = await stages();
    await expect(reconcileWith([recordOf(9)])).rejects.toThrow(ImplausibleList);
    await reconcileWith(upTo(9));
    expect(await stages()).toEqual(mapped);
  });

  it('takes an empty list for a database that fails, if several were there', async () => {
    await reconcileWith(upTo(3));
    const mapped = await stages();
    await expect(reconcileWith([])).rejects.toMatchObject({ name: 'ImplausibleList', gone: 2, of: 3 });
    await expect(reconcile()).rejects.toThrow(ImplausibleList);
    await reconcileWith(upTo(3));
    // Those that were there before the bot aren’t new either.
    expect(await stages()).toEqual(mapped);
  });

  it('is content with an empty list once its domains are unmapped, and takes none for new that comes back', async () => {
    await reconcileWith(upTo(3));
    await expect(reconcileWith([])).rejects.toThrow(ImplausibleList);
    const { mappings } = await store.list({ offset: 0, limit: 50 });
    for (const { id } of mappings) await transitionPair(ports, id, { type: 'unmap.requested', by: 'UALICE' });
    await reconcile();
    await reconcile();
    expect((await kept()).sort()).toEqual([1, 2, 3]);
    await reconcileWith([recordOf(4)]);
    expect(await kept()).toEqual([4]);
  });

  it('reports several records of a name once, when the list is believed again', async () => {
    await reconcileWith(upTo(8));
    const reported: unknown[] = [];
    const reporting = {
      duplicated: async (...all: unknown[]) => void (all[1] as []).map((each) => reported.push(each)),
    };
    const double = recordOf(9, 'shop1.example.com');
    network = { ...network, domainRecords: [recordOf(1), double] };
    await expect(reconcile(reporting)).rejects.toThrow(ImplausibleList);
    await expect(reconcile(reporting)).rejects.toThrow(ImplausibleList);
    expect(reported).toEqual([]);
    network = { ...network, domainRecords: [...upTo(8), double] };
    await reconcile(reporting);
    await reconcile(reporting);
    expect(reported).toMatchObject([{ hostname: 'shop1.example.com', ids: [1, 9] }]);
  });

  it('takes an empty list for a database that fails even if one record was all there was', async () => {
    await reconcileWith([recordOf(2)]);
    await expect(reconcileWith([])).rejects.toMatchObject({ name: 'ImplausibleList', gone: 1, of: 1 });
    expect(await stages()).toEqual({ 'shop2.example.com': 'checking-dns' });
    await reconcileWith([recordOf(2)]);
  });

  it.each([
    [20, 40],
    [6, 40],
  ])(
    'does not believe that %i of %i are gone while the network denies what it lists, too',
    async (gone, of) => {
      await reconcileWith(upTo(of));
      const mapped = await stages();
      deniesAll = true;
      await expect(reconcileWith(upTo(of - gone))).rejects.toMatchObject({ gone, of });
      expect(await stages()).toEqual(mapped);
      expect(await kept()).toHaveLength(of);
    },
  );

  it('believes that six of forty are gone, and what follows', async () => {
    await reconcileWith(upTo(40));
    await reconcileWith(upTo(34));
    await reconcileWith(upTo(33));
    const removed = Object.entries(await stages()).filter(([, stage]) => stage === 'removing');
    expect(removed).toHaveLength(7);
    expect(await kept()).toHaveLength(33);
  });

  describe('when a list shares no domain with the one before, as another network’s does', () => {
    /** Their IDs are the same: both networks count from 1. */
    const foreign = Array.from({ length: 9 }, (_, at) => recordOf(at + 1, `other${at}.example.org`));

    it.each([2, 3, 5, 9])('maps, renames and unmaps nothing: of %i', async (of) => {
      await reconcileWith(upTo(of));
      const mapped = await stages();
      await expect(reconcileWith(foreign)).rejects.toMatchObject({
        name: 'ImplausibleList',
        gone: of - 1,
        of,
      });
      await expect(reconcile()).rejects.toThrow(ImplausibleList);
      expect(await stages()).toEqual(mapped);
      await reconcileWith(upTo(of));
      expect(await stages()).toEqual(mapped);
    });

    it('takes it for a first reading once nothing is mapped that it lacks', async () => {
      await reconcileWith(upTo(9));
      const { mappings } = await store.list({ offset: 0, limit: 50 });
      for (const { id } of mappings) {
        await transitionPair(ports, id, { type: 'unmap.requested', by: 'UALICE' });
        await transitionPair(ports, id, { type: 'domain_record.removed', already: true });
      }
      await reconcileWith(foreign);
      expect(Object.keys(await stages()).filter((hostname) => hostname.startsWith('other'))).toEqual([]);
      await reconcileWith([...foreign, recordOf(10)]);
      expect(await stages()).toHaveProperty(['shop10.example.com'], 'adding');
    });

    it('believes it if its records all came after the earlier ones', async () => {
      await reconcileWith(upTo(2));
      await reconcileWith([recordOf(8, 'other.example.org'), recordOf(9)]);
      expect(await stages()).toMatchObject({
        'shop2.example.com': 'removing',
        'other.example.org': 'adding',
        'shop9.example.com': 'adding',
      });
    });

    it('goes on if only the IDs are others, as after a move of the network', async () => {
      await reconcileWith(upTo(9));
      const mapped = await stages();
      await reconcileWith(upTo(9).map((record) => ({ ...record, id: record.id + 100 })));
      expect(await stages()).toMatchObject(mapped);
    });
  });
});
