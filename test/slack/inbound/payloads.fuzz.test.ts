import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseAuditFilter } from '../../../src/slack/inbound/arguments/audit-filter.js';
import { parseSnapshot, readMetadata } from '../../../src/slack/outbound/metadata.js';
import { parsePage } from '../../../src/slack/views/answers/paging.js';
import { parseOpened } from '../../../src/slack/views/dialogs/unmap-dialog.js';
import { ALICE, BOB, DOMAINS } from '../../support/lab.js';
import { mangled, mangledJson } from '../../support/mangled.js';
import { START } from '../../support/observations.js';
import { interaction, openHttpLab } from '../../support/signed.js';

const KEYS = [
  'mapping',
  'channel',
  'filter',
  'offset',
  'event_type',
  'event_payload',
  'id',
  'type',
  'at',
  'details',
  'state',
];
const texts = fc.oneof(
  mangled(['{', '}', '"mapping":', '"m1"', ',', '"channel":', '"filter":', '"offset":', '20', '[', ']'], ''),
  mangledJson(KEYS).map((json) => JSON.stringify(json) ?? ''),
);

describe('what comes back from Slack is read or left alone', () => {
  it.each<[string, (text: string) => unknown]>([
    ['the value of a paging button', parsePage],
    ['the memory of a dialog', parseOpened],
    ['the state on a card', parseSnapshot],
    ['the words of an audit', (text) => parseAuditFilter(text.split(' '), { now: START, user: ALICE })],
    [
      'metadata',
      (text) =>
        readMetadata({
          event_type: 'domain_event',
          event_payload: text === '' ? null : { id: text, state: text },
        }),
    ],
  ])('%s', (_what, read) => {
    const property = fc.property(texts, (text) => {
      const result = read(text);
      expect(result === undefined || typeof result === 'object').toBe(true);
    });
    fc.assert(property, { numRuns: 2_500 });
  });

  it('metadata of any shape', () => {
    fc.assert(
      fc.property(mangledJson(KEYS), (json) => readMetadata(json) === undefined),
      { numRuns: 1_500 },
    );
  });
});

describe('a running bot', () => {
  const PORT = 28_933;
  const BATCHES = 6;
  const BATCH = 200;
  const CALLBACKS = [
    'unmap-confirm',
    'check',
    'unmap',
    'unmap-approve',
    'unmap-withdraw',
    'list:next',
    'audit:next',
    'audit-files',
    'customer',
    'customer-message',
    'customer-files',
  ];
  let open: Awaited<ReturnType<typeof openHttpLab>>;
  beforeAll(async () => {
    open = await openHttpLab(PORT);
  });
  afterAll(() => open.close());

  const send = async (body: string): Promise<number> => (await open.send(body)).status;

  /** As Slack sends it, but for what somebody put into its fields. */
  const payloads = fc
    .record({
      type: fc.constantFrom(
        'block_actions',
        'view_submission',
        'view_closed',
        'shortcut',
        'block_suggestion',
      ),
      callback: fc.oneof(fc.constantFrom(...CALLBACKS), texts),
      value: texts,
      odd: mangledJson(['user', 'team', 'channel', 'view', 'actions', 'id', 'trigger_id']),
      isOdd: fc.boolean(),
      // Who presses too often is not listened to.
      user: fc.oneof(
        fc.constant(ALICE),
        fc.integer({ min: 100, max: 300 }).map((number) => `U${number}`),
      ),
    })
    .map(({ type, callback, value, odd, isOdd, user }) => ({
      isOdd,
      type,
      team: { id: 'T0SANDBOX', domain: 'sandbox' },
      user: { id: user, team_id: 'T0SANDBOX', username: 'alice', name: 'alice' },
      channel: { id: DOMAINS, name: 'domains' },
      api_app_id: 'A0SANDBOX',
      actions: [{ type: 'button', action_id: callback, block_id: 'b', value }],
      view: { id: value, callback_id: callback, private_metadata: value, state: { values: {} } },
      ...(isOdd && typeof odd === 'object' && !Array.isArray(odd) ? odd : {}),
    }));

  // Bolt waits 3 s for a listener that is not there, so many are sent at once.
  it(`answers ${BATCHES * BATCH} malformed payloads, and goes on`, async () => {
    let count = 0;
    const batch = fc.array(payloads, { minLength: BATCH, maxLength: BATCH });
    const property = fc.asyncProperty(batch, async (many) => {
      const answers = await Promise.all(
        many.map((payload) => {
          const response_url = open.lab.world.slack.openResponseUrl(DOMAINS, ALICE);
          return send(interaction({ trigger_id: `fuzz.${++count}`, response_url, ...payload }));
        }),
      );
      // What has not even Slack's envelope is refused by Bolt, as it may be.
      answers.forEach((status, at) => {
        expect(many[at]?.isOdd ? [200, 400, 404, 500] : [200, 404]).toContain(status);
      });
    });
    await fc.assert(property, { numRuns: BATCHES, endOnFailure: true });
    await open.lab.type('/domain map shop.example.com', BOB);
    await open.lab.until(() => open.lab.thread('shop.example.com').includes('alias.added'));
    expect(open.unhandled).toEqual([]);
  }, 90_000);
});
