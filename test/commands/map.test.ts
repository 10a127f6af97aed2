import { expect, it } from 'vitest';
import { mapCommand } from '../../commands/map.js';
import { UserError } from '../../src/use-cases/errors.js';
import { type } from '../support/commands.js';
import { plannedBatch } from '../support/planned-batch.js';
import { reportedMapping } from '../support/reported-mapping.js';

const stored = reportedMapping();
const { id, hostname } = stored.mapping;

it('a new hostname is answered once its card is in the channel', async () => {
  const { calls, shown } = await type(mapCommand, [hostname], {
    map: () => ({ stored, isNew: true }),
    get: () => stored,
  });
  expect(calls).toEqual([
    ['map', { hostname, app: undefined, siteId: undefined }],
    ['settled', id],
    ['get', id],
  ]);
  expect(shown).toContain(hostname);
});

it('a hostname that is mapped already is answered at once', async () => {
  const { answer, shown } = await type(mapCommand, [hostname], { map: () => ({ stored, isNew: false }) });
  expect(answer?.later).toBeUndefined();
  expect(shown).toContain(hostname);
});

it('--app and --site reach the use case', async () => {
  const { calls } = await type(mapCommand, [hostname, '--app', 'shop', '--site', 'rosa'], {
    meantSite: () => 12,
    map: () => ({ stored, isNew: false }),
  });
  expect(calls).toEqual([
    ['meantSite', { app: 'shop', typed: 'rosa' }],
    ['map', { hostname, app: 'shop', siteId: 12 }],
  ]);
});

it('a title of several words is one site, with or without quotes', async () => {
  const fakes = { meantSite: () => 12, map: () => ({ stored, isNew: false }) };
  for (const words of [
    [hostname, '--site', 'Rosa', 'Bakery'],
    ['--site', 'Rosa', 'Bakery', hostname],
    [hostname, '--site=Rosa Bakery'],
    ['--site', 'Rosa', 'Bakery', '--app', 'shop', hostname],
  ]) {
    const { calls } = await type(mapCommand, words, fakes);
    expect(calls[0]).toEqual(['meantSite', expect.objectContaining({ typed: 'Rosa Bakery' })]);
    expect(calls.slice(1).map(([name]) => name)).toEqual(['map']);
  }
});

it('behind an ID a word is no part of the site', async () => {
  const { calls } = await type(mapCommand, [hostname, '--site', '12', 'other'], {
    meantSite: () => 12,
    map: () => ({ stored, isNew: false }),
  });
  expect(calls.map(([name]) => name)).toEqual(['meantSite', 'map', 'map']);
});

const bakeries = {
  app: 'shop',
  sites: [2, 13].map((id) => ({ id, title: `Bakery ${id}`, address: 'b', path: '/' })),
};

it('where several sites fit, it asks for the one that is meant, and maps nothing yet', async () => {
  const { calls, answer } = await type(mapCommand, [hostname, '--site', 'bakery'], {
    meantSite: () => bakeries,
  });
  expect(calls.map(([name]) => name)).toEqual(['meantSite']);
  expect(answer?.dialog).toMatchObject({ callback_id: 'choose-site' });
  expect(JSON.stringify(answer?.dialog)).toMatch(/Bakery 2 · .*Bakery 13 · /);
});

it('for several hostnames it asks in the dialog that holds them all', async () => {
  const { answer } = await type(mapCommand, [hostname, 'blog.example.com', '--site', 'bakery'], {
    meantSite: () => bakeries,
    mapForm: () => ({ apps: [], chosen: 'shop', internalDomains: [] }),
  });
  expect(answer?.dialog).toMatchObject({ callback_id: 'map' });
  expect(JSON.stringify(answer?.dialog)).toContain(`${hostname}\\nblog.example.com`);
});

it.each([['more hostnames than a list holds', Array.from({ length: 501 }, (_, at) => `h${at}.example.com`)]])(
  '%s is a usage error, and nothing is mapped',
  async (_, words) => {
    const { answer, calls } = await type(mapCommand, words);
    expect([answer, calls]).toEqual([undefined, []]);
  },
);

it('one of several hostnames that fails holds up no other', async () => {
  const { calls, shown } = await type(mapCommand, ['bad.example.com', hostname], {
    map: (({ hostname: asked }: { hostname: string }) => {
      if (asked === 'bad.example.com') throw new UserError({ code: 'gone' });
      return { stored, isNew: false };
    }) as never,
  });
  expect(calls.map(([name]) => name)).toEqual(['map', 'map']);
  expect(shown).toContain(hostname);
});

it('without a hostname it opens the dialog, with the named app chosen', async () => {
  const { calls, answer } = await type(mapCommand, ['--app', 'shop'], {
    mapForm: () => ({ apps: [], chosen: 'shop', internalDomains: [] }),
  });
  expect(calls).toEqual([['mapForm', 'shop']]);
  expect(answer?.dialog).toMatchObject({ type: 'modal', callback_id: 'map' });
});

it('more hostnames than answers are planned in a dry run, and nothing is mapped', async () => {
  const hostnames = Array.from({ length: 6 }, (_, at) => `h${at}.example.com`);
  const { calls, answer } = await type(mapCommand, hostnames, { planBatch: () => plannedBatch() });
  expect(calls).toEqual([['planBatch', { kind: 'map', hostnames, app: undefined, siteId: undefined }]]);
  expect(answer?.dialog).toMatchObject({ callback_id: 'batch-plan' });
});
