import { expect, it } from 'vitest';
import { everybodyIs, useStore } from '../../support/in-store.js';

const world = useStore();
const CONTENT = { topic: 'to-do', language: 'it', asked: 'hash' } as const;
const DAY_MS = 86_400_000;

it('a sent message is recorded with who sent it and in which language', async () => {
  const { current } = world;
  const id = await current.mapped();
  const { mapping } = await current.useCases().markMessageSent(id, CONTENT, current.by('UBOB'));
  expect(mapping.customerMessage).toMatchObject({ language: 'it', asked: 'hash' });
  expect(await current.events(id)).toContain('customer_message.sent');
});

it('a redelivered press records it once', async () => {
  const { current } = world;
  const id = await current.mapped();
  const bob = current.by('UBOB');
  await current.useCases().markMessageSent(id, CONTENT, bob);
  await current.useCases().markMessageSent(id, CONTENT, bob);
  expect((await current.events(id)).filter((type) => type === 'customer_message.sent')).toHaveLength(1);
});

it.each([
  ['a message that asks for something', 'hash', true],
  ['a message that asks for nothing', undefined, false],
])('the sender of %s is reminded: %s → %s', async (_, asked, isReminded) => {
  const { current } = world;
  const [app] = current.ports().apps.values();
  const parts = current.app({ ...app, customer: { template: {} as never, reminderMs: DAY_MS } });
  const id = await current.mapped();
  await current.useCases(parts).markMessageSent(id, { ...CONTENT, asked }, current.by('UBOB'));
  const { customerMessage } = (await current.load(id)).mapping;
  expect(customerMessage?.remindAt).toBe(isReminded ? current.now + DAY_MS : undefined);
});

it('somebody from outside records nothing', async () => {
  const { current } = world;
  const id = await current.mapped();
  await expect(
    current.useCases(everybodyIs('outsider')).markMessageSent(id, CONTENT, current.by('UGUEST')),
  ).rejects.toMatchObject({ problem: { code: 'not-allowed', permission: 'check' } });
});

it('a draft follows up once the same was asked before', async () => {
  const { current } = world;
  const id = await current.mapped();
  const useCases = current.useCases();
  const { content, isFollowUp } = await useCases.draftMessage(id, current.by('UBOB'));
  expect(isFollowUp).toBe(false);
  await useCases.markMessageSent(id, content, current.by('UBOB'));
  const again = await useCases.draftMessage(id, current.by('UBOB'));
  expect(again.isFollowUp).toBe(content.asked !== undefined);
});
