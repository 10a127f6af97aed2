import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findingsOf } from '../../../src/core/diagnosis/findings/findings.js';
import { judgeDns, judgeServer } from '../../../src/core/diagnosis/verdict.js';
import { judgeSsl } from '../../../src/core/diagnosis/verdict-ssl.js';
import { parseHostname } from '../../../src/core/hostname.js';
import type { Mapping } from '../../../src/core/mapping.js';
import {
  type DnsObservation,
  edgeOutcomes,
  lookupOutcomes,
} from '../../../src/core/observation/observation.js';
import {
  certificate,
  dnsSeen,
  edge,
  lookup,
  POLICY,
  right,
  START,
  server,
  sslSeen,
  TARGET,
} from '../../support/observations.js';
import { Story } from '../../support/story.js';

const [HOST = ''] = TARGET.cname;
const added = new Story().added().mapping;
const find = (change: Partial<Pick<Mapping, 'dns' | 'ssl'>>) =>
  findingsOf({ ...added, ...change }, TARGET, { now: START, policy: POLICY }).map(({ code }) => code);
const published = (observation: DnsObservation, disproved: Record<string, number> = {}) =>
  find({ dns: { ...added.dns, state: 'published', observation, disproved } });

const VALUES = ['203.0.113.10', '192.0.2.1', HOST, 'old.example.org'];
const anyAnswer = fc
  .tuple(fc.constantFrom(...lookupOutcomes), fc.uniqueArray(fc.constantFrom(...VALUES), { minLength: 1 }))
  .map(([outcome, values]) => (outcome === 'answer' ? lookup('answer', ...values) : lookup(outcome)));
const anyServers = fc.array(
  fc
    .tuple(anyAnswer, anyAnswer, fc.constantFrom('a', 'b', 'c'))
    .map(([a, aaaa, name]) => server(a, aaaa, name)),
  { minLength: 1, maxLength: 4 },
);
const SILENT = ['timeout', 'unreachable', 'malformed', 'blocked'];

it('takes no incomplete list for a proof that nothing else is there', () => {
  fc.assert(
    fc.property(anyServers, (servers) => {
      const cutOff = servers.map(({ a, ...rest }) => ({ ...rest, a: { ...a, isCapped: true } }));
      expect(cutOff.map((each) => judgeServer(each, TARGET, []))).not.toContain('right');
      expect(judgeDns({ ...dnsSeen(START, servers), isCapped: true }, TARGET).verdict).not.toBe('published');
    }),
  );
});

it('lets no cut list of CAA records forbid', () => {
  const issuer = fc.constantFrom('digicert.com', ';', 'letsencrypt.com', 'letsencrypt.org; accounturi=x');
  fc.assert(
    fc.property(fc.array(issuer, { minLength: 1 }), (values) => {
      const records = values.map((value) => ({ critical: false, tag: 'issue', value }));
      const caa = { outcome: 'found' as const, name: 'example.com', records, isCapped: true };
      const found = published({ ...dnsSeen(START, [right()]), caa });
      expect(found).not.toContain('caa-forbids');
      expect(found).not.toContain('caa-restricts');
    }),
  );
});

it('could not check DNS only where no server answered', () => {
  fc.assert(
    fc.property(anyServers, (servers) => {
      const { verdict } = judgeDns(dnsSeen(START, servers), TARGET);
      if (verdict === 'unknown')
        expect(servers.every(({ a }) => SILENT.includes(a.outcome) || a.isCapped)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

it('could not check the certificate only where no address answered', () => {
  const anyEdge = fc
    .tuple(fc.constantFrom(...edgeOutcomes), fc.boolean())
    .map(([outcome, nameMatches]) =>
      outcome === 'certificate' ? edge(outcome, certificate({ nameMatches })) : edge(outcome),
    );
  fc.assert(
    fc.property(fc.array(anyEdge, { minLength: 1, maxLength: 4 }), fc.boolean(), (edges, isSighted) => {
      if (judgeSsl(sslSeen(START, ...edges), START, isSighted) !== 'unknown') return;
      expect(edges.map(({ outcome }) => outcome)).not.toContain('certificate');
      if (isSighted) expect(edges.map(({ outcome }) => outcome)).not.toContain('timeout');
    }),
  );
});

it('gives up an old cache as the reason once its predicted end has passed without effect', () => {
  const reasons = ['caches-waiting', 'resolver-repeating', 'resolver-rewriting'] as const;
  const old = fc.constantFrom(
    lookup('answer', '192.0.2.1'),
    lookup('answer', 'old.example.org', '192.0.2.1'),
    { ...lookup('nxdomain'), negativeTtlS: 300 },
    { ...lookup('empty'), negativeTtlS: 300 },
  );
  fc.assert(
    fc.property(old, fc.nat({ max: 5 }), (a, disproofs) => {
      const resolvers = [right('Google'), server(a, lookup('empty'), 'Quad9')];
      const found = published({ ...dnsSeen(START, [right()]), resolvers }, { Quad9: disproofs });
      const reported = reasons.filter((code) => found.includes(code));
      expect(reported).toEqual([reasons[Math.min(disproofs, 2)]]);
    }),
  );
});

it('reads names with labels of digits as they are', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(), (one, other) => {
      const hostname = `${one}.${other}.example.com`;
      expect(parseHostname(hostname)).toEqual({ ok: true, hostname });
    }),
  );
});
