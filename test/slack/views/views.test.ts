import { expect, it } from 'vitest';
import type { DomainEvent } from '../../../src/core/events/event.js';
import { decide, type Input, request } from '../../../src/core/lifecycle/decide.js';
import type { Mapping } from '../../../src/core/mapping.js';
import { validateBlocks, validateView } from '../../../src/sandbox/slack/rules/limits.js';
import { fitView } from '../../../src/slack/blocks/limits.js';
import { listView } from '../../../src/slack/views/answers/list.js';
import { statusView } from '../../../src/slack/views/answers/status.js';
import { cardView } from '../../../src/slack/views/card/card.js';
import { unmapDialog } from '../../../src/slack/views/dialogs/unmap-dialog.js';
import { replyView } from '../../../src/slack/views/thread/reply.js';
import type { StoredMapping } from '../../../src/store/store.js';
import {
  certificate,
  dnsSeen,
  edge,
  lookup,
  POLICY,
  right,
  START,
  server,
  silent,
  sslSeen,
  TARGET,
} from '../../support/observations.js';
import { reportedMapping } from '../../support/reported-mapping.js';
import { Story } from '../../support/story.js';
import { translatorFor } from '../../support/translator.js';

const EVIL = '<!channel> `x` *b* &amp; <https://evil.test|click>';
const translator = translatorFor({ target: TARGET, dashboardUrl: 'https://host.test/domains' });

const evilAnswer = server(lookup('answer', 'evil-<!channel>.example.com'), lookup('empty'), EVIL);
const evilCertificate = certificate({
  names: [EVIL, ...Array(100).fill('x'.repeat(253))],
  issuer: EVIL,
  chainError: EVIL,
});
const inputs: Input[] = [
  { type: 'alias.refused', code: 'refused', message: EVIL },
  { type: 'check.requested', by: EVIL },
  { type: 'alias.unreached', source: 'closte', code: 'timed-out', message: EVIL, outcomeUnknown: true },
  { type: 'alias.added', already: false },
  { type: 'observed', target: TARGET, dns: dnsSeen(START, Array(26).fill(evilAnswer)) },
  {
    type: 'observed',
    target: TARGET,
    dns: dnsSeen(START, [right(EVIL)], [evilAnswer, silent(EVIL)]),
    ssl: sslSeen(START, edge('certificate', evilCertificate)),
  },
  {
    type: 'observed',
    target: TARGET,
    dns: dnsSeen(START, [right()], [right()]),
    ssl: sslSeen(START, edge('timeout')),
  },
  { type: 'error.logged', source: EVIL, message: EVIL.repeat(200) },
  { type: 'unmap.requested', by: 'UBOB' },
  { type: 'alias.remove_refused', code: 'refused', message: EVIL },
  { type: 'unmap.requested', by: 'UBOB' },
  { type: 'alias.removed', already: true },
];

/** The mapping and its events after each input. */
function story(): { mapping: Mapping; events: readonly DomainEvent[] }[] {
  let ids = 0;
  let now = START;
  const context = () => ({
    now,
    newId: () => `e${++ids}`,
    random: 0,
    policy: { ...POLICY, intervalMs: 1, dnsDeadlineMs: 1e6, sslDeadlineMs: 1e6 },
  });
  const first = request(
    { id: 'm1', app: EVIL, hostname: 'xn--blumen-mller-klb.de', channel: 'C1', by: 'UALICE' },
    context(),
  );
  const steps = [first];
  let mapping = first.mapping;
  for (const input of inputs) {
    now += 1_000;
    const decision = decide(mapping, input, context());
    mapping = decision.mapping;
    steps.push(decision);
  }
  return steps;
}

const recordOf = (mapping: Mapping): StoredMapping => ({
  version: 1,
  mapping,
  events: [],
  outbox: [],
  card: { channel: 'C1', ts: '1.000001', shownRevision: 0, notBefore: 0 },
  messages: {},
  requests: [],
  compacted: 0,
});

function expectHarmless(view: { text: string; blocks: readonly object[] }): void {
  const fitted = fitView(view as Parameters<typeof fitView>[0]);
  expect(validateBlocks(JSON.parse(JSON.stringify(fitted.blocks)), 'message')).toEqual([]);
  expect(fitted.text).not.toBe('');
  // What a button carries is never shown.
  const all = JSON.stringify(fitted, (key, value) => (key === 'value' ? undefined : value));
  expect(all).not.toContain('<!channel');
  expect(all).not.toContain('<https://evil.test');
  expect(all).not.toMatch(/\{\w+\}(?![^<]*>)/);
}

it('shows every stage and tells every event without giving foreign text any power', async () => {
  for (const { mapping, events } of story()) {
    expectHarmless(cardView(recordOf(mapping), undefined, translator));
    expectHarmless(await statusView({ stored: recordOf(mapping), seen: undefined }, translator));
    for (const event of events) expectHarmless(replyView({ main: recordOf(mapping) }, [event], translator));
    expectHarmless(
      await listView(
        {
          mappings: Array(10).fill({ mapping, card: recordOf(mapping).card }),
          total: 99,
          filter: EVIL,
          offset: 10,
        },
        translator,
      ),
    );
    expect(
      validateView(
        JSON.parse(
          JSON.stringify(unmapDialog(recordOf(mapping), { user: 'U01ALICE', channel: 'C1' }, translator)),
        ),
      ),
    ).toEqual([]);
  }
});

it('shows an international name in its own script, with its other form beside it', () => {
  const [first] = story();
  expect(JSON.stringify(first && cardView(recordOf(first.mapping), undefined, translator))).toContain(
    'blumen-müller.de (xn--blumen-mller-klb.de)',
  );
});

it('gives a status of 26 servers and 8 resolvers', async () => {
  const [first] = story();
  if (!first) throw new Error('no story');
  const seen = {
    type: 'observed',
    target: TARGET,
    dns: dnsSeen(START, Array(26).fill(evilAnswer), Array(8).fill(evilAnswer)),
  } as const;
  expectHarmless(await statusView({ stored: recordOf(first.mapping), seen }, translator));
});

it('says what is missing when an apex has no address to point at', () => {
  const [first] = story();
  if (!first) throw new Error('no story');
  const hostOnly = translatorFor({ target: { ...TARGET, ipv4: [], ipv6: [] } });
  expect(JSON.stringify(cardView(recordOf(first.mapping), undefined, hostOnly))).toContain('CLOSTE_TARGETS');
});

it('does not speak of an alias that Closte was never asked for', () => {
  const [first] = story();
  if (!first) throw new Error('no story');
  const refused = decide(
    first.mapping,
    { type: 'access.denied', by: 'UMALLORY', permission: 'map' },
    { now: START, newId: () => 'e2', random: 0, policy: POLICY },
  );
  const card = JSON.stringify(cardView(recordOf(refused.mapping), undefined, translator));
  expect(card).toContain('not contacted');
  expect(card).not.toContain('last error');
  expect(card).not.toContain('the domain is');
});

it('promises no check of a domain that is being removed, and none of one that is', () => {
  const story = new Story().added();
  const lines = () => {
    const { mapping } = story;
    const stored = { ...reportedMapping(), mapping };
    return JSON.stringify(cardView(stored, undefined, translator).blocks);
  };
  expect(lines()).toContain('*DNS*');
  story.give({ type: 'unmap.requested', by: 'UBOB' });
  expect(lines()).toContain('removing the domain');
  expect(lines()).not.toMatch(/\*DNS\*|\*SSL\*|checked once/);
  story.give({ type: 'alias.removed', already: false });
  expect(lines()).toContain('the domain is removed');
  expect(lines()).not.toMatch(/\*DNS\*|\*SSL\*|checked once/);
});
