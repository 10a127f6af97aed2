import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { commands } from '../../commands/index.js';
import { eventTypes } from '../../src/core/events/event.js';
import { LIMITS } from '../../src/slack/blocks/limits.js';
import type { View } from '../../src/slack/blocks/view.js';
import { route, viewsOf } from '../../src/slack/inbound/command.js';
import { sentence } from '../../src/slack/views/answers/answers.js';
import { problemText } from '../../src/slack/views/problem.js';
import type { Store } from '../../src/store/store.js';
import { UserError } from '../../src/use-cases/errors.js';
import type { UseCases } from '../../src/use-cases/use-cases.js';
import { flakyCloste, flakyProbes } from '../resilience/support/outside.js';
import { openStore, temporaryFolder } from '../store/temporary.js';
import { noFiles } from '../support/commands.js';
import { ALICE, DOMAINS } from '../support/lab.js';
import { mangled } from '../support/mangled.js';
import { START } from '../support/observations.js';
import { translatorFor } from '../support/translator.js';
import { useCasesOf } from '../support/use-cases.js';

const RUNS = 20_000;
const translator = translatorFor();
/** Mark-up of our own; whatever else begins with `<` was smuggled in. */
const FOREIGN_MARKUP = /<(?!@U01ALICE>|#C|!date\^|!subteam\^|https:\/\/team\.slack\.test\/)/;

/** The one command whose answer names whom it was given. */
const ASSIGNS_SOMEBODY = /^\s*assign\s[\s\S]*<@U0EVIL>/i;

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let store: Store;
let useCases: UseCases;
beforeAll(async () => {
  folder = await temporaryFolder();
  store = await openStore(folder.path, () => START);
  const outside = {
    provider: flakyCloste(() => 'well'),
    ...flakyProbes(
      () => 'well',
      () => false,
    ),
  };
  useCases = useCasesOf({ store, ...outside, now: () => START });
});
afterAll(async () => {
  await store.close();
  await folder.remove();
});

/** What a button carries is shown to nobody. */
const rendered = (key: string, value: unknown): unknown => (key === 'value' ? undefined : value);

/** All that somebody gets to see who types the text. */
async function shown(text: string, requestId: string): Promise<string[]> {
  const views: View[] = [];
  const dialogs: string[] = [];
  const see = (view: View | undefined) => view && views.push(view);
  const actor = { user: ALICE, team: 'T0SANDBOX', channel: DOMAINS, requestId };
  const directMessage = {
    show: async (view: View) => void see(view),
    progress() {},
    attach: async () => undefined,
  };
  try {
    const answer = await route(text, {
      actor,
      useCases,
      lists: noFiles,
      translator,
      commands,
      attempt: (work) => work(),
      settled: async () => undefined,
      directMessage: (_, work) => work(directMessage),
    });
    see(answer.now);
    for (const view of viewsOf(await answer.later?.())) see(view);
    if (answer.dialog) dialogs.push(JSON.stringify(answer.dialog.blocks));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    see(sentence(problemText(error.problem, translator)));
  }
  for (const view of views) {
    expect(view.text.length).toBeLessThanOrEqual(LIMITS.text);
    expect(view.blocks.length).toBeLessThanOrEqual(LIMITS.blocks);
  }
  return [...views.flatMap((view) => [view.text, JSON.stringify(view.blocks, rendered)]), ...dialogs];
}

const good = [
  ...commands.map(({ name }) => name),
  ...['shop.example.com', 'www.example.com', '*.example.com', 'https://shop.example.com/a?b', 'münchen.de'],
  ...['--app', 'default', '7d', 'me', 'system', '2026-11-20', 'verify', ...eventTypes.slice(0, 6)],
];

it(`of ${RUNS} malformed commands each is answered or refused, and none smuggles mark-up`, async () => {
  let count = 0;
  const property = fc.asyncProperty(mangled(good), async (text) => {
    fc.pre(!ASSIGNS_SOMEBODY.test(text));
    const texts = await shown(text, `d${++count}`);
    expect(texts.length).toBeGreaterThan(0);
    for (const each of texts) {
      expect(each).not.toBe('');
      expect(each).not.toMatch(FOREIGN_MARKUP);
    }
  });
  await fc.assert(property, { numRuns: RUNS, endOnFailure: true });
  // The good ones among them were carried out: the fuzz got past the door.
  expect(await store.findLive('shop.example.com')).toBeDefined();
});
