import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ConnectOptions, HostingProvider, ProviderError } from '../../src/hosting/provider.js';
import { rateLimited, TurnLater } from '../../src/hosting/rate-limited.js';
import { providerFailure, showsKey } from './failure.js';
import { listed } from './listed.js';

/**
 * How a stand-in takes changes. `silent`: makes them and never answers. `broken-off`: ends every connection, reading
 * included. `unreadable`: lists elements that hold no names.
 */
export type HostingBehaviour =
  | 'well'
  | 'refusing'
  | 'failing'
  | 'nonsense'
  | 'silent'
  | 'broken-off'
  | 'unreadable';

/** A provider's API on loopback. */
export interface HostingStandIn {
  readonly url: string;
  aliases(): readonly string[];
  /** How many calls have reached it. */
  calls(): number;
  /** With the words of a refusal. */
  behave(behaviour: HostingBehaviour, words?: string): void;
  stop(): Promise<void>;
}

export interface Contestant {
  start(apiKey: string): Promise<HostingStandIn>;
  /** With a total timeout of about 300 ms. */
  connect(options: ConnectOptions): HostingProvider;
}

const KEY = 'k3y/that must-not+leak';
const NAME = 'shop.example.com';
const failure = (work: Promise<unknown>): Promise<ProviderError> => providerFailure(work, KEY);

/** What every hosting provider promises; see `src/hosting/provider.ts`. */
export function hostingContract(name: string, { start, connect }: Contestant): void {
  let standIn: HostingStandIn;
  let provider: HostingProvider;
  beforeEach(async () => {
    standIn = await start(KEY);
    provider = connect({ baseUrl: standIn.url, apiKey: KEY });
  });
  afterEach(() => standIn.stop());

  const writes = (): [string, () => Promise<unknown>][] => [
    ['addAlias', () => provider.addAlias(NAME)],
    ['removeAlias', () => provider.removeAlias(NAME)],
  ];
  const reads = (): [string, () => Promise<unknown>][] => [
    ['listAliases', () => provider.listAliases()],
    ['testConnection', () => provider.testConnection()],
  ];

  describe(`${name}: changes`, () => {
    it('adds, lists and removes hostnames and wildcards', async () => {
      expect(await listed(provider)).toEqual([]);
      expect(await provider.addAlias(NAME)).toBe('added');
      expect(await provider.addAlias('*.example.com')).toBe('added');
      expect([...(await provider.listAliases())].sort()).toEqual(['*.example.com', NAME]);
      expect(await provider.removeAlias(NAME)).toBe('removed');
      expect(await listed(provider)).toEqual(['*.example.com']);
    });

    it('takes what is so already for success, and says so', async () => {
      expect(await provider.removeAlias(NAME)).toBe('already');
      await provider.addAlias(NAME);
      expect(await provider.addAlias(NAME)).toBe('already');
      expect(standIn.aliases()).toEqual([NAME]);
    });
  });

  describe(`${name}: failures`, () => {
    it('a refusal is certain, with the provider’s own words', async () => {
      standIn.behave('refusing', 'Limit of <10> reached');
      const error = await failure(provider.addAlias(NAME));
      expect(error.code).toBe('refused');
      expect(error.facts).toMatchObject({
        retryable: false,
        outcomeUnknown: false,
        said: 'Limit of <10> reached',
      });
      expect(standIn.aliases()).toEqual([]);
    });

    it('where nobody listens nothing was sent', async () => {
      await standIn.stop();
      for (const [, call] of [...writes(), ...reads()]) {
        const error = await failure(call());
        expect(error.code).toBe('unreachable');
        expect(error.facts).toMatchObject({ retryable: true, outcomeUnknown: false });
      }
      standIn = await start(KEY);
    });

    it.each([
      ['broken-off', ['unreachable']],
      ['silent', ['timed-out']],
      ['failing', ['http-status']],
      ['nonsense', ['not-json', 'wrong-shape']],
    ] as const)('what became of a change is unknown after %s', async (behaviour, codes) => {
      standIn.behave(behaviour);
      for (const [, call] of writes()) {
        const error = await failure(call());
        expect(codes).toContain(error.code);
        expect(error.facts).toMatchObject({ retryable: true, outcomeUnknown: true });
      }
    });

    it('a change that was made without an answer is found in the list', async () => {
      standIn.behave('silent');
      await failure(provider.addAlias(NAME));
      standIn.behave('well');
      expect(await listed(provider)).toEqual([NAME]);
      expect(await provider.addAlias(NAME)).toBe('already');
    });

    it('a read that broke off has changed nothing', async () => {
      standIn.behave('broken-off');
      for (const [, call] of reads()) {
        const error = await failure(call());
        expect(error.code).toBe('unreachable');
        expect(error.facts).toMatchObject({ retryable: true, outcomeUnknown: false });
      }
    });

    it('a list without names is unreadable, never empty', async () => {
      await provider.addAlias(NAME);
      standIn.behave('unreadable');
      expect(await listed(provider)).toBe('unreadable');
    });
  });

  describe(`${name}: the key`, () => {
    it('the key that is good passes the test, which changes nothing', async () => {
      await expect(provider.testConnection()).resolves.toBeUndefined();
      expect(standIn.aliases()).toEqual([]);
    });

    it('the key that is wrong is named as the cause by every call', async () => {
      const wrong = connect({ baseUrl: standIn.url, apiKey: 'another-key' });
      const calls = [
        wrong.testConnection(),
        wrong.listAliases(),
        wrong.addAlias(NAME),
        wrong.removeAlias(NAME),
      ];
      for (const call of calls) {
        const error = await providerFailure(call, 'another-key');
        expect(error.code).toBe('unauthorised');
        expect(error.facts).toMatchObject({ retryable: false, outcomeUnknown: false });
      }
    });

    it('is in nothing that is inspected, and blotted out of a refusal that repeats it', async () => {
      expect(showsKey(provider, KEY)).toBe(false);
      standIn.behave('refusing', `No app has the key ${KEY} (${encodeURIComponent(KEY)})`);
      for (const [, call] of writes()) await call().catch((error: unknown) => failure(Promise.reject(error)));
      expect((await failure(provider.addAlias(NAME))).facts.said).toContain('No app has the key');
    });
  });

  describe(`${name}: behind a rate limit`, () => {
    const untilLimited = async (limited: HostingProvider) => {
      for (let count = 0; count < 5; count++) await limited.addAlias(`h${count}.example.com`);
    };

    it('a change whose turn has not come is not sent, and nobody sleeps over it', async () => {
      let now = 0;
      const limited = rateLimited(provider, { perMinute: 60, steady: () => now });
      await untilLimited(limited);
      const sent = standIn.calls();
      const timers = vi.spyOn(globalThis, 'setTimeout');
      await expect(limited.addAlias(NAME)).rejects.toEqual(new TurnLater(1_000));
      expect(timers).not.toHaveBeenCalled();
      timers.mockRestore();
      expect(standIn.calls()).toBe(sent);
      now += 1_000;
      expect(await limited.addAlias(NAME)).toBe('added');
    });

    it('reading goes on, and its failures stay what they are', async () => {
      const limited = rateLimited(provider, { perMinute: 60, steady: () => 0 });
      await untilLimited(limited);
      expect(await limited.listAliases()).toHaveLength(5);
      await expect(limited.testConnection()).resolves.toBeUndefined();
      standIn.behave('broken-off');
      expect((await failure(limited.listAliases())).code).toBe('unreachable');
    });
  });
}
