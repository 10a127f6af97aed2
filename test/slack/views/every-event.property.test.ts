import type { KnownBlock, ModalView } from '@slack/types';
import fc from 'fast-check';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { findingCodes } from '../../../src/core/diagnosis/findings/table.js';
import { type DomainEvent, eventDetails, eventTypes } from '../../../src/core/events/event.js';
import { replay } from '../../../src/core/lifecycle/replay.js';
import { en } from '../../../src/locale/en/en.js';
import { validateBlocks, validateView } from '../../../src/sandbox/slack/rules/limits.js';
import { fitView } from '../../../src/slack/blocks/limits.js';
import type { View } from '../../../src/slack/blocks/view.js';
import { auditView } from '../../../src/slack/views/answers/audit.js';
import { historyView } from '../../../src/slack/views/answers/history.js';
import { listView, overviewView } from '../../../src/slack/views/answers/list.js';
import { statusView } from '../../../src/slack/views/answers/status.js';
import { cardView, stateView } from '../../../src/slack/views/card/card.js';
import { customerDialog } from '../../../src/slack/views/dialogs/customer-dialog.js';
import { plainText } from '../../../src/slack/views/thread/plain.js';
import { replyView } from '../../../src/slack/views/thread/reply.js';
import type { StoredMapping } from '../../../src/store/store.js';
import { POLICY } from '../../support/observations.js';
import { anySteps, runStory } from '../../support/random-story.js';
import { eventOf, recordOf, reportedMapping } from '../../support/reported-mapping.js';
import { dnsWrong, ready, Story } from '../../support/story.js';
import { translatorFor } from '../../support/translator.js';

const translator = translatorFor();
const LISTED = { total: 30, filter: '*x*', offset: 10 } as const;
const COUNTS = { agency: 1, customer: 0, host: 0, underway: 0, ready: 0 } as const;
const stored = reportedMapping();
/** Every detail of every type, and what findings and newer versions add. */
const NAMES = [
  ...new Set(eventTypes.flatMap((type) => Object.keys(eventDetails[type].shape))),
  ...['validFrom', 'observed', 'expected', 'name', 'addresses', 'isSystem', 'person', 'fromTheFuture'],
];

const value = fc.oneof(
  fc.string({ maxLength: 300 }).filter((text) => !/undefined|[{}]/.test(text)),
  fc.constantFrom<string | number | boolean>(...findingCodes, '2026-11-20', '2026-11-20T12:00:00.000Z', ''),
  fc.double(),
  fc.integer(),
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, 1e20, -1, 0),
  fc.boolean(),
);
const details = fc.oneof(fc.constant({}), fc.dictionary(fc.constantFrom(...NAMES), value, { maxKeys: 12 }));

function expectShown(view: View): void {
  const fitted = fitView(view);
  expect(validateBlocks(JSON.parse(JSON.stringify(fitted.blocks)), 'message')).toEqual([]);
  expect(fitted.text).not.toBe('');
  const shown = JSON.stringify(fitted, (key, each) => (key === 'value' ? undefined : each));
  expect(shown).not.toContain('undefined');
  expect(shown).not.toMatch(/\{\w+\}(?![^<]*>)/);
  expect(shown).not.toMatch(/, (plural|select),/);
  expect(shown).not.toContain('Invalid Date');
}

const views = async (event: DomainEvent, of: StoredMapping): Promise<View[]> => {
  const entries = [{ event, channel: 'C1', ts: '1.000001' }];
  const page = { entries, offset: 0, total: 1 };
  return [
    replyView({ main: of }, [event], translator),
    await historyView({ ...page, hostname: event.hostname }, translator),
    await auditView({ ...page, filter: {} }, translator),
    { text: plainText(() => translator).reply(of, event), blocks: [] },
  ];
};

const NOTHING_ASKED = { topic: 'works', asked: undefined } as const;
const dialogAsView = (dialog: ModalView): View => {
  expect(validateView(JSON.parse(JSON.stringify(dialog)), 'modal')).toEqual([]);
  const blocks = dialog.blocks.filter((block): block is KnownBlock => block.type !== 'input');
  return { text: dialog.title.text, blocks };
};

/** What is shown of a mapping once the event has happened to it. */
const statesAfter = async (event: DomainEvent): Promise<View[]> =>
  (
    await Promise.all(
      BASES.map(async (base) => {
        const mapping = replay([event], base, { channel: 'C1', policy: POLICY });
        if (!mapping) return [];
        const after = { ...stored, mapping };
        const { card } = after;
        return [
          cardView(after, undefined, translator),
          stateView({ ...after, card: { ...card, fixed: { stage: '' } } }, translator),
          await listView({ mappings: [{ mapping, card }], total: 1, filter: '', offset: 0 }, translator),
          dialogAsView(
            customerDialog({ stored: after, content: NOTHING_ASKED, isFollowUp: true }, 'C1', translator),
          ),
          { text: plainText(() => translator).card(after), blocks: [] },
        ];
      }),
    )
  ).flat();

const stuck = new Story().added();
for (const minutes of [5, 5, 5, 5]) stuck.see(minutes, dnsWrong);
const BASES = [new Story(), stuck, ready()].map(({ mapping }) => mapping);

/** The arguments of a message, those inside its choices too. */
function namesIn(elements: readonly MessageElement[]): string[] {
  return elements.flatMap((element) => [
    ...('value' in element && element.type !== 0 ? [String(element.value)] : []),
    ...('options' in element ? Object.values(element.options).flatMap(({ value }) => namesIn(value)) : []),
  ]);
}
type MessageElement = ReturnType<IntlMessageFormat['getAst']>[number];

describe('every event, whatever its details', () => {
  it.each(eventTypes)('%s is rendered without any', async (type) => {
    for (const by of ['UALICE', 'system'])
      for (const view of await views(eventOf(type, {}, by), stored)) expectShown(view);
  });

  it.each(eventTypes)('%s is rendered with any', async (type) => {
    await fc.assert(
      fc.asyncProperty(details, async (facts) => {
        const event = eventOf(type, facts);
        for (const view of [...(await views(event, stored)), ...(await statesAfter(event))])
          expectShown(view);
      }),
      { numRuns: 3 },
    );
  });

  it.each(findingCodes)(
    'of any type, with the finding %s, is rendered and leaves a state to show',
    async (finding) => {
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...eventTypes), details, async (type, facts) => {
          const event = eventOf(type, { ...facts, finding });
          for (const view of [...(await views(event, stored)), ...(await statesAfter(event))])
            expectShown(view);
        }),
        { numRuns: 2 },
      );
    },
  );

  it('of a newer version is shown by its name', async () => {
    await fc.assert(
      fc.asyncProperty(details, async (facts) => {
        const event = eventOf('site.moved', facts);
        for (const view of await views(event, stored)) {
          expectShown(view);
          expect(JSON.stringify(view)).toContain('site.moved');
        }
      }),
      { numRuns: 8 },
    );
  });

  it.each(eventTypes)('%s holds every parameter that its message names', (type) => {
    const about = [
      'hostname',
      'person',
      'isSystem',
      'isOwn',
      'hasNote',
      'hasUntil',
      'hasRequester',
      'type',
      'provider',
    ];
    const findings = ['findingName', 'hasNext', 'nextName'];
    const settings = ['scope', 'isSame', 'languageName'];
    const given = [...about, ...findings, ...settings, ...Object.keys(eventDetails[type].shape)];
    const message = new IntlMessageFormat(en[`event.${type}`], 'en', undefined, { ignoreTag: true });
    expect(given).toEqual(expect.arrayContaining(namesIn(message.getAst())));
  });

  it.each(findingCodes)(
    '%s is rendered and cleared with the date as text, as stored events have it',
    async (finding) => {
      for (const type of ['dns.stuck', 'ssl.stuck', 'dns.cleared', 'ssl.cleared'] as const) {
        const event = eventOf(type, {
          finding,
          validTo: '2026-11-20',
          validFrom: '2026-11-01',
          afterMs: 1_000,
        });
        for (const view of await views(event, stored)) expectShown(view);
      }
    },
  );
});

describe('every state', () => {
  it('is shown on its card and under it', async () => {
    const { mapping: _, ...rest } = recordOf(new Story());
    await fc.assert(
      fc.asyncProperty(anySteps, async (steps) => {
        for (const { after: mapping } of runStory(steps)) {
          expectShown(cardView({ ...rest, mapping }, undefined, translator));
          expectShown(
            cardView({ ...rest, mapping }, { ...mapping, id: 'w', primary: mapping.id }, translator),
          );
          expectShown(await statusView({ stored: { ...rest, mapping } }, translator));
          const draft = { stored: { ...rest, mapping }, www: mapping, content: NOTHING_ASKED };
          expectShown(dialogAsView(customerDialog({ ...draft, isFollowUp: false }, 'C1', translator)));
          expectShown(await listView({ ...LISTED, mappings: [{ mapping, card: rest.card }] }, translator));
          expectShown(await overviewView({ counts: COUNTS, urgent: [{ mapping }], total: 1 }, translator));
          expectShown(
            stateView({ ...rest, mapping, card: { ...rest.card, fixed: { stage: '' } } }, translator),
          );
        }
      }),
      { numRuns: 15 },
    );
  });
});

describe('the plain form', () => {
  it('says the bare facts when even the sentence can’t be made', () => {
    const plain = plainText(() => {
      throw new Error('no translator');
    });
    expect(plain.card(stored)).toBe('shop.example.com: removed');
    expect(plain.reply(stored, eventOf('dns.published', {}))).toBe('shop.example.com: dns.published');
  });
});
