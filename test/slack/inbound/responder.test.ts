import { WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api';
import { expect, it } from 'vitest';
import { createResponder } from '../../../src/slack/inbound/responder.js';
import { sentence } from '../../../src/slack/views/answers/answers.js';
import { recordingLog } from '../../store/temporary.js';
import { translatorFor } from '../../support/translator.js';

it.each(['expired_trigger_id', 'exchanged_trigger_id'])(
  'a dialog that came too late (%s) is asked for again: that is no incident',
  async (error) => {
    const { log, lines } = recordingLog();
    const responder = createResponder({
      translator: translatorFor(),
      respond: async () => undefined,
      openDialog: () => Promise.reject(new WebAPIPlatformError({ ok: false, error })),
      newIncidentId: () => 'INCIDENT',
      log,
    });
    const { now } = await responder.open('1.2.3', {} as never);
    expect(now?.text).toBe('That took too long for Slack. Try again.');
    expect(lines).toEqual([]);
  },
);

it.each([
  ['time-out', new DOMException('timed out', 'TimeoutError')],
  ['rate limit', new WebAPIRateLimitedError(30)],
])('a dialog that Slack had no time for (%s) is asked for again', async (_, error) => {
  const { log, lines } = recordingLog();
  const responder = createResponder({
    translator: translatorFor(),
    respond: async () => undefined,
    openDialog: () => Promise.reject(error),
    newIncidentId: () => 'INCIDENT',
    log,
  });
  const { now } = await responder.open('1.2.3', {} as never);
  expect(now?.text).toBe('That took too long for Slack. Try again.');
  expect(lines).toHaveLength(1);
});

it('without a response URL the work is done all the same, and the person hears of it', async () => {
  const heard: unknown[] = [];
  const responder = createResponder({
    translator: translatorFor(),
    respond: async (url, view, _, to) => void heard.push([url, view.text, to]),
    openDialog: async () => undefined,
    newIncidentId: () => 'INCIDENT',
    log: recordingLog().log,
  });
  const to = { channel: 'C1', user: 'U1' };
  await responder.follow(
    { now: sentence('Working on it.'), later: async () => sentence('Done.') },
    undefined,
    to,
  );
  expect(heard).toEqual([
    [undefined, 'Working on it.', to],
    [undefined, 'Done.', to],
  ]);
});

it('works on one answer in each turn of the event loop, so that acknowledgements come first', async () => {
  const seen: string[] = [];
  const responder = createResponder({
    translator: translatorFor(),
    respond: async () => undefined,
    openDialog: async () => undefined,
    newIncidentId: () => 'INCIDENT',
    log: recordingLog().log,
  });
  const later = (name: string) => async () => {
    seen.push(name);
    setImmediate(() => seen.push(`a request after ${name}`));
    return undefined;
  };
  await Promise.all(
    ['one', 'two'].map((name) => responder.follow({ later: later(name) }, 'https://example.com')),
  );
  expect(seen).toEqual(['one', 'a request after one', 'two']);
});
