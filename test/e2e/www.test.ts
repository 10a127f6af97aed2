import { afterEach, expect, it } from 'vitest';
import { eventsIn, tells } from '../support/carried.js';
import { ALICE, BOB, closeLab, DOMAINS, type Lab, openLab } from '../support/lab.js';

let lab: Lab;
afterEach(() => closeLab(lab));

const APEX = 'example.com';
const WWW = 'www.example.com';

async function openWith(
  change: (config: Lab['config']) => Lab['config'] = (config) => config,
): Promise<void> {
  lab = await openLab({ change });
  await lab.start();
}

function point(hostname: string): void {
  const zone = lab.world.dns.zoneOf(hostname);
  zone?.remove(hostname);
  zone?.add(hostname, 'A', lab.world.target.address);
}
const card = () => JSON.stringify(lab.card(APEX)?.blocks);
/** What the apex's card and its thread tell of one of the two. */
const reportedOf = (hostname: string) =>
  lab.trail(APEX).flatMap((event) => (event.hostname === hostname ? [event.type] : []));
const roots = () =>
  lab
    .messages()
    .filter(({ threadTs, ts, metadata }) => metadata && (threadTs === undefined || threadTs === ts));

it('an apex and its www are two mappings under one card and one thread, each with its own axes', async () => {
  await openWith();
  await lab.type(`/domain map ${APEX}`);
  await lab.until(() => reportedOf(APEX).includes('alias.added') && reportedOf(WWW).includes('alias.added'));
  expect(lab.world.closte.aliases().toSorted()).toEqual([APEX, WWW]);
  expect(roots()).toHaveLength(1);
  expect(reportedOf(WWW)[0]).toBe('domain.requested');

  point(APEX);
  await lab.until(() => reportedOf(APEX).includes('domain.done'), 30_000);
  await lab.until(() => card().includes('Ready') && card().includes('Checking DNS'), 30_000);
  expect(reportedOf(WWW)).not.toContain('dns.published');
  point(WWW);
  await lab.until(() => reportedOf(WWW).includes('domain.done'), 30_000);
  await lab.until(() => !card().includes('Checking DNS'), 30_000);
  expect(lab.replies(APEX).find(({ text }) => text.includes('www.example.com is ready'))).toBeDefined();
}, 120_000);

it('unmapping the one takes the other along; the www alone can go alone', async () => {
  await openWith();
  await lab.type(`/domain map ${APEX}`);
  await lab.until(() => reportedOf(APEX).includes('alias.added') && reportedOf(WWW).includes('alias.added'));
  const confirm = async () => {
    const view = await lab.until(() => [...lab.world.slack.workspace.views.keys()].at(-1));
    await lab.world.slack.people.submit({ user: ALICE, viewId: view, values: {} });
  };
  await lab.type(`/domain unmap ${WWW}`);
  await confirm();
  await lab.until(() => reportedOf(WWW).includes('alias.removed'));
  expect(lab.world.closte.aliases()).toEqual([APEX]);
  await lab.until(() => card().includes('Removed'));

  await lab.type('/domain map bakery.co.uk');
  await lab.until(() => lab.world.closte.aliases().includes('www.bakery.co.uk'));
  const views = lab.world.slack.workspace.views.size;
  await lab.type('/domain unmap bakery.co.uk');
  await lab.until(() => lab.world.slack.workspace.views.size > views);
  await confirm();
  await lab.until(() => lab.world.closte.aliases().length === 1, 30_000);
  const followed = () =>
    lab
      .messages()
      .some(({ metadata }) =>
        eventsIn(metadata).some(
          ({ hostname, type }) => hostname === 'www.bakery.co.uk' && type === 'unmap.followed',
        ),
      );
  await lab.until(followed);
});

it('what a second person approved goes with its www, and not before', async () => {
  await openWith((config) => ({ ...config, policy: { ...config.policy, unmapApprovalMs: 3_600_000 } }));
  await lab.type(`/domain map ${APEX}`);
  await lab.until(() => reportedOf(APEX).includes('alias.added') && reportedOf(WWW).includes('alias.added'));
  await lab.type(`/domain unmap ${APEX}`);
  const view = await lab.until(() => [...lab.world.slack.workspace.views.keys()].at(-1));
  await lab.world.slack.people.submit({ user: ALICE, viewId: view, values: {} });
  const proposal = await lab.until(() =>
    lab.messages().find(({ metadata }) => tells(metadata, 'unmap.proposed')),
  );
  expect(lab.world.closte.aliases()).toHaveLength(2);
  await lab.press(proposal, 'unmap-approve', BOB);
  await lab.until(() => lab.world.closte.aliases().length === 0, 30_000);
  await lab.until(() => reportedOf(WWW).includes('unmap.followed'));
});

it('a www that is mapped already joins its apex: one card, and the old one points to it', async () => {
  await openWith();
  await lab.type(`/domain map ${WWW}`);
  await lab.until(() => lab.thread(WWW).includes('alias.added'));
  const old = lab.card(WWW);
  await lab.type(`/domain map ${APEX}`);
  await lab.until(() => reportedOf(APEX).includes('alias.added'));
  await lab.until(() => reportedOf(WWW).includes('card.joined'));
  await lab.until(() => card().includes(WWW));
  await lab.until(() =>
    lab
      .messages()
      .find(({ ts }) => ts === old?.ts)
      ?.text.includes('archives/'),
  );
  point(APEX);
  point(WWW);
  await lab.until(() => reportedOf(WWW).includes('domain.done'), 30_000);
  // Ready, and everything posted: the trail of both is whole.
  await lab.type('/domain audit verify');
  const direct = () =>
    [...lab.world.slack.workspace.channels.keys()].flatMap((id) => (id === DOMAINS ? [] : lab.messages(id)));
  await lab.until(() => direct().some(({ text }) => text.includes('match the store')), 30_000);
}, 120_000);

it('a pair asked for again says where it stands', async () => {
  await openWith();
  await lab.type('/domain map bakery.co.uk');
  await lab.until(() => lab.thread('bakery.co.uk').includes('alias.added'));
  await lab.type('/domain map www.bakery.co.uk');
  const answer = await lab.until(() =>
    lab.privately().find(({ text }) => text.includes('www.bakery.co.uk is already mapped')),
  );
  expect(answer.text).toContain('archives/');
});

it('an app may want no www', async () => {
  await openWith((config) => ({ ...config, apps: config.apps.map((app) => ({ ...app, www: 'never' })) }));
  await lab.type(`/domain map ${APEX}`);
  await lab.until(() => reportedOf(APEX).includes('alias.added'));
  expect(lab.world.closte.aliases()).toEqual([APEX]);
});
