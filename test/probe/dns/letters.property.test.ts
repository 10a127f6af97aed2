import type { Answer } from 'dns-packet';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnswerPacket } from '../../../src/probe/dns/client/packets.js';
import type { Reply } from '../../../src/probe/dns/client/query.js';
import { lookupOf } from '../../../src/probe/dns/lookup.js';
import { referralOf } from '../../../src/probe/dns/referral.js';

/** The same names with some of their letters in capitals, and a final dot or not. */
const written = (name: string) =>
  fc
    .tuple(fc.array(fc.boolean(), { minLength: name.length, maxLength: name.length }), fc.boolean())
    .map(
      ([capitals, hasDot]) =>
        [...name].map((letter, at) => (capitals[at] ? letter.toUpperCase() : letter)).join('') +
        (hasDot ? '.' : ''),
    );

const packet = (parts: Partial<AnswerPacket>): AnswerPacket => ({
  flags: 0,
  flag_aa: true,
  flag_tc: false,
  name: 'shop.example.com',
  answers: [],
  authorities: [],
  additionals: [],
  ...parts,
});

/** RFC 4343: names are equal whatever their letters' case. */
describe('names in any letters', () => {
  it('are the same records', () => {
    const [shop, edge, host] = ['shop.example.com', 'edge.example.com', 'app-1.closte.com'];
    fc.assert(
      fc.property(written(shop), written(edge), written(edge), written(host), (one, two, again, end) => {
        const answers: Answer[] = [
          { name: one, type: 'CNAME', ttl: 60, class: 'IN', data: two },
          { name: again, type: 'CNAME', ttl: 60, class: 'IN', data: end },
        ];
        const reply: Reply = { ok: true, rttMs: 1, packet: packet({ answers }) };
        expect(lookupOf(reply, 'authoritative').records.map(({ name, value }) => [name, value])).toEqual([
          [shop, edge],
          [edge, host],
        ]);
      }),
    );
  });

  it('are the same referral, with its glue and its key', () => {
    const [zone, server] = ['example.com', 'ns1.example.com'];
    fc.assert(
      fc.property(written(zone), written(zone), written(server), written(server), (cut, signed, ns, glue) => {
        const authorities: Answer[] = [
          { name: cut, type: 'NS', ttl: 60, class: 'IN', data: ns },
          {
            name: signed,
            type: 'DS',
            ttl: 60,
            class: 'IN',
            data: { keyTag: 1, algorithm: 13, digestType: 2, digest: Buffer.alloc(32) },
          },
        ];
        const additionals: Answer[] = [{ name: glue, type: 'A', ttl: 60, class: 'IN', data: '192.0.2.1' }];
        expect(
          referralOf(packet({ flag_aa: false, authorities, additionals }), 'com', 'shop.example.com'),
        ).toEqual({
          zone,
          servers: [server],
          glue: new Map([[server, ['192.0.2.1']]]),
          isSigned: true,
          ttlS: 60,
        });
      }),
    );
  });
});
