import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textPrinter } from '../../src/cli/check-domain/print.js';
import { reportOf } from '../../src/cli/check-domain/report.js';
import { hostnameProblemCodes } from '../../src/core/hostname.js';
import { stages } from '../../src/core/mapping.js';
import { closte } from '../../src/hosting/closte/closte.js';
import { createCatalogue, isMessageKey } from '../../src/locale/catalogue.js';
import { en, type MessageKey } from '../../src/locale/en/en.js';
import { validateBlocks, validateView } from '../../src/sandbox/slack/rules/limits.js';
import { doctorView } from '../../src/slack/views/answers/doctor.js';
import { syncProgress, syncResult } from '../../src/slack/views/answers/sync.js';
import { batchFile, batchView } from '../../src/slack/views/batch.js';
import { emailHtml } from '../../src/slack/views/customer-email.js';
import { batchDialog, planDialog } from '../../src/slack/views/dialogs/batch-dialog.js';
import { noticeDialog, workingDialog } from '../../src/slack/views/dialogs/notice.js';
import { digestView } from '../../src/slack/views/digest.js';
import { homeView, searchDialog } from '../../src/slack/views/home.js';
import { problemText } from '../../src/slack/views/problem.js';
import { proposalView } from '../../src/slack/views/thread/proposal.js';
import { createTranslator } from '../../src/slack/views/translator.js';
import type { Batch } from '../../src/use-cases/batch/batch.js';
import type { UserProblem } from '../../src/use-cases/errors.js';
import { englishIn, textsIn } from '../support/leaks.js';
import { POLICY, START, TARGET } from '../support/observations.js';
import { plannedBatch } from '../support/planned-batch.js';
import { pseudo } from '../support/pseudo.js';
import { anySteps, runStory } from '../support/random-story.js';
import { reportedMapping } from '../support/reported-mapping.js';

const t = createCatalogue('en', closte, '/domain', pseudo);
const translator = createTranslator({
  t,
  locale: 'en',
  now: () => START,
  policy: POLICY,
  appOf: () => ({ target: TARGET, dashboardUrl: 'https://host.test/domains' }),
  workspaceUrl: 'https://team.slack.test/',
  approvers: ['UBOB', 'UCAROL'],
});
const leaksIn = (view: object): string[] => textsIn(view).flatMap(englishIn);
const asJson = (value: object) => JSON.parse(JSON.stringify(value));

const stored = reportedMapping();
const listed = { mapping: stored.mapping, card: stored.card };
const counts = { agency: 1, customer: 2, host: 3, underway: 4, ready: 5 };
const expiring = [{ ...listed, validTo: START }];

const lineOf = (result: Batch['lines'][number]['result'], at: number): Batch['lines'][number] => ({
  typed: `d${at}.example.com`,
  hostname: `d${at}.example.com`,
  forecast: 'ready',
  result,
});
const RESULTS: readonly Batch['lines'][number]['result'][] = ['done', 'failed', 'late', 'stopped', undefined];
const BATCHES: readonly Partial<Batch>[] = [
  { state: 'planned' },
  { state: 'proposed', approval: { until: START } as never },
  { state: 'running', lines: RESULTS.map(lineOf) },
  { state: 'ended', lines: RESULTS.map(lineOf) },
  { state: 'ended', endedBecause: 'stopped', endedBy: 'UBOB', lines: RESULTS.map(lineOf) },
  { state: 'ended', endedBecause: 'declined', endedBy: 'UBOB' },
  { state: 'ended', endedBecause: 'expired' },
];

describe.each(['map', 'unmap', 'check'] as const)('a list to %s', (kind) => {
  it.each(BATCHES)('speaks the made-up language while it is $state ($endedBecause)', async (more) => {
    const batch = plannedBatch(kind, more);
    const view = batchView(batch, translator);
    expect(leaksIn(view)).toEqual([]);
    expect(validateBlocks(asJson(view.blocks), 'message')).toEqual([]);
    const plan = planDialog(batch, 90_000, translator);
    expect(leaksIn(plan)).toEqual([]);
    expect(validateView(asJson(plan))).toEqual([]);
    const file = await batchFile(batch, new Map(), translator);
    const said = String(file.content).replaceAll(/\/domain map|nope/g, '');
    expect(said.split('\n').flatMap(englishIn)).toEqual([]);
  });
});

it('the digest and the Home tab speak the made-up language', async () => {
  for (const period of ['daily', 'weekly'] as const) {
    const digest = await digestView(
      {
        app: 'default',
        channel: 'C1',
        period,
        counts,
        urgent: [listed],
        total: 15,
        ready: [listed],
        expiring,
      } as never,
      translator,
    );
    expect(leaksIn(digest)).toEqual([]);
    expect(validateBlocks(asJson(digest.blocks), 'message')).toEqual([]);
  }
  const home = await homeView(
    {
      counts,
      total: 15,
      urgent: [listed],
      mine: [listed],
      ready: [listed],
      expiring,
      stages: Object.fromEntries(stages.map((stage) => [stage, 2])),
      trend: { requested: [3, 2], done: [1, 4] },
      mayMap: true,
      mayConfigure: true,
    } as never,
    translator,
  );
  expect(leaksIn(home)).toEqual([]);
});

it('a second person is asked in the made-up language', () => {
  const event = {
    id: 'e1',
    mapping: stored.mapping.id,
    hostname: stored.mapping.hostname,
    type: 'unmap.proposed',
    at: START,
    by: 'UALICE',
    details: { until: START },
    previous: '',
  };
  expect(leaksIn(proposalView(stored, event as never, translator))).toEqual([]);
});

it('small dialogs and progress speak the made-up language and fit', () => {
  for (const dialog of [
    searchDialog(translator),
    workingDialog('x', translator),
    noticeDialog(t('problem.gone'), translator),
    batchDialog('unmap', 'C1', translator),
  ]) {
    expect(leaksIn(dialog)).toEqual([]);
    expect(validateView(asJson(dialog))).toEqual([]);
  }
  for (const view of [
    syncProgress(1, 2, translator),
    syncResult({ done: 1, failed: ['x1.example.com'] } as never, translator),
    syncResult({ done: 2, failed: [] } as never, translator),
  ])
    expect(leaksIn(view)).toEqual([]);
});

it('a customer’s mail has no words but the text’s, as HTML and plain', () => {
  const subject = t('customer.subject', { hostname: 'shop.example.com' });
  const text = [t('customer.greeting', { tone: 'formal' }), t('customer.by-hand')].join('\n\n');
  expect(englishIn(text)).toEqual([]);
  expect(englishIn(emailHtml(subject, text).replaceAll(/<[^>]*>/g, ' '))).toEqual([]);
});

const namesIn = (message: string): string[] => [...message.matchAll(/\{(\w+)/g)].map(([, name = '']) => name);

it('the doctor speaks the made-up language, a line for each of its results', () => {
  const keys = (Object.keys(en) as MessageKey[]).filter((key) => /^doctor\.(?!fix\.|sound|ill)/.test(key));
  const results = keys.map((key) => ({
    state: 'problem' as const,
    key: key as never,
    params: Object.fromEntries(namesIn(en[key]).map((name) => [name, name === 'ids' ? ['1', '2'] : 2])),
  }));
  for (let at = 0; at < results.length; at += 20) {
    const view = doctorView(results.slice(at, at + 20), translator);
    expect(leaksIn(view)).toEqual([]);
    expect(validateBlocks(asJson(view.blocks), 'message')).toEqual([]);
  }
});

const SAMPLE = {
  app: 'a1',
  apps: ['a1', 'b2'],
  ask: ['UBOB', 'UCAROL'],
  by: 'UBOB',
  channel: 'C1',
  channels: ['C1', 'C2'],
  hostname: 'shop.example.com',
  lines: 600,
  most: 500,
  permission: 'map',
  person: 'UBOB',
  place: 'archived',
  problem: { code: 'empty', params: {} },
  reason: 'R1',
  setting: 'interval',
  site: 7,
  typed: 'x1',
  waitMs: 90_000,
  why: 'large',
};

it('every problem that a person may meet is said in the made-up language', () => {
  const codes = (Object.keys(en) as MessageKey[])
    .filter((key) => key.startsWith('problem.'))
    .map((key) => key.slice('problem.'.length));
  const said = codes.flatMap((code) => {
    try {
      const text = problemText({ ...SAMPLE, code } as unknown as UserProblem, translator);
      return typeof text === 'string' ? [text] : [];
    } catch {
      return [];
    }
  });
  expect(said.length).toBeGreaterThan(25);
  expect(said.flatMap(englishIn)).toEqual([]);
  for (const code of hostnameProblemCodes) {
    const key = `hostname.${code}`;
    if (!isMessageKey(key)) throw new Error(key);
    expect(englishIn(t(key, { input: 'x1', label: 'x1', suffix: 'x1', example: 'x1' }))).toEqual([]);
  }
});

it('a check from the shell prints the made-up language', () => {
  const app = { name: 'a1', target: TARGET, intervalMs: 10_000 };
  const { check } = textPrinter(translator);
  fc.assert(
    fc.property(anySteps, (steps) => {
      for (const { after: mapping } of runStory(steps)) {
        const seen = mapping.dns.observation;
        if (!seen) continue;
        const moment = { now: START, policy: POLICY };
        const condition = translator.condition(mapping);
        const checked = { mapping, app, seen, condition, moment, pending: [], allSeeAt: START, tookMs: 5 };
        const text = check(reportOf(checked));
        // The code of a finding, the kinds of records, and the name of an authority.
        const said = text.replaceAll(/\b[a-z]+(?:-[a-z]+)+\b|Let's Encrypt/g, '').split('\n');
        expect(said.flatMap(englishIn)).toEqual([]);
      }
    }),
    { numRuns: 15 },
  );
});
