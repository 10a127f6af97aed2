import fc from 'fast-check';
import { expect, it } from 'vitest';
import { judgeSeen, staleTypes } from '../../../src/core/diagnosis/verdict.js';
import type { ServerAnswer } from '../../../src/core/observation/observation.js';
import type { Target } from '../../../src/core/ports/provider-facts.js';
import { dnsSeen, lookup, START, server } from '../../support/observations.js';

const [IPV4, IPV6, HOST] = ['203.0.113.10', '2001:db8::10', 'app-1.closte.com'];
const target = fc.record({
  ipv4: fc.constantFrom<readonly string[]>([], [IPV4]),
  ipv6: fc.constantFrom<readonly string[]>([], [IPV6]),
  cname: fc.constantFrom<readonly string[]>([], [HOST]),
});
const old = {
  a: fc.constantFrom(
    lookup('empty'),
    lookup('nxdomain'),
    lookup('answer', IPV4),
    lookup('answer', '192.0.2.1'),
    lookup('answer', HOST),
    lookup('answer', 'old.example.org', '192.0.2.1'),
  ),
  aaaa: fc.constantFrom(
    lookup('empty'),
    lookup('nxdomain'),
    lookup('answer', IPV6),
    lookup('answer', '2001:db8::bad'),
    lookup('answer', HOST),
    lookup('answer', 'old.example.org', '2001:db8::bad'),
  ),
};

/** What the zone's servers have once the record is made, and resolvers that follow it to its end. */
function present({ ipv4, ipv6, cname }: Target, isAlias: boolean) {
  const all = (addresses: readonly string[]) => {
    const values = isAlias ? [...cname, ...addresses] : addresses;
    return values.length > 0 ? lookup('answer', ...values) : lookup('empty');
  };
  return { a: all(ipv4), aaaa: all(ipv6) };
}

it('asking again for the stale types is enough to see that a resolver has forgotten', () => {
  fc.assert(
    fc.property(target, fc.boolean(), fc.record(old), (wanted, isByName, { a, aaaa }) => {
      fc.pre(wanted.ipv4.length + wanted.ipv6.length > 0);
      const now = present(wanted, isByName && wanted.cname.length > 0);
      const observation = dnsSeen(START, [server(now.a, now.aaaa)]);
      let seen: ServerAnswer = server(a, aaaa, 'Quad9');
      for (let round = 0; round < 2 && judgeSeen(seen, observation, wanted) !== 'right'; round++) {
        const stale = staleTypes(seen, observation, wanted);
        expect(stale).not.toEqual([]);
        seen = {
          ...seen,
          ...(stale.includes('A') ? { a: now.a } : {}),
          ...(stale.includes('AAAA') ? { aaaa: now.aaaa } : {}),
        };
      }
      expect(judgeSeen(seen, observation, wanted)).toBe('right');
    }),
    { numRuns: 2_000 },
  );
});
