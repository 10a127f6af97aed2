import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DnsWorld, startDnsWorld } from '../../../src/sandbox/dns/dns-world.js';
import type { Zone } from '../../../src/sandbox/dns/zone.js';

const [FIRST, SECOND] = ['ns1.dns-provider.net', 'ns2.dns-provider.net'] as const;
const [DOMAIN, SHOP] = ['bakery.com', 'shop.bakery.com'] as const;
const [OLD, NEW] = ['192.0.2.1', '192.0.2.2'] as const;
let world: DnsWorld;
let zone: Zone;

beforeEach(async () => {
  world = await startDnsWorld({ targetHost: 'app-1.closte.com', targetAddress: '127.0.0.10' });
  zone = world.addZone(DOMAIN);
  zone.add(SHOP, 'A', NEW);
});
afterEach(() => world.stop());

/** What each public resolver says of the shop: its addresses, or its error. */
const seen = () =>
  Promise.all(
    world.resolvers.map(async ({ resolver }) => {
      const { rcode = 'silence', answers = [] } = (await resolver.answer({ name: SHOP, type: 'A' })) ?? {};
      return answers.map(({ value }) => value).join() || rcode;
    }),
  );
const all = (said: string) => world.resolvers.map(() => said);

describe('a resolver that has several servers to ask', () => {
  it.each(['silent', 'servfail', 'refused', 'lame', 'tcp-only'] as const)(
    'tries the other one where the first is %s',
    async (behaviour) => {
      world.setBehaviour(DOMAIN, behaviour, FIRST);
      expect(await seen()).toEqual(all(NEW));
    },
  );

  it('fails once all of them do', async () => {
    world.setBehaviour(DOMAIN, 'silent', FIRST);
    world.setBehaviour(DOMAIN, 'servfail', SECOND);
    expect(await seen()).toEqual(all('SERVFAIL'));
  });

  it('tries the next where a server’s name does not exist, or is a web server’s', async () => {
    for (const [index, server] of ['ns1.nowhere.com', 'app-1.closte.com'].entries()) {
      const registry = world.registryOf(DOMAIN);
      registry.remove(DOMAIN, 'NS');
      for (const each of index === 0 ? [server, SECOND] : [SECOND, server]) registry.add(DOMAIN, 'NS', each);
      expect(await seen()).toEqual(all(NEW));
      for (const { resolver } of world.resolvers) resolver.flush();
    }
  });

  it('may get either version where servers differ', async () => {
    const older = zone.copy();
    older.remove(SHOP);
    older.add(SHOP, 'A', OLD);
    world.setVersion(SECOND, DOMAIN, older);
    expect(new Set(await seen())).toEqual(new Set([OLD, NEW]));
  });

  it('takes a denial for an answer, and asks nobody else', async () => {
    const older = zone.copy();
    older.remove(SHOP);
    world.setVersion(FIRST, DOMAIN, older);
    world.setVersion(SECOND, DOMAIN, older);
    expect(await seen()).toEqual(all('NXDOMAIN'));
  });
});

describe('a resolver on its way down', () => {
  it('follows a delegation inside the domain, and fails where nobody has what was delegated', async () => {
    zone.remove(SHOP);
    zone.add(SHOP, 'NS', FIRST);
    expect(await seen()).toEqual(all('SERVFAIL'));
    world.addZone(SHOP).add(SHOP, 'A', NEW);
    expect(await seen()).toEqual(all(NEW));
  });

  it('needs the registry’s addresses for servers inside the domain (RFC 1034 4.2.1)', async () => {
    const own = world.addZone('own.com', ['ns1.own.com']);
    own.add('ns1.own.com', 'A', '127.0.0.2');
    own.add('own.com', 'A', NEW);
    const ask = () => world.resolvers[0]?.resolver.answer({ name: 'own.com', type: 'A' });
    expect((await ask())?.rcode).toBe('SERVFAIL');
    world.registryOf('own.com').add('ns1.own.com', 'A', '127.0.0.2');
    expect((await ask())?.rcode).toBe('NOERROR');
  });

  it('gives up on servers that are found only by way of each other', async () => {
    world.addZone('one.com', ['ns.two.com']);
    world.addZone('two.com', ['ns.one.com']);
    const answer = await world.resolvers[0]?.resolver.answer({ name: 'one.com', type: 'A' });
    expect(answer?.rcode).toBe('SERVFAIL');
  });
});
