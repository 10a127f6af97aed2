import { expect, it } from 'vitest';
import type { ProviderFacts } from '../../src/core/ports/provider-facts.js';
import { cardView } from '../../src/slack/views/card/card.js';
import { replyView } from '../../src/slack/views/thread/reply.js';
import type { StoredMapping } from '../../src/store/store.js';
import { startTiny } from '../hosting/tiny/server.js';
import { tiny } from '../hosting/tiny/tiny.js';
import { openStore, temporaryFolder } from '../store/temporary.js';
import { HOSTNAME, START } from '../support/observations.js';
import { dnsEverywhere, good, MINUTE_MS } from '../support/story.js';
import { translatorFor } from '../support/translator.js';
import { portsOf, useCasesFrom } from '../support/use-cases.js';

const KEY = 'the-key-of-tiny';
const CLOSTE = /closte/i;
const target = { ipv4: ['203.0.113.10'], ipv6: [], cname: ['app7.tiny.example'] };
const hosting: ProviderFacts = tiny;

/** A bot whose only app is at the tiny provider, in a world where DNS and certificate are right. */
async function bench() {
  const folder = await temporaryFolder();
  const standIn = await startTiny(KEY);
  let now = START;
  const store = await openStore(folder.path, () => now);
  const provider = tiny.connect({ baseUrl: standIn.url, apiKey: KEY });
  const dashboardUrl = tiny.dashboardUrl('7');
  const app = {
    name: 'default',
    target,
    hosting,
    dashboardUrl,
    www: 'never',
    intervalMs: 300_000,
    provider,
  } as const;
  const useCases = useCasesFrom(
    portsOf({
      store,
      provider,
      apps: new Map([['default', app]]),
      dns: {
        authoritative: async () => dnsEverywhere(now),
        resolvers: async () => dnsEverywhere(now).resolvers,
        addresses: async () => [],
      },
      tls: { handshake: async () => good(now) },
      http: {
        front: async () => undefined,
        probe: async (queried) => ({ ssl: good(now), http: { queried, challenge: [], site: [] } }),
      },
      now: () => now,
    }),
  );
  const load = async (id: string): Promise<StoredMapping> => {
    const stored = await store.load(id);
    if (!stored) throw new Error('it is gone');
    return stored;
  };
  return {
    standIn,
    useCases,
    load,
    translator: translatorFor({ target, dashboardUrl, provider: hosting }).about('default'),
    /** Takes the mapping so many steps on, a minute apart. */
    advance: async (id: string, steps: number) => {
      for (let step = 0; step < steps; step++) {
        now += MINUTE_MS;
        await useCases.advance(id);
      }
      return load(id);
    },
    [Symbol.asyncDispose]: async () => {
      await store.close();
      await standIn.stop();
      await folder.remove();
    },
  };
}

const ACTOR = { user: 'UALICE', team: 'T1', channel: 'C1', requestId: 'd1' };

it('at another provider a mapping goes from request to done, and back, without a word of Closte', async () => {
  await using bot = await bench();
  const { id } = (await bot.useCases.map({ hostname: HOSTNAME }, ACTOR)).stored.mapping;
  const done = await bot.advance(id, 8);
  expect(done.mapping.stage).toBe('done');
  expect(bot.standIn.aliases()).toEqual([HOSTNAME]);

  await bot.useCases.unmap(id, { ...ACTOR, requestId: 'd2' });
  const removed = await bot.advance(id, 2);
  expect(removed.mapping.stage).toBe('removed');
  expect(bot.standIn.aliases()).toEqual([]);

  const card = JSON.stringify(cardView(done, undefined, bot.translator));
  expect(card).toContain('Tiny Hosting dashboard');
  expect(card).toContain('https://panel.tiny.example/7');
  const replies = removed.events.map((event) => replyView({ main: removed }, [event], bot.translator).text);
  expect(replies.join('\n')).toContain('Tiny Hosting');
  for (const text of [card, ...replies]) expect(text).not.toMatch(CLOSTE);
});

it('a refusal is reported in the other provider’s name, with its message', async () => {
  await using bot = await bench();
  bot.standIn.behave('refusing', 'Limit of 5 names reached');
  const { id } = (await bot.useCases.map({ hostname: HOSTNAME }, ACTOR)).stored.mapping;
  const refused = await bot.advance(id, 1);
  expect(refused.mapping.alias.state).toBe('refused');
  const card = JSON.stringify(cardView(refused, undefined, bot.translator));
  expect(card).toContain('Refused by Tiny Hosting');
  expect(card).toContain('Limit of 5 names reached');
  expect(card).not.toMatch(CLOSTE);
});

it('what becomes unknown at the other provider is looked up there before it is repeated', async () => {
  await using bot = await bench();
  bot.standIn.behave('failing');
  const { id } = (await bot.useCases.map({ hostname: HOSTNAME }, ACTOR)).stored.mapping;
  const unsure = await bot.advance(id, 1);
  expect(unsure.mapping.alias.state).toBe('unknown');
  const error = unsure.events.find(({ type }) => type === 'error.logged');
  expect(error?.details).toMatchObject({ source: 'tiny' });
  bot.standIn.behave('well');
  expect((await bot.advance(id, 8)).mapping.stage).toBe('done');
});

it('names that the other provider serves by itself are not mapped', async () => {
  await using bot = await bench();
  await expect(bot.useCases.map({ hostname: 'app7.tiny.example' }, ACTOR)).rejects.toMatchObject({
    problem: { code: 'hostname', problem: { code: 'provider-internal' } },
  });
});
