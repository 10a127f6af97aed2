import { expect, it } from 'vitest';
import { MAX_LINES } from '../../../src/use-cases/batch/batch.js';
import type { App } from '../../../src/use-cases/ports.js';
import { everybodyIs, HOSTNAME, useStore } from '../../support/in-store.js';
import { POLICY } from '../../support/observations.js';

const world = useStore();

it('a plan forecasts each line and changes nothing', async () => {
  const { current } = world;
  await current.mapped();
  const hostnames = ['new.example.org', HOSTNAME, 'no hostname'];
  const { state, lines } = await current.useCases().planBatch({ kind: 'map', hostnames }, current.by('UBOB'));
  expect(state).toBe('planned');
  expect(lines.map(({ forecast }) => forecast)).toEqual(['ready', 'nothing', 'refused']);
  expect(await current.store.findLive('new.example.org')).toBeUndefined();
});

it('what is not mapped can’t be unmapped', async () => {
  const { current } = world;
  await current.mapped();
  const { lines } = await current
    .useCases()
    .planBatch({ kind: 'unmap', hostnames: [HOSTNAME, 'other.example.org'] }, current.by('UBOB'));
  expect(lines.map(({ forecast, problem }) => [forecast, problem?.code])).toEqual([
    ['ready', undefined],
    ['refused', 'not-mapped'],
  ]);
});

it.each([
  ['no line', [], 'batch-empty'],
  ['too many lines', Array.from({ length: MAX_LINES + 1 }, (_, n) => `s${n}.example.org`), 'batch-too-long'],
])('%s is refused', async (_, hostnames, code) => {
  const { current } = world;
  await expect(
    current.useCases().planBatch({ kind: 'map', hostnames }, current.by('UBOB')),
  ).rejects.toMatchObject({ problem: { code } });
});

it('a member plans checks, and nothing else', async () => {
  const { current } = world;
  await current.mapped();
  const useCases = current.useCases(everybodyIs('member'));
  const hostnames = [HOSTNAME];
  expect((await useCases.planBatch({ kind: 'check', hostnames }, current.by('UM'))).kind).toBe('check');
  for (const kind of ['map', 'unmap'] as const)
    await expect(useCases.planBatch({ kind, hostnames }, current.by('UM'))).rejects.toMatchObject({
      problem: { code: 'not-allowed', permission: kind },
    });
});

it('only who planned a batch starts it', async () => {
  const { current } = world;
  const useCases = current.useCases();
  const { id } = await useCases.planBatch({ kind: 'map', hostnames: ['a.example.org'] }, current.by('UBOB'));
  await expect(useCases.startBatch(id, current.by('UCAROL'))).rejects.toMatchObject({
    problem: { code: 'batch-gone' },
  });
  expect((await useCases.startBatch(id, current.by('UBOB'))).state).toBe('running');
});

it('where unmapping needs approval, a batch waits for a second person', async () => {
  const { current } = world;
  await current.mapped();
  const useCases = current.useCases({ policy: { ...POLICY, unmapApprovalMs: 3_600_000 } });
  const { id } = await useCases.planBatch({ kind: 'unmap', hostnames: [HOSTNAME] }, current.by('UBOB'));
  expect((await useCases.startBatch(id, current.by('UBOB'))).state).toBe('proposed');
  await expect(useCases.answerBatch(id, true, current.by('UBOB'))).rejects.toMatchObject({
    problem: { code: 'own-request' },
  });
  expect((await useCases.answerBatch(id, true, current.by('UCAROL'))).state).toBe('running');
});

it.each([
  ['the app’s', (app: App) => ({ policy: { unmapApprovalMs: 3_600_000 }, name: app.name })],
  [
    'the channel’s',
    (app: App) => ({ inChannels: new Map([['C1', { ...app, policy: { unmapApprovalMs: 7_200_000 } }]]) }),
  ],
])('%s own setting decides whether a batch waits', async (_, changed) => {
  const { current } = world;
  await current.mapped();
  const [app] = current.ports().apps.values();
  if (!app) throw new Error('no app');
  const useCases = current.useCases(current.app(changed(app)));
  const { id } = await useCases.planBatch({ kind: 'unmap', hostnames: [HOSTNAME] }, current.by('UBOB'));
  expect((await useCases.startBatch(id, current.by('UBOB'))).state).toBe('proposed');
});

it('no batch waits where the channel needs no approval', async () => {
  const { current } = world;
  await current.mapped();
  const [app] = current.ports().apps.values();
  if (!app) throw new Error('no app');
  const inChannels = new Map([['C1', { ...app, policy: { unmapApprovalMs: undefined } }]]);
  const policy = { ...POLICY, unmapApprovalMs: 3_600_000 };
  const useCases = current.useCases({ policy, ...current.app({ inChannels }) });
  const { id } = await useCases.planBatch({ kind: 'unmap', hostnames: [HOSTNAME] }, current.by('UBOB'));
  expect((await useCases.startBatch(id, current.by('UBOB'))).state).toBe('running');
});

it('the channel’s www setting decides which names follow their primary', async () => {
  const { current } = world;
  const [app] = current.ports().apps.values();
  if (!app) throw new Error('no app');
  const inChannels = new Map([['C1', { ...app, www: 'always' as const }]]);
  const hostnames = ['new.example.org', 'www.new.example.org'];
  const { lines } = await current
    .useCases(current.app({ inChannels }))
    .planBatch({ kind: 'map', hostnames }, current.by('UBOB'));
  expect(lines.map(({ forecast }) => forecast)).toEqual(['ready', 'repeated']);
});

it('a stopped batch starts no further line', async () => {
  const { current } = world;
  const useCases = current.useCases();
  const { id } = await useCases.planBatch({ kind: 'map', hostnames: ['a.example.org'] }, current.by('UBOB'));
  await useCases.startBatch(id, current.by('UBOB'));
  const stopped = await useCases.stopBatch(id, current.by('UCAROL'));
  expect(stopped).toMatchObject({ state: 'ended', endedBecause: 'stopped', endedBy: 'UCAROL' });
  expect(stopped.lines).toMatchObject([{ result: 'stopped' }]);
});

it('a row’s site may be its ID, or a part of its title or address that only one site has', async () => {
  const { current } = world;
  const sites = [
    { id: 2, title: 'Erikas Laden', address: 'erika.network.example.com', path: '/' },
    { id: 31, title: 'Laden 2', address: 'network.example.com', path: '/laden-2/' },
  ];
  const listSites = async () => sites;
  const getSite = async (id: number) => sites.find((each) => each.id === id);
  const useCases = current.useCases(current.network({ listSites, getSite } as never));
  const rows = ['31', '#2', 'Erikas', 'laden-2', 'Laden', 'Bakery'].map((site, n) => ({
    hostname: `s${n}.example.org`,
    site,
  }));
  const twice = { hostname: 's0.example.org' };
  const { lines } = await useCases.planBatch(
    { kind: 'map', hostnames: [], rows: [...rows, twice] },
    current.by('UBOB'),
  );
  expect(lines.map(({ forecast, siteId, problem }) => [forecast, siteId, problem])).toEqual([
    ['ready', 31, undefined],
    ['ready', 2, undefined],
    ['ready', 2, undefined],
    ['ready', 31, undefined],
    ['refused', undefined, { code: 'site-search', why: 'several', typed: 'Laden' }],
    ['refused', undefined, { code: 'site-search', why: 'none', typed: 'Bakery' }],
    ['repeated', undefined, undefined],
  ]);
});
