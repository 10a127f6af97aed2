import type { Answer } from 'dns-packet';
import { expect, it } from 'vitest';
import type { Ask } from '../../../src/probe/dns/client/client.js';
import type { Question } from '../../../src/probe/dns/client/packets.js';
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

it.each<[string, readonly string[], readonly Answer[], string | undefined]>([
  ['the name’s own CNAME', [NAME], CHAIN, NAME],
  ['a CNAME on the way', ['www.example.com'], CHAIN, 'www.example.com'],
  ['what the last CNAME leads to', ['app.host.example'], CHAIN, 'app.host.example'],
  ['the name’s own address', [NAME], [{ name: NAME, type: 'A', data: '203.0.113.10', ttl: 60 }], undefined],
])('a resolver shows which link of a chain is bogus: %s', async (_, bogus, answers, bogusAt) => {
  const parts = { inventions: new Inventions(Date.now), now: () => 0 };
  const resolver = { name: 'quad9', address: '127.0.0.1', port: 53 };
  const { a } = await askTypes(parts, resolving(bogus, answers), resolver, NAME, ['A']);
  expect(a?.outcome).toBe('bogus');
  expect(a?.bogusAt).toBe(bogusAt);
});
