import { expect, it } from 'vitest';
import type { LookupOutcome } from '../../../src/core/observation/observation.js';
import type { DnsProbe } from '../../../src/probe/probe.js';
import { diagnoseResolvers } from '../../../src/use-cases/doctor/outside-checks.js';

const record = { name: 'app.test', type: 'A', value: '192.0.2.1', ttlS: 60 } as const;

/** One resolver for each outcome. */
const resolving = (...outcomes: LookupOutcome[]): DnsProbe =>
  ({
    resolvers: async () =>
      outcomes.map((outcome, at) => ({
        server: `r${at}`,
        address: '192.0.2.53',
        a: { outcome, records: outcome === 'answer' ? [record] : [], rttMs: 1 },
      })),
  }) as unknown as DnsProbe;

it.each<[LookupOutcome, string]>([
  ['answer', 'doctor.resolver.answers'],
  ['servfail', 'doctor.resolver.wrong'],
  ['refused', 'doctor.resolver.wrong'],
  ['nxdomain', 'doctor.resolver.wrong'],
  ['empty', 'doctor.resolver.wrong'],
  ['filtered', 'doctor.resolver.wrong'],
  ['malformed', 'doctor.resolver.wrong'],
  ['timeout', 'doctor.resolver.silent'],
  ['unreachable', 'doctor.resolver.silent'],
  ['blocked', 'doctor.resolver.silent'],
])('a resolver beside a good one that says %s: %s', async (outcome, key) => {
  const [, second] = await diagnoseResolvers(resolving('answer', outcome), 'app.test');
  expect(second?.key).toBe(key);
});

it('when all say that the name has no address, it is the name', async () => {
  expect(await diagnoseResolvers(resolving('nxdomain', 'nxdomain'), 'app.test')).toMatchObject([
    { state: 'note', key: 'doctor.resolver.no-name' },
  ]);
  expect(await diagnoseResolvers(resolving('servfail', 'servfail'), 'app.test')).toHaveLength(2);
});
