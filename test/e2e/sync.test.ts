import { afterEach, beforeEach, expect, it } from 'vitest';
import { ALICE, closeLab, DOMAINS, GIL, type Lab, openLab } from '../support/lab.js';

let lab: Lab;
beforeEach(async () => {
  lab = await openLab({ withNetwork: true });
});
afterEach(() => closeLab(lab));

const started = async () => {
  await lab.start();
  await lab.until(() => lab.lines.some((line) => line.includes('read for the first time')));
};

async function synced(): Promise<{ text: string; blocks: string; ts: string }> {
  const before = lab.privately().length;
  await lab.type('/domain sync');
  return lab.until(() => {
    const answer = lab.privately()[before];
    return answer && { text: answer.text, blocks: JSON.stringify(answer.blocks), ts: answer.ts };
  });
}

/** Presses a button under the newest comparison and confirms. */
async function act(actionId: string, value: object, user = ALICE): Promise<void> {
  const message = lab.privately(user).at(-1);
  const before = lab.world.slack.workspace.views.size;
  const block = message?.blocks?.find((each) => JSON.stringify(each).includes(`"${actionId}"`));
  await lab.world.slack.people.action({
    user,
    channel: DOMAINS,
    messageTs: message?.ts ?? '',
    actionId,
    blockId: String(block?.['block_id']),
    value: JSON.stringify({ channel: DOMAINS, app: 'default', ...value }),
  });
  const view = await lab.until(
    () => lab.world.slack.workspace.views.size > before && [...lab.world.slack.workspace.views.keys()].at(-1),
  );
  await lab.world.slack.people.submit({ user, viewId: view, values: {} });
}

const direct = () =>
  [...lab.world.slack.workspace.channels.keys()]
    .flatMap((id) => (id === DOMAINS ? [] : lab.messages(id)))
    .map(({ text }) => text)
    .join('\n');

it('adopts what was there before the bot, each with its card, followed to the end', async () => {
  for (const name of ['one', 'two', 'three']) await lab.world.wordpress.createSite(`${name}.example.com`);
  lab.pointDns('one.example.com');
  await started();
  const { text, blocks } = await synced();
  expect(text).toContain('Domains at Closte: 3. Domain records in Ultimate Multisite: 3. Mappings here: 0.');
  expect(blocks).toContain('3 domains at Closte without a mapping here');
  expect(lab.messages().filter(({ ephemeralFor }) => !ephemeralFor)).toEqual([]);

  await act('sync:adopt:adopt', { action: 'adopt' });
  await lab.until(() => lab.thread('one.example.com').includes('domain.done'), 40_000);
  await lab.until(() => lab.card('two.example.com') && lab.card('three.example.com'));
  expect(lab.card('two.example.com')?.metadata?.event_payload).toMatchObject({ by: ALICE });
  await lab.until(() => direct().includes('Done: 3'));
  expect(lab.world.closte.calls().filter(({ path }) => path === '/adddomainalias')).toHaveLength(3);
  expect((await synced()).text).toContain('In agreement: 3');
});

it('finds the alias that a renamed domain left behind, and removes it with a trace', async () => {
  const { id } = await lab.world.wordpress.createSite('old.example.com');
  await lab.world.wordpress.rename(id, 'new.example.com');
  await started();
  const { blocks } = await synced();
  expect(blocks).toContain('without a domain record in Ultimate Multisite');
  await act('sync:orphan:remove', { action: 'remove' });
  await lab.until(() => lab.thread('old.example.com').includes('alias.removed'));
  expect(lab.world.closte.aliases()).toEqual(['new.example.com']);
});

it('maps records without an alias, and restores an alias that is gone', async () => {
  lab.world.closte.setMode('refuse');
  await lab.world.wordpress.createSite('shop.example.com');
  lab.world.closte.setMode('normal');
  await started();
  expect((await synced()).blocks).toContain('missing at Closte');
  await act('sync:map:map', { action: 'map' });
  await lab.until(() => lab.thread('shop.example.com').includes('alias.added'));

  const key = lab.config.apps[0]?.apiKey ?? '';
  const body = new URLSearchParams({ apikey: key, domain: 'shop.example.com' });
  await fetch(`${lab.world.closte.url}/deletedomainalias`, { method: 'POST', body });
  expect((await synced()).blocks).toContain('missing at Closte');
  await act('sync:lost:restore', { action: 'restore' });
  await lab.until(() => lab.thread('shop.example.com').filter((type) => type === 'alias.added').length === 2);
  expect(lab.thread('shop.example.com')).toContain('alias.lost');
  expect(lab.world.closte.aliases()).toEqual(['shop.example.com']);
});

it('what can’t be read is unknown, never absent', async () => {
  await lab.world.wordpress.createSite('shop.example.com');
  await started();
  await lab.type('/domain map blog.example.com');
  await lab.until(() => lab.thread('blog.example.com').includes('alias.added'));
  lab.world.closte.setListForm('unknown-objects');
  lab.world.wordpress.setMode('http-500');
  const { blocks } = await synced();
  expect(blocks).toContain('list of domains from Closte');
  expect(blocks).toContain('domain records from Ultimate Multisite');
  expect(blocks).not.toContain('"type":"actions"');
});

it('offers nothing to those who may not', async () => {
  await started();
  await lab.type('/domain sync', GIL);
  await lab.until(() => lab.privately(GIL).find(({ text }) => text.includes('don’t have permission to')));
  expect(JSON.stringify(lab.privately(GIL))).not.toContain('sync:');
});

it('changes nothing where its progress could not be shown, and names the setting', async () => {
  await lab.world.wordpress.createSite('one.example.com');
  await started();
  await synced();
  lab.world.slack.workspace.settings.messagesTab = 'off';
  await act('sync:adopt:adopt', { action: 'adopt' });
  const views = () => JSON.stringify([...lab.world.slack.workspace.views.values()]);
  await lab.until(() => views().includes('turn on the Messages Tab'));
  expect(lab.card('one.example.com')).toBeUndefined();
});
