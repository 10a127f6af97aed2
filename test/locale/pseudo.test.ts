import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findingCodes } from '../../src/core/diagnosis/findings/table.js';
import { eventTypes } from '../../src/core/events/event.js';
import { closte } from '../../src/hosting/closte/closte.js';
import { createCatalogue } from '../../src/locale/catalogue.js';
import { validateBlocks, validateView } from '../../src/sandbox/slack/rules/limits.js';
import { fitView } from '../../src/slack/blocks/limits.js';
import type { View } from '../../src/slack/blocks/view.js';
import { auditView } from '../../src/slack/views/answers/audit.js';
import { historyView } from '../../src/slack/views/answers/history.js';
import { listView, overviewView } from '../../src/slack/views/answers/list.js';
import { statusView } from '../../src/slack/views/answers/status.js';
import { cardView, stateView } from '../../src/slack/views/card/card.js';
import { unmapDialog } from '../../src/slack/views/dialogs/unmap-dialog.js';
import { replyView } from '../../src/slack/views/thread/reply.js';
import { createTranslator } from '../../src/slack/views/translator.js';
import { POLICY, START, TARGET } from '../support/observations.js';
import { pseudo } from '../support/pseudo.js';
import { anySteps, runStory } from '../support/random-story.js';
import { eventOf, recordOf, reportedMapping } from '../support/reported-mapping.js';
import { Story } from '../support/story.js';

const translator = createTranslator({
  t: createCatalogue('en', closte, '/domain', pseudo),
  locale: 'en',
  now: () => START,
  policy: POLICY,
  appOf: () => ({ target: TARGET, dashboardUrl: 'https://host.test/domains' }),
  workspaceUrl: 'https://team.slack.test/',
});

/** Names, units and values that no language translates or that `Intl` does. */
const NOT_SENTENCES =
  /\b(ask the owner|moves soon|Closte|GoDaddy|Cloudflare|WordPress|Slack|and|or|secs?|mins?|hrs?|days?|CNAME|AAAA|TXT|CAA|default|UTC|[a-z0-9-]+(\.[a-z0-9-]+)+|[A-Z][A-Z0-9]{3,})\b/g;

/** What a person reads in a view. */
function textsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    typeof each === 'string' ? (key === 'text' || key === 'alt_text' ? [each] : []) : textsIn(each),
  );
}

const leaksIn = (view: object): string[] =>
  textsIn(view).flatMap(
    (text) =>
      text
        .replaceAll(/```[\s\S]*?```|`[^`]*`|<[^>]*>|:[a-z0-9_+-]+:|https?:\S+/g, ' ')
        .replaceAll(NOT_SENTENCES, ' ')
        .match(/[A-Za-z]{3,}[A-Za-z ]*/g) ?? [],
  );

function expectTranslated(view: View): void {
  const fitted = fitView(view);
  expect(validateBlocks(JSON.parse(JSON.stringify(fitted.blocks)), 'message')).toEqual([]);
  expect(leaksIn(fitted)).toEqual([]);
}

const { mapping: _, ...rest } = recordOf(new Story());

it.each(eventTypes)('%s comes from the catalogue, in its thread and in the histories', async (type) => {
  const stored = reportedMapping();
  const event = eventOf(type);
  const page = { entries: [{ event, channel: 'C1', ts: '1.000001' }], offset: 0, total: 1 };
  expectTranslated(replyView({ main: stored }, [event], translator));
  expectTranslated(await historyView({ ...page, hostname: event.hostname }, translator));
  expectTranslated(await auditView({ ...page, filter: {} }, translator));
});

it.each(findingCodes)('the finding %s comes from the catalogue', (finding) => {
  expectTranslated(replyView({ main: reportedMapping() }, [eventOf('dns.stuck', { finding })], translator));
});

it('every state comes from the catalogue, on its card, in status, lists and dialogs', async () => {
  await fc.assert(
    fc.asyncProperty(anySteps, async (steps) => {
      for (const { after: mapping } of runStory(steps)) {
        const stored = { ...rest, mapping };
        expectTranslated(cardView(stored, undefined, translator));
        expectTranslated(await statusView({ stored }, translator));
        expectTranslated(
          await listView(
            { total: 30, filter: '', offset: 10, mappings: [{ mapping, card: rest.card }] },
            translator,
          ),
        );
        expectTranslated(
          await overviewView(
            {
              counts: { agency: 1, customer: 0, host: 0, underway: 0, ready: 0 },
              urgent: [{ mapping }],
              total: 1,
            },
            translator,
          ),
        );
        expectTranslated(stateView({ ...stored, card: { ...rest.card, fixed: { stage: '' } } }, translator));
        const dialog = unmapDialog(stored, { user: 'U01ALICE', channel: 'C1' }, translator);
        expect(validateView(JSON.parse(JSON.stringify(dialog)))).toEqual([]);
        expect(leaksIn(dialog)).toEqual([]);
      }
    }),
    { numRuns: 30 },
  );
});

it('notices a sentence that isn’t in the catalogue', () => {
  expect(leaksIn({ text: 'An English sentence `x` here' })).toEqual(['English sentence   here']);
});
