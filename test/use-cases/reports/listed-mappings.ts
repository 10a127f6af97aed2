import type { Mapping } from '../../../src/core/mapping.js';
import { summaryOf } from '../../../src/store/summary.js';
import type { list } from '../../../src/use-cases/reports/list.js';
import { POLICY, START, TARGET } from '../../support/observations.js';
import { dnsWrong, ready, Story } from '../../support/story.js';

export const ACTOR = { user: 'UALICE', team: 'T1', channel: 'C1', requestId: 'r' };
const waiting = (): Mapping => new Story().added().mapping;
export function stuck(): Mapping {
  const story = new Story().added();
  for (let check = 0; check < 4; check++) story.see(5, dnsWrong);
  return story.mapping;
}
function drifted(): Mapping {
  const story = ready();
  for (let check = 0; check < 4; check++) story.see(60, dnsWrong);
  return story.mapping;
}
function refused(): Mapping {
  const story = new Story();
  story.give({ type: 'alias.refused', code: 'refused', message: 'in use' });
  return story.mapping;
}

export const named = (id: string, mapping: Mapping, change: Partial<Mapping> = {}): Mapping => ({
  ...mapping,
  id,
  hostname: `${id}.example.com`,
  ...change,
});
export const MAPPINGS = [
  named('ready', ready().mapping),
  named('stuck', stuck()),
  named('drifted', drifted(), { requestedBy: 'UBOB' }),
  named('refused', refused(), { app: 'blog' }),
  named('waiting', waiting()),
  named('assigned', waiting(), { requestedBy: 'UBOB', assignee: 'UALICE' }),
  named('handed-over', waiting(), { assignee: 'UBOB' }),
];

/** Store, roles and apps as far as reports need them. */
export const deps = {
  store: {
    setAside: () => [],
    async *summaries({ app }: { app?: string }) {
      yield MAPPINGS.filter((mapping) => app === undefined || mapping.app === app).map((mapping) =>
        summaryOf(mapping, undefined),
      );
    },
    load: async (id: string) => ({
      mapping: MAPPINGS.find((mapping) => mapping.id === id),
      card: { channel: 'C1', ts: '1.000001', shownRevision: 0, notBefore: 0 },
    }),
  },
  roles: { roleOf: async () => 'member', operators: [], admins: [] },
  channels: [],
  apps: new Map([
    ['default', { target: TARGET, intervalMs: POLICY.intervalMs }],
    ['blog', { target: TARGET, intervalMs: POLICY.intervalMs }],
  ]),
  policy: POLICY,
  now: () => START + 3_600_000 * 5,
  newId: () => 'x',
  random: () => 0.5,
} as unknown as Parameters<typeof list>[0];
