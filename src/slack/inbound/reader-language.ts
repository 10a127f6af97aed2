import { AsyncLocalStorage } from 'node:async_hooks';
import type { AllMiddlewareArgs } from '@slack/bolt';
import { closestLanguage } from '../../locale/languages.js';
import { withTimeout } from '../../util/clock.js';
import type { SlackPeople } from './people.js';

/** An acknowledgement is due within 3 s; without an answer by then, the bot's own language is used. */
const LOOKUP_TIMEOUT_MS = 700;

/** The language of the person whose request is being handled. */
export interface ReaderLanguage {
  /** Undefined outside a request, and if the person's language isn't known. */
  current(): string | undefined;
  /** Bolt middleware, before all listeners. */
  readonly middleware: (args: AllMiddlewareArgs) => Promise<void>;
}

export function createReaderLanguage(people: Pick<SlackPeople, 'get'>): ReaderLanguage {
  const reading = new AsyncLocalStorage<string | undefined>();

  async function languageOf(user: string | undefined): Promise<string | undefined> {
    if (user === undefined) return undefined;
    const person = await withTimeout(people.get(user), LOOKUP_TIMEOUT_MS).catch(() => undefined);
    return person?.locale === undefined ? undefined : closestLanguage(person.locale);
  }

  return {
    current: () => reading.getStore(),
    middleware: async ({ context, next }) => {
      await reading.run(await languageOf(context.userId), next);
    },
  };
}
