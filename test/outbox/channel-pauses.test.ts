import { expect, it } from 'vitest';
import { ChatError } from '../../src/core/ports/chat-error.js';
import { ChannelPauses } from '../../src/outbox/channel-pauses.js';

const archived = new ChatError('channel-unusable', 'archived', { name: 'is_archived' });

it.each([
  ['on its way when the channel was archived', 5, true],
  ['begun after it', 15, false],
])('a post %s: the channel is paused then: %s', (_, sentAt, isPaused) => {
  let now = 10;
  const pauses = new ChannelPauses(
    () => now,
    () => 0.5,
  );
  pauses.hold('C1', archived);
  now = 20;
  expect(pauses.endByPost('C1', sentAt)).toBe(!isPaused);
  expect(pauses.isPaused('C1')).toBe(isPaused);
});

it('an invitation ends a pause at once, and another channel’s pause is not its own', () => {
  const pauses = new ChannelPauses(
    () => 10,
    () => 0.5,
  );
  pauses.hold('C1', archived);
  expect(pauses.endByPost('C2', 20)).toBe(false);
  expect(pauses.end('C1')).toBe(true);
  expect(pauses.isPaused('C1')).toBe(false);
});
