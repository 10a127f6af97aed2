import type { Answer } from 'dns-packet';
import { describe, expect, it } from 'vitest';
import type { Ask } from '../../../src/probe/dns/client/client.js';
import type { Question } from '../../../src/probe/dns/client/packets.js';
import type { Reply } from '../../../src/probe/dns/client/query.js';
import type { Server } from '../../../src/probe/dns/client/udp-channel.js';
import { Inventions } from '../../../src/probe/dns/inventions.js';
import { RCODE } from '../../../src/probe/dns/lookup.js';
import { askTypes } from '../../../src/probe/dns/resolvers.js';

const NAME = 'shop.example.com';
const CHAIN: Answer[] = [
  { name: NAME, type: 'CNAME', data: 'www.example.com', ttl: 60 },
  { name: 'www.example.com', type: 'CNAME', data: 'app.host.example', ttl: 60 },
  { name: 'app.host.example', type: 'A', data: '203.0.113.10', ttl: 60 },
];

/** A validating resolver that finds the records of some names bogus. */
const resolving = (bogus: readonly string[], answers: readonly Answer[]): Ask => {
  const packet = (rcode: number, shown: readonly Answer[], { name, type }: Question) => ({
    flags: rcode,
    flag_aa: false,
    flag_tc: false,
    name,
    type,
    answers: [...shown],
    authorities: [],
    additionals: [],
  });
  return (async (_: unknown, question: Question) => {
    const asked = answers.filter(
      ({ name, type }) => question.type !== 'CNAME' || (name === question.name && type === 'CNAME'),
    );
    const fails = question.checkingDisabled !== true && asked.some(({ name }) => bogus.includes(name));
    return {
      ok: true,
      packet: packet(fails ? RCODE.servfail : RCODE.noError, fails ? [] : asked, question),
      rttMs: 1,
    };
  }) as unknown as Ask;
};

const bogusAtOf = async (ask: Ask) => {
  const parts = { inventions: new Inventions(Date.now), now: () => 0 };
  const resolver = { name: 'quad9', address: '127.0.0.1', port: 53 };
  const { a } = await askTypes(parts, ask, resolver, NAME, ['A']);
  expect(a?.outcome).toBe('bogus');
  return a?.bogusAt;
};

it.each<[string, readonly string[], readonly Answer[], string | undefined]>([
  ['the name’s own CNAME', [NAME], CHAIN, NAME],
  ['a CNAME on the way', ['www.example.com'], CHAIN, 'www.example.com'],
  ['what the last CNAME leads to', ['app.host.example'], CHAIN, 'app.host.example'],
  ['the name’s own address', [NAME], [{ name: NAME, type: 'A', data: '203.0.113.10', ttl: 60 }], undefined],
])('a resolver shows which link of a chain is bogus: %s', async (_, bogus, answers, bogusAt) => {
  expect(await bogusAtOf(resolving(bogus, answers))).toBe(bogusAt);
});

/** Asks, but the query for one name’s CNAME fares otherwise. */
const losing = (ask: Ask, lost: string, change: (reply: Reply) => Reply): Ask =>
  (async (server: Server, question: Question) => {
    const reply = await ask(server, question);
    return question.type === 'CNAME' && question.name === lost ? change(reply) : reply;
  }) as Ask;

const withRcode = (rcode: number) => (reply: Reply) =>
  reply.ok ? { ...reply, packet: { ...reply.packet, flags: rcode } } : reply;

describe('a query for a CNAME that shows nothing', () => {
  const without: [string, (reply: Reply) => Reply][] = [
    ['is lost', () => ({ ok: false, outcome: 'timeout', rttMs: 1 })],
    ['is refused', withRcode(RCODE.refused)],
    ['is denied', withRcode(RCODE.nxdomain)],
    ['is not understood', withRcode(RCODE.formerr)],
  ];

  it.each(without)('blames no name when it %s', async (_, change) => {
    const inZone = resolving([NAME], CHAIN);
    expect(await bogusAtOf(losing(inZone, NAME, change))).toBeUndefined();
    const outside = resolving(['app.host.example'], CHAIN);
    expect(await bogusAtOf(losing(outside, 'www.example.com', change))).toBeUndefined();
  });

  it.each(without)('changes nothing when it %s behind the bogus one', async (_, change) => {
    const ask = resolving([NAME], CHAIN);
    expect(await bogusAtOf(losing(ask, 'www.example.com', change))).toBe(NAME);
  });

  it('delays the answer once, however long the chain', async () => {
    const chain = Array.from({ length: 8 }, (__, at): Answer => {
      const name = at === 0 ? NAME : `n${at}.example.com`;
      return { name, type: 'CNAME', data: `n${at + 1}.example.com`, ttl: 60 };
    });
    const ask = resolving([NAME], chain);
    const waiting: (() => void)[] = [];
    const slow = ((server: Server, question: Question) => {
      if (question.type !== 'CNAME') return ask(server, question);
      return new Promise((resolve) => {
        const asked = waiting.push(() => resolve(ask(server, question)));
        if (asked === chain.length) for (const answer of waiting) answer();
      });
    }) as Ask;
    expect(await bogusAtOf(slow)).toBe(NAME);
  });
});
