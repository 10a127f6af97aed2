import { WebAPIPlatformError } from '@slack/web-api';
import { expect, it } from 'vitest';
import {
  createOncePoster,
  type OncePosterOptions,
  type PostStates,
} from '../../../src/app/channels/post-once.js';
import { ChatError } from '../../../src/core/ports/chat-error.js';
import { silentLog } from '../../store/temporary.js';

const refusal = (error: string) => new WebAPIPlatformError({ ok: false, error });

/** A Slack that takes messages, loses answers, and forgets nothing. */
function onSlack({ maxStates = 10, afterFailure = () => 'retry' }: Partial<OncePosterOptions> = {}) {
  let states: PostStates = {};
  const there: string[] = [];
  const faults: (() => void)[] = [];
  const poster = () =>
    createOncePoster({
      read: async () => states,
      write: async (next) => {
        states = next;
      },
      failed: 'not posted',
      maxStates,
      maxTries: 3,
      backoff: { firstMs: 1, maxMs: 1 },
      afterFailure,
      now: () => 0,
      sleep: async () => undefined,
      random: () => 0.5,
      log: silentLog,
    });
  const message = (name: string, lookUp: () => boolean = () => there.includes(name)) => ({
    isThere: async () => lookUp(),
    post: async () => {
      there.push(name);
      faults.shift()?.();
    },
  });
  return { poster, message, there, faults, states: () => states };
}

const lostAnswer = () => {
  throw new ChatError('uncertain', 'no answer');
};

it('posts once, however often it is asked', async () => {
  const { poster, message, there } = onSlack();
  for (const each of [poster(), poster()]) {
    await each.post('a', message('a'));
    await each.post('a', message('a'));
  }
  expect(there).toEqual(['a']);
});

it('searches for a message whose answer was lost, before it posts again', async () => {
  const { poster, message, there, faults } = onSlack();
  faults.push(lostAnswer);
  await poster().post('a', message('a'));
  expect(there).toEqual(['a']);
});

it('a crash between post and note repeats nothing, one before the post loses nothing', async () => {
  const { poster, message, there, states } = onSlack();
  const crash = () => {
    throw Object.assign(new Error('killed'), { name: 'Killed' });
  };
  const never = { ...message('b'), post: () => Promise.reject(new ChatError('unavailable', 'down')) };
  const posted = message('a');
  await poster().post('a', { ...posted, post: async () => posted.post().then(crash) });
  await poster().post('b', never);
  expect(Object.values(states()).every(({ isDone }) => isDone)).toBe(false);
  const next = poster();
  for (const name of await next.unsettled()) await next.post(name, message(name));
  expect(there.toSorted()).toEqual(['a', 'b']);
  expect(await next.unsettled()).toEqual([]);
});

it('where Slack refuses the look-up, a possible double is better than silence', async () => {
  const { poster, message, there, faults } = onSlack();
  faults.push(lostAnswer);
  const refused = () => {
    throw refusal('missing_scope');
  };
  await poster().post('a', message('a', refused));
  expect(there).toEqual(['a', 'a']);
});

it.each([
  ['settle', 1],
  ['forget', 2],
] as const)('a permanent refusal can %s it', async (then, attempts) => {
  const { poster, message, there } = onSlack({ afterFailure: () => then });
  const base = message('a', () => false);
  const refused = {
    ...base,
    post: async () => base.post().then(() => Promise.reject(refusal('is_archived'))),
  };
  const once = poster();
  await once.post('a', refused);
  await once.post('a', refused);
  expect(there).toHaveLength(attempts);
});

it('keeps a bounded number of states, unsettled ones longest', async () => {
  const { poster, message, states } = onSlack({ maxStates: 3 });
  const once = poster();
  await once.post('open', {
    ...message('open'),
    post: () => Promise.reject(new ChatError('unavailable', '')),
  });
  for (const name of ['a', 'b', 'c', 'd']) await once.post(name, message(name));
  expect(Object.keys(states())).toEqual(['open', 'c', 'd']);
});
