import { randomBytes } from 'node:crypto';
import type { DecodedPacket } from 'dns-packet';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createDnsClient } from '../../../../src/probe/dns/client/client.js';
import { decodeAnswer } from '../../../../src/probe/dns/client/packets.js';
import { lookupOf } from '../../../../src/probe/dns/lookup.js';
import { answerTo, type Script, type ScriptedServer, scriptedServer } from '../../../support/dns-server.js';
import { passed, useIdleTime } from '../../../support/idle-time.js';

const NAME = 'shop.example.com';
const A = { name: NAME, type: 'A', ttl: 60, data: '203.0.113.10' } as const;
const SOA = {
  name: 'example.com',
  type: 'SOA',
  ttl: 300,
  data: { mname: 'ns1', rname: 'h', serial: 1, refresh: 1, retry: 1, expire: 1, minimum: 60 },
} as const;
const TC = 0x0600;

useIdleTime();
let server: ScriptedServer | undefined;
afterEach(async () => {
  await server?.stop();
  server = undefined;
});

async function probe(script: Script) {
  server = await scriptedServer(script);
  const ask = createDnsClient({ timeoutMs: 150, tries: 2 });
  const reply = await passed(ask(server, { name: NAME, type: 'A', recursionDesired: false }));
  return lookupOf(reply, 'authoritative');
}

describe('what came of a question', () => {
  it.each<[string, Script, object]>([
    [
      'answer',
      (query) => [answerTo(query, { answers: [A] })],
      { outcome: 'answer', records: [{ value: A.data, ttlS: 60 }] },
    ],
    ...[
      [2 ** 31 - 1, 604_800],
      [2 ** 31, 0],
    ].map(([ttl = 0, ttlS]): [string, Script, object] => [
      `a TTL of ${ttl}: ${ttlS}`,
      (query) => [answerTo(query, { answers: [{ ...A, ttl }] })],
      { outcome: 'answer', records: [{ ttlS }] },
    ]),
    ['empty', (query) => [answerTo(query, { authorities: [SOA] })], { outcome: 'empty', negativeTtlS: 60 }],
    [
      'nxdomain',
      (query) => [answerTo(query, { rcode: 'NXDOMAIN', authorities: [SOA] })],
      { outcome: 'nxdomain', negativeTtlS: 60 },
    ],
    ['lame: no authority', (query) => [answerTo(query, { flags: 0, answers: [A] })], { outcome: 'lame' }],
    [
      'lame: a referral upwards',
      (query) => [
        answerTo(query, { flags: 0, authorities: [{ name: 'com', type: 'NS', data: 'a.gtld.net' }] }),
      ],
      { outcome: 'lame' },
    ],
    ['refused', (query) => [answerTo(query, { rcode: 'REFUSED' })], { outcome: 'refused' }],
    ['servfail', (query) => [answerTo(query, { rcode: 'SERVFAIL' })], { outcome: 'servfail' }],
    ['another code', (query) => [answerTo(query, { rcode: 'NOTIMP' })], { outcome: 'other-rcode' }],
    [
      'a header alone from a server that could not read the question',
      (query) => {
        const bytes = Buffer.alloc(12);
        bytes.writeUInt16BE(query.id ?? 0, 0);
        bytes.writeUInt16BE(0x8001, 2);
        return [bytes];
      },
      { outcome: 'other-rcode' },
    ],
    ['silence', () => [], { outcome: 'timeout' }],
    ['garbage', () => [randomBytes(100)], { outcome: 'malformed' }],
    [
      'truncated: asked again over TCP',
      (query, transport) => [
        transport === 'udp' ? answerTo(query, { flags: TC }) : answerTo(query, { answers: [A] }),
      ],
      { outcome: 'answer' },
    ],
    [
      'truncated, and TCP goes silent',
      (query, transport) => (transport === 'udp' ? [answerTo(query, { flags: TC })] : []),
      { outcome: 'truncated' },
    ],
  ])('%s', async (_, script, expected) => {
    expect(await probe(script)).toMatchObject(expected);
  });

  it('unreachable, when nobody listens', async () => {
    const gone = await scriptedServer(() => []);
    await gone.stop();
    const ask = createDnsClient({ timeoutMs: 150, tries: 2 });
    expect(await passed(ask(gone, { name: NAME, type: 'A', recursionDesired: true }))).toMatchObject({
      outcome: 'unreachable',
    });
  });
});

it('a closed port is known at once, also by those who ask at the same time', async () => {
  const gone = await scriptedServer(() => []);
  await gone.stop();
  const ask = createDnsClient({ timeoutMs: 2_000, tries: 2 });
  const startedAt = performance.now();
  for (let round = 0; round < 5; round++) {
    const asked = (['A', 'AAAA', 'NS', 'SOA'] as const).map((type) =>
      ask(gone, { name: NAME, type, recursionDesired: true }),
    );
    const replies = await passed(Promise.all(asked));
    expect(replies).toMatchObject(Array(4).fill({ ok: false, outcome: 'unreachable' }));
  }
  expect(performance.now() - startedAt).toBeLessThan(1_500);
});

describe('a server that says nothing', () => {
  const question = (name: string, type: 'A' | 'CAA' = 'A') =>
    ({ name, type, recursionDesired: true }) as const;

  it('is waited for once, by one of those who ask', async () => {
    server = await scriptedServer(() => []);
    const ask = createDnsClient({ timeoutMs: 100, tries: 2 });
    const first = await passed(ask(server, question('a.example.com')));
    const startedAt = performance.now();
    const later = await passed(ask(server, question('b.example.com')));
    expect(performance.now() - startedAt).toBe(0);
    expect([first.ok, later.ok]).toEqual([false, false]);
    expect(later).toMatchObject({ outcome: 'timeout' });
    expect(server.asked).toEqual(['a.example.com A', 'a.example.com A']);
  });

  it('holds up no question to another server, however many wait for it', async () => {
    server = await scriptedServer(() => []);
    const healthy = await scriptedServer((query) => [answerTo(query, { answers: [A] })]);
    const ask = createDnsClient({ timeoutMs: 300, tries: 2 });
    const [dead, well] = [server, healthy];
    const waiting = Array.from({ length: 500 }, (_, index) => ask(dead, question(`h${index}.example.com`)));
    const startedAt = performance.now();
    const reply = await passed(ask(well, question(NAME)));
    expect(reply.ok).toBe(true);
    expect(performance.now() - startedAt).toBeLessThan(250);
    await passed(Promise.all(waiting));
    // 64 at a time were asked, twice; those in line behind them know without asking.
    expect(dead.asked.length).toBeLessThanOrEqual(128);
    await healthy.stop();
  });

  it('about one zone holds up no question about another to the same resolver', async () => {
    server = await scriptedServer((query) =>
      query.questions?.[0]?.name.endsWith('silent.com') ? [] : [answerTo(query, { answers: [A] })],
    );
    const resolver = server;
    const ask = createDnsClient({ timeoutMs: 2_000, tries: 1 });
    await passed(ask(resolver, question(NAME)));
    const waiting = Array.from({ length: 300 }, (_, index) =>
      ask(resolver, question(`h${index}.silent.com`)),
    );
    const startedAt = performance.now();
    expect((await passed(ask(resolver, question('other.example.com')))).ok).toBe(true);
    expect(performance.now() - startedAt).toBeLessThan(1_500);
    await passed(Promise.all(waiting));
  });

  it('to one type alone is not taken for silent', async () => {
    server = await scriptedServer((query) =>
      query.questions?.[0]?.type === 'CAA' ? [] : [answerTo(query, { answers: [A] })],
    );
    const ask = createDnsClient({ timeoutMs: 50, tries: 2 });
    expect((await passed(ask(server, question(NAME, 'CAA')))).ok).toBe(false);
    expect((await passed(ask(server, question(NAME)))).ok).toBe(true);
  });
});

it('an address that the kernel refuses is unreachable, and no more than that', async () => {
  const ask = createDnsClient({ timeoutMs: 150, tries: 1 });
  const refused = { address: '255.255.255.255', port: 53 };
  expect(await passed(ask(refused, { name: NAME, type: 'A', recursionDesired: true }))).toMatchObject({
    outcome: 'unreachable',
  });
});

it.each(['', 'a..example.com', `${'a'.repeat(64)}.com`, 'a.'.repeat(130)])(
  'a name that can’t be asked for: %j',
  async (name) => {
    const ask = createDnsClient({ timeoutMs: 150, tries: 1 });
    const nobody = { address: '127.0.0.1', port: 1 };
    expect(await ask(nobody, { name, type: 'A', recursionDesired: true })).toMatchObject({
      outcome: 'malformed',
    });
  },
);

describe('spoofed and hostile packets', () => {
  const spoofs: [string, (query: DecodedPacket) => Buffer][] = [
    ['another id', (query) => answerTo(query, { id: ((query.id ?? 0) + 1) & 0xffff, answers: [A] })],
    [
      'another name',
      (query) => answerTo(query, { questions: [{ name: 'evil.example.com', type: 'A' }], answers: [A] }),
    ],
    ['another type', (query) => answerTo(query, { questions: [{ name: NAME, type: 'AAAA' }], answers: [A] })],
    ['no question', (query) => answerTo(query, { questions: [], answers: [A] })],
    [
      'a header that promises 65,535 records',
      (query) => {
        const packet = answerTo(query, { answers: [A] });
        packet.writeUInt16BE(0xffff, 6);
        return packet;
      },
    ],
  ];
  it.each(spoofs)('%s does not end the wait for the right answer', async (_, spoof) => {
    const seen = await probe((query) => [
      spoof(query),
      answerTo(query, { answers: [{ ...A, data: '203.0.113.99' }] }),
    ]);
    expect(seen.records.map(({ value }) => value)).toEqual(['203.0.113.99']);
  });

  it('10,000 fuzzed packets do no harm', () => {
    const question = { name: NAME, type: 'A', recursionDesired: true } as const;
    const query = { id: 7, questions: [{ name: NAME, type: 'A' }] } as DecodedPacket;
    const good = answerTo(query, { answers: [A], authorities: [SOA] });
    for (let round = 0; round < 10_000; round++) {
      const bytes = Buffer.from(good);
      for (let flips = 0; flips < 1 + (round % 8); flips++)
        bytes[2 + ((round * 31 + flips * 17) % (bytes.length - 2))] = round & 0xff;
      const packet = decodeAnswer(bytes.subarray(0, bytes.length - (round % 5)), question, 7);
      if (packet) lookupOf({ ok: true, packet, rttMs: 0 }, 'resolver');
    }
  });
});

it('asks once for those who ask the same at once', async () => {
  server = await scriptedServer((query) => [answerTo(query, { answers: [A] })]);
  const ask = createDnsClient({ timeoutMs: 500, tries: 1 });
  const at = server;
  await Promise.all(
    Array.from({ length: 20 }, () => ask(at, { name: NAME, type: 'A', recursionDesired: true })),
  );
  expect(server.asked).toEqual([`${NAME} A`]);
});

it('a query has its end if it was sent, however it ends, and none if it was not', async () => {
  const started: string[] = [];
  const observed = (name: string) => ({
    onStart: () => started.push(`start ${name}`),
    onEnd: () => started.push(`end ${name}`),
  });
  const question = (name: string) => ({ name, type: 'A', recursionDesired: true }) as const;
  server = await scriptedServer((query) =>
    query.questions?.[0]?.name === 'a.example.com' ? [answerTo(query, { answers: [A] })] : [],
  );
  const ask = createDnsClient({ timeoutMs: 50, tries: 1 });
  await passed(ask(server, question('a.example.com'), observed('a')));
  // What it answers at the same instant would count as meanwhile.
  vi.advanceTimersByTime(1);
  await passed(ask(server, question('b.example.com'), observed('b')));
  await passed(ask(server, question('c.example.com'), observed('c')));
  expect(started).toEqual(['start a', 'end a', 'start b', 'end b']);
});

it('keeps a limit on what is in flight, and loses nothing', async () => {
  server = await scriptedServer((query) => [answerTo(query, { rcode: 'NXDOMAIN' })]);
  const ask = createDnsClient({ timeoutMs: 2_000, tries: 1 });
  const at = server;
  const replies = await Promise.all(
    Array.from({ length: 500 }, (_, index) =>
      ask(at, { name: `h${index}.example.com`, type: 'A', recursionDesired: true }),
    ),
  );
  expect(replies.every(({ ok }) => ok)).toBe(true);
});

it('has a limit on what waits: one more is not asked, which says nothing about the server', async () => {
  server = await scriptedServer((query) => [answerTo(query, { rcode: 'NXDOMAIN' })]);
  const ask = createDnsClient({ timeoutMs: 2_000, tries: 1, maxWaiting: 100 });
  const at = server;
  let refused = 0;
  const listener = {
    onNotAsked: () => {
      refused++;
    },
  };
  const burst = await Promise.all(
    Array.from({ length: 500 }, (_, index) =>
      ask(at, { name: `h${index}.example.com`, type: 'A', recursionDesired: true }, listener),
    ),
  );
  expect(refused).toBe(500 - 64 - 100);
  expect(burst.filter(({ ok }) => ok)).toHaveLength(64 + 100);
  expect(server.asked).toHaveLength(64 + 100);
  expect((await ask(at, { name: NAME, type: 'A', recursionDesired: true })).ok).toBe(true);
});
