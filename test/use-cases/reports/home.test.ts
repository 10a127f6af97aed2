import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../../src/core/instant.js';
import { summaryOf } from '../../../src/store/summary.js';
import { home } from '../../../src/use-cases/reports/home.js';
import { createJudge } from '../../../src/use-cases/shared/conditions.js';
import { ACTOR, deps, MAPPINGS } from './listed-mappings.js';

const NOW = deps.now();
const judge = createJudge(deps, () => deps.apps);

/** The same domains, with what their summaries say changed by ID. */
const changed = (changes: Readonly<Record<string, object>>): typeof deps => ({
  ...deps,
  store: {
    ...deps.store,
    async *summaries() {
      yield MAPPINGS.map((mapping) => ({ ...summaryOf(mapping, judge), ...changes[mapping.id] }));
    },
  },
});
const idsOf = (listed: readonly { readonly mapping: { readonly id: string } }[]) =>
  listed.map(({ mapping }) => mapping.id);

describe('the Home tab', () => {
  it('lists what somebody has to act on and what is the reader’s, the most urgent first', async () => {
    const shown = await home(deps, ACTOR);
    expect(shown.total).toBe(MAPPINGS.length);
    expect(idsOf(shown.urgent)).toEqual(expect.arrayContaining(['drifted', 'refused', 'stuck']));
    expect(shown.urgent[0]?.mapping.id).toBe('drifted');
    expect(idsOf(shown.mine).sort()).toEqual(['assigned', 'refused', 'stuck', 'waiting']);
  });

  it('counts by stage as cards and lists name it', async () => {
    const unrouted = { stage: 'checking-ssl-cert', setback: 'unrouted' } as const;
    const shown = await home(changed({ stuck: unrouted }), ACTOR);
    expect(shown.stages).toMatchObject({ drifted: 1, refused: 1, unrouted: 1 });
    expect(shown.stages['checking-ssl-cert'] ?? 0).toBe(
      (await home(deps, ACTOR)).stages['checking-ssl-cert'] ?? 0,
    );
    const all = Object.values(shown.stages).reduce((sum, count) => sum + count, 0);
    expect(all).toBe(shown.total);
  });

  it('shows what became ready within a week, and never what is older', async () => {
    const days = (count: number) => ({ readyAt: NOW - count * DAY_MS });
    const shown = await home(
      changed({ ready: days(6), waiting: days(2), stuck: days(8), drifted: days(30) }),
      ACTOR,
    );
    expect(idsOf(shown.ready)).toEqual(['waiting', 'ready']);
  });

  it('shows certificates that end within three weeks, the first to end first', async () => {
    const ends = (days: number) => ({ certificateEnd: NOW + days * DAY_MS });
    const shown = await home(changed({ ready: ends(20), drifted: ends(3), waiting: ends(22) }), ACTOR);
    expect(shown.expiring.map(({ mapping, validTo }) => [mapping.id, validTo])).toEqual([
      ['drifted', NOW + 3 * DAY_MS],
      ['ready', NOW + 20 * DAY_MS],
    ]);
  });

  it('compares the last seven days with the seven before', async () => {
    const all = Object.fromEntries(MAPPINGS.map(({ id }) => [id, { requestedAt: NOW - 30 * DAY_MS }]));
    const requested = (days: number) => ({ requestedAt: NOW - days * DAY_MS });
    const shown = await home(
      changed({ ...all, ready: requested(1), stuck: requested(2), waiting: requested(10) }),
      ACTOR,
    );
    expect(shown.trend.requested).toEqual([2, 1]);
  });

  it.each([
    ['member', { mayMap: false, mayConfigure: false }],
    ['operator', { mayMap: true, mayConfigure: false }],
    ['admin', { mayMap: true, mayConfigure: true }],
  ] as const)('offers a %s what they may do', async (role, offered) => {
    const roles = { roleOf: async () => role, operators: [], admins: [] };
    expect(await home({ ...deps, roles }, ACTOR)).toMatchObject(offered);
  });
});
