import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Multisite, MultisiteError, type NetworkSite } from '../../../src/multisite/multisite.js';
import type { App, Ports } from '../../../src/use-cases/ports.js';
import { openStore, temporaryFolder } from '../../store/temporary.js';
import { START } from '../../support/observations.js';
import { portsOf, useCasesFrom } from '../../support/use-cases.js';

const SITES: readonly NetworkSite[] = [
  { id: 1, title: 'Network', address: 'network.example.com', path: '/' },
  { id: 2, title: 'Erikas Laden', address: 'erika.network.example.com', path: '/' },
  { id: 12, title: 'Padaria Açaí', address: 'acai.network.example.com', path: '/' },
  { id: 31, title: 'Laden 2', address: 'network.example.com', path: '/laden-2/' },
];
const ALICE = { user: 'UALICE', team: 'T1', channel: 'C1', requestId: 'r1' };

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let ports: Ports;
let sites: readonly NetworkSite[] | undefined;
let reads = 0;
let now = START;

beforeEach(async () => {
  [sites, reads, now] = [SITES, 0, START];
  folder = await temporaryFolder();
  const store = await openStore(folder.path, () => now);
  const unused = {} as never;
  const plain = portsOf({ provider: unused, store, now: () => now, dns: unused, tls: unused, http: unused });
  const [app] = plain.apps.values();
  const rest: Partial<Multisite> = {
    listSites: async () => {
      reads++;
      if (!sites) throw new MultisiteError('timed-out', 'no answer');
      return sites;
    },
    getSite: async (id) => sites?.find((site) => site.id === id),
  };
  const network = { ...app, multisite: { rest } } as App;
  ports = { ...plain, apps: new Map([['default', network]]) };
});
afterEach(async () => {
  await ports.store.close();
  await folder.remove();
});

const search = (useCases: ReturnType<typeof useCasesFrom>, text: string) =>
  useCases.searchSites({ text }, ALICE).then((found) => found.map(({ id }) => id));

it.each([
  ['', [1, 2, 12, 31]],
  ['laden', [31, 2]],
  ['ERIKA', [2]],
  ['acai', [12]],
  ['açaí padaria', [12]],
  ['network.example.com/laden', [31]],
  // An ID typed whole before everything that merely has the digit.
  ['2', [2, 31]],
  ['12', [12]],
  ['#2', [2]],
  ['012', []],
  ['nobody', []],
])('“%s” finds the sites %j, by title, address or ID', async (text, found) => {
  expect(await search(useCasesFrom(ports), text)).toEqual(found);
});

it('finds a title with a plain apostrophe by a curly one, as phones type it', async () => {
  sites = [{ id: 3, title: "Rosa's Bakery & Café", address: 'rosa.network.example.com', path: '/' }];
  expect(await search(useCasesFrom(ports), 'rosa’s bakery &')).toEqual([3]);
});

it('finds sites that are closed behind all others, and doesn’t let them be chosen', async () => {
  sites = [
    { id: 3, title: 'Rosa', address: 'rosa.network.example.com', path: '/', isClosed: true },
    { id: 4, title: 'Little Rosa', address: 'little.network.example.com', path: '/' },
  ];
  const useCases = useCasesFrom(ports);
  expect(await search(useCases, 'rosa')).toEqual([4, 3]);
  const problem = { code: 'site-closed', site: 3, title: 'Rosa' };
  await expect(useCases.map({ hostname: 'a.example.com', siteId: 3 }, ALICE)).rejects.toMatchObject({
    problem,
  });
  await useCases.map({ hostname: 'a.example.com' }, ALICE);
  await expect(useCases.map({ hostname: 'a.example.com', siteId: 3 }, ALICE)).rejects.toMatchObject({
    problem,
  });
});

it('reads the network once while somebody types, and finds a new site half a minute later', async () => {
  const useCases = useCasesFrom(ports);
  for (const text of ['n', 'ne', 'new']) await search(useCases, text);
  expect(reads).toBe(1);
  sites = [...SITES, { id: 40, title: 'New', address: 'new.network.example.com', path: '/' }];
  now += 31_000;
  await search(useCases, 'new');
  expect(await search(useCases, 'new')).toEqual([40]);
});

it('a network that no longer answers is searched as it was; one that never did is an error, not “none”', async () => {
  const useCases = useCasesFrom(ports);
  await search(useCases, '');
  sites = undefined;
  now += 60_000;
  expect(await search(useCases, 'erika')).toEqual([2]);
  await expect(search(useCasesFrom(ports), 'erika')).rejects.toMatchObject({ code: 'timed-out' });
});

it('of thousands, a hundred are shown', async () => {
  sites = Array.from({ length: 3_000 }, (_, at) => ({
    id: at + 1,
    title: `Shop ${at}`,
    address: `shop-${at}.network.example.com`,
    path: '/',
  }));
  expect(await search(useCasesFrom(ports), 'shop')).toHaveLength(100);
});

it('is for those who may map', async () => {
  const guests = { ...ports, roles: { ...ports.roles, roleOf: async () => 'member' as const } };
  await expect(search(useCasesFrom(guests), '')).rejects.toMatchObject({ problem: { code: 'not-allowed' } });
});
