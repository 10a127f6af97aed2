import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findingsOf } from '../../../src/core/diagnosis/findings/findings.js';
import {
  type EdgeOutcome,
  edgeOutcomes,
  type LookupOutcome,
  lookupOutcomes,
} from '../../../src/core/observation/observation.js';
import { isServed } from '../../../src/core/stage.js';
import {
  certificate,
  dnsSeen,
  edge,
  lookup,
  POLICY,
  right,
  server,
  sslSeen,
  TARGET,
} from '../../support/observations.js';
import { Story } from '../../support/story.js';

const VALUES = [
  '203.0.113.10',
  '192.0.2.1',
  '2001:db8::10',
  '2001:db8::bad',
  'other.example.net',
  ...TARGET.cname,
];
const anyLookup = (outcomes: readonly LookupOutcome[]) =>
  fc.oneof(
    fc.constantFrom(...outcomes.filter((outcome) => outcome !== 'answer')).map((outcome) => lookup(outcome)),
    fc
      .array(fc.constantFrom(...VALUES), { minLength: 1, maxLength: 3 })
      .map((values) => lookup('answer', ...values)),
  );
const anyServer = fc
  .tuple(anyLookup(lookupOutcomes), anyLookup(lookupOutcomes), fc.constantFrom('a', 'b'))
  .map(([a, aaaa, name]) => server(a, aaaa, name));
const anyEdge = fc.oneof(
  fc
    .constantFrom(...edgeOutcomes.filter((outcome): outcome is EdgeOutcome => outcome !== 'certificate'))
    .map((outcome) => edge(outcome)),
  fc
    .record({
      nameMatches: fc.boolean(),
      chainError: fc.constantFrom(
        undefined,
        'CERT_HAS_EXPIRED',
        'CERT_NOT_YET_VALID',
        'SELF_SIGNED_CERT_IN_CHAIN',
        'odd',
      ),
    })
    .map(({ nameMatches, chainError }) =>
      edge('certificate', certificate({ nameMatches, ...(chainError ? { chainError } : {}) })),
    ),
);
const problemsOf = ({ mapping, now }: Story, axis: 'dns' | 'ssl') =>
  findingsOf(mapping, TARGET, { now, policy: POLICY }).filter(
    (finding) => finding.axis === axis && finding.severity === 'problem',
  );

// Fails as long as there is no finding for what no other rule explains.
it('finds a problem wherever DNS is seen and not right', () => {
  fc.assert(
    fc.property(fc.array(anyServer, { minLength: 1, maxLength: 3 }), (servers) => {
      const story = new Story().added();
      story.see(0, (at) => dnsSeen(at, servers));
      if (story.mapping.dns.state === 'wrong') expect(problemsOf(story, 'dns')).not.toEqual([]);
    }),
    { numRuns: 1_000 },
  );
});

it('finds a problem wherever a certificate is checked and not good', () => {
  fc.assert(
    fc.property(fc.array(anyEdge, { minLength: 1, maxLength: 3 }), (edges) => {
      const story = new Story().added();
      story.see(
        0,
        (at) => dnsSeen(at, [right()]),
        (at) => sslSeen(at, ...edges),
      );
      const { ssl } = story.mapping;
      if (ssl.state !== 'unknown' && !isServed(ssl)) expect(problemsOf(story, 'ssl')).not.toEqual([]);
    }),
    { numRuns: 1_000 },
  );
});
