import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createDomainCheck } from '../../src/cli/check-domain/check.js';
import { decide, request } from '../../src/core/lifecycle/decide.js';
import type { HttpObservation, SiteAnswer } from '../../src/core/observation/http.js';
import type { ServerAnswer } from '../../src/core/observation/observation.js';
import type { ProbeDeps } from '../../src/use-cases/shared/probe-mapping.js';
import { createMappingProbe } from '../../src/use-cases/shared/probe-mapping.js';
import {
  dnsSeen,
  edge,
  HOSTNAME,
  lookup,
  POLICY,
  right,
  START,
  served,
  server,
  silent,
  sslSeen,
  TARGET,
  wrong,
} from '../support/observations.js';

type Seen = {
  readonly resolvers: readonly ServerAnswer[];
  readonly site: SiteAnswer;
  readonly isServed: boolean;
};

/** A world in which each check finds the same. */
function probesOf({ resolvers, site, isServed }: Seen): ProbeDeps {
  let now = START;
  const http: Omit<HttpObservation, 'at'> = { queried: HOSTNAME, challenge: [], site: [site] };
  const ssl = sslSeen(START, isServed ? served : edge('unknown-name'));
  return {
    dns: {
      authoritative: async () => dnsSeen(START, [right()]),
      resolvers: async () => [...resolvers],
      addresses: async () => [],
    },
    http: { probe: async () => ({ ssl, http }), front: async () => undefined },
    now: () => (now += 60_000),
    random: () => 0.5,
  };
}

async function isReadyInTheEnd(seen: Seen): Promise<boolean> {
  const probes = probesOf(seen);
  const probe = createMappingProbe(probes);
  let ids = 0;
  const context = () => ({ now: probes.now(), newId: () => `e${ids++}`, random: 0.5, policy: POLICY });
  const asked = { id: 'm', app: 'default', hostname: HOSTNAME, channel: 'C1', by: 'U1' };
  let { mapping } = request(asked, context());
  mapping = decide(mapping, { type: 'alias.added', already: false }, context()).mapping;
  for (let round = 0; round < 5; round++)
    mapping = decide(mapping, await probe(mapping, { target: TARGET }, true), context()).mapping;
  return mapping.stage === 'done';
}

async function verdictOf(seen: Seen) {
  const app = { name: 'default', target: TARGET, intervalMs: POLICY.intervalMs };
  const check = createDomainCheck({ ...probesOf(seen), policy: POLICY, newId: () => 'e' }, app, HOSTNAME);
  return (await check.check()).verdict;
}

const NAMES = ['one', 'two', 'three', 'four'];
const answers = [
  right,
  wrong,
  silent,
  (name: string) => server(lookup('servfail'), lookup('servfail'), name),
  (name: string) => server(lookup('bogus'), lookup('bogus'), name),
  (name: string) => server(lookup('filtered'), lookup('filtered'), name),
  (name: string) => ({ ...wrong(name), invents: true }),
];
const page = (change: Partial<SiteAnswer>): SiteAnswer => ({
  address: '203.0.113.10',
  kind: 'wordpress',
  served: 'ours',
  status: 200,
  ...change,
});
const pages = [
  page({}),
  page({ kind: 'error', served: 'unknown', status: 500 }),
  page({ kind: 'error', served: 'unknown', failure: 'redirect-loop' }),
  page({ kind: 'none', served: 'unknown', failure: 'reset', isSecure: true, status: undefined }),
  page({ kind: 'default-page', served: 'default-page' }),
  page({ kind: 'other', served: 'network-signup' }),
];
const seen = fc.record({
  resolvers: fc
    .tuple(
      ...NAMES.map(() => fc.oneof({ weight: 4, arbitrary: fc.constant(right) }, fc.constantFrom(...answers))),
    )
    .map((picked) => picked.map((answer, at) => answer(NAMES[at] ?? ''))),
  site: fc.oneof({ weight: 3, arbitrary: fc.constant(page({})) }, fc.constantFrom(...pages)),
  isServed: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, fc.constant(false)),
});

it('what one check calls right is Ready for the bot if it stays so', async () => {
  await fc.assert(
    fc.asyncProperty(seen, async (given) => {
      if ((await verdictOf(given)) !== 'right') return;
      expect(await isReadyInTheEnd(given)).toBe(true);
    }),
    { numRuns: 150 },
  );
});

it('what the bot calls Ready at once, one check calls right', async () => {
  const all = (answer: (name: string) => ServerAnswer) => NAMES.map(answer);
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...pages), async (site) => {
      const given = { resolvers: all(right), site, isServed: true };
      expect((await verdictOf(given)) === 'right').toBe(await isReadyInTheEnd(given));
    }),
  );
});
