import { describe, expect, it } from 'vitest';
import type { Mapping } from '../../../src/core/mapping.js';
import { parseListFilter } from '../../../src/slack/inbound/arguments/list-filter.js';
import { listView, overviewView } from '../../../src/slack/views/answers/list.js';
import { summaryOf } from '../../../src/store/summary.js';
import { list } from '../../../src/use-cases/reports/list.js';
import { overview } from '../../../src/use-cases/reports/overview.js';
import { POLICY, START, TARGET } from '../../support/observations.js';
import { dnsWrong, ready, Story } from '../../support/story.js';
import { translatorFor } from '../../support/translator.js';

const ACTOR = { user: 'UALICE', team: 'T1', channel: 'C1', requestId: 'r' };
const translator = translatorFor();

const waiting = (): Mapping => new Story().added().mapping;
function stuck(): Mapping {
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

const of = (id: string, mapping: Mapping, change: Partial<Mapping> = {}): Mapping => ({
  ...mapping,
  id,
  hostname: `${id}.example.com`,
  ...change,
});
const MAPPINGS = [
  of('ready', ready().mapping),
  of('stuck', stuck()),
  of('drifted', drifted(), { requestedBy: 'UBOB' }),
  of('refused', refused(), { app: 'blog' }),
  of('waiting', waiting()),
  of('assigned', waiting(), { requestedBy: 'UBOB', assignee: 'UALICE' }),
  of('handed-over', waiting(), { assignee: 'UBOB' }),
];

/** Store, roles and apps as far as a list needs them. */
const deps = {
  store: {
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
  roles: { roleOf: async () => 'member', toAsk: [] },
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

const found = async (typed: string) => {
  const filter = parseListFilter(typed, { translator, user: ACTOR.user });
  const { mappings } = await list(deps, filter, typed, 0, ACTOR);
  return mappings.map(({ mapping }) => mapping.id);
};

it('sorts what no longer works first, then by who has to act and age; what is ready comes last', async () => {
  expect((await found('')).slice(0, 2)).toEqual(['drifted', 'refused']);
  expect((await found('')).at(-1)).toBe('ready');
});

describe('a filter', () => {
  it.each([
    ['ready', ['ready']],
    ['Ready', ['ready']],
    ['refused', ['refused']],
    ['mine', ['refused', 'stuck', 'waiting', 'ready', 'assigned']],
    ['<@UBOB|bob>', ['drifted', 'handed-over']],
    ['blog', ['refused']],
    ['waiting.example', ['waiting']],
    ['https://waiting.example.com/wp-admin', ['waiting']],
    ['nothing of the kind', []],
  ])('%s', async (typed, expected) => {
    expect((await found(typed)).sort()).toEqual([...expected].sort());
  });

  it('takes labels, their beginnings, and conditions', async () => {
    expect(await found('Checking DNS')).toEqual(expect.arrayContaining(['stuck', 'waiting']));
    expect(await found('checking')).toEqual(expect.arrayContaining(['stuck', 'waiting']));
    expect((await found('stuck')).sort()).toEqual(['drifted', 'refused', 'stuck']);
    expect(await found('failed')).toEqual([]);
  });
});

it('shows each with a link to its card, what is wrong, since when, and who has to act', async () => {
  const listing = await list(deps, {}, '', 0, ACTOR);
  const later: typeof translator = { ...translator, now: deps.now, about: () => later };
  const text = JSON.stringify(listView(listing, later));
  expect(text).toContain('*<https://team.slack.test/archives/C1/p1000001|stuck.example.com>*');
  expect(text).toMatch(/stuck\.example\.com>\*.*wrong address · .* hr.* · waiting for the customer/);
});

it('offers the filters when nothing matches', async () => {
  const view = listView(await list(deps, { text: 'zzz' }, 'zzz', 0, ACTOR), translator);
  expect(JSON.stringify(view)).toMatch(/list:stuck.*list:waiting.*list:failed.*list:mine/);
});

it('counts who needs what, and names the most urgent', async () => {
  const seen = await overview(deps, ACTOR);
  expect(seen.total).toBe(MAPPINGS.length);
  expect(Object.values(seen.counts).reduce((sum, count) => sum + count)).toBe(MAPPINGS.length);
  expect(seen.counts).toMatchObject({ agency: 1, ready: 1 });
  expect(seen.urgent[0]?.mapping.id).toBe('drifted');
  expect(JSON.stringify(overviewView(seen, translator))).toContain('Who needs what');
});
