import type { Answer } from 'dns-packet';
import { expect, it } from 'vitest';
import { anyAddress } from '../../../src/probe/address.js';
import type { Ask } from '../../../src/probe/dns/client/client.js';
import { Delegations, type NameServer } from '../../../src/probe/dns/delegation.js';
import type { Recursion } from '../../../src/probe/dns/recursion.js';

const [REGISTRY, CHILD] = ['192.0.2.1', '192.0.2.2'];
const NAME = 'shop.example.com';
const ns = (name: string, data: string): Answer => ({ name, type: 'NS', data, ttl: 60 });
const soaOf = (name: string): Answer => ({
  name,
  type: 'SOA',
  ttl: 60,
  data: { mname: `ns1.${name}`, rname: `h.${name}`, serial: 1, refresh: 1, retry: 1, expire: 1, minimum: 60 },
});

/** The registry delegates example.com; its server denies an SOA at the name, with this one. */
const asking = (said: Answer[], answers: Answer[]): Ask =>
  (async ({ address }: NameServer, { type }: { readonly type: string }) => {
    const isReferral = address === REGISTRY;
    const own = type === 'NS' ? [ns('example.com', 'ns1.provider.net')] : answers;
    return {
      ok: true,
      rttMs: 1,
      packet: {
        flags: 0,
        flag_aa: !isReferral,
        flag_tc: false,
        answers: isReferral ? [] : own,
        authorities: isReferral ? [ns('example.com', 'ns1.provider.net')] : said,
        additionals: [],
      },
    };
  }) as unknown as Ask;

const recursion = {
  resolve: async () => ({ outcome: 'found', values: ['a.registry.net'] }),
  both: (_: unknown, host: string) => ({
    a: { outcome: 'found', values: [host === 'a.registry.net' ? REGISTRY : CHILD] },
    aaaa: { outcome: 'none', values: [] },
  }),
} as unknown as Recursion;

const alias: Answer = { name: NAME, type: 'CNAME', data: 'app.host.net', ttl: 60 };

it.each<[string, Answer[], Answer[], string]>([
  ['its own SOA', [soaOf('example.com')], [], 'example.com'],
  ['no SOA', [], [], 'example.com'],
  ['the SOA of the zone above', [soaOf('com')], [], 'example.com'],
  ['another domain’s SOA', [soaOf('parking.net')], [], 'example.com'],
  ['the SOA of a name beside it', [soaOf('www.example.com')], [], 'example.com'],
  ['the SOA of where its CNAME leads', [soaOf('host.net')], [alias], 'example.com'],
  ['the SOA of a zone of its own at the same server', [soaOf(NAME)], [], NAME],
])('a name belongs to the delegated zone, or to one below it: %s', async (_, said, answers, zone) => {
  const options = { authoritativePort: 53, policy: anyAddress, timeoutMs: 100 };
  const found = await new Delegations(recursion, options).find(asking(said, answers), NAME);
  expect(found).toMatchObject({ kind: 'found', zone });
});
