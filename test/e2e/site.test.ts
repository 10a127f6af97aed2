import { afterEach, beforeEach, expect, it } from 'vitest';
import { ALICE, closeLab, GIL, type Lab, openLab } from '../support/lab.js';

const HOST = 'shop.example.com';
let lab: Lab;
beforeEach(async () => {
  lab = await openLab({ withNetwork: true });
});
afterEach(() => closeLab(lab));

const blocks = () => JSON.stringify(lab.card(HOST)?.blocks);
const panel = async () =>
  (await (await fetch(`${lab.world.slack.url}/panel/state`)).json()) as {
    network: { domain: string; stage: string; isRouted: boolean }[];
  };

/** A site whose domain the plugin has given up, and whose customer changes DNS only now. */
async function tooLate(): Promise<number> {
  await lab.start();
  await lab.until(() => lab.lines.some((line) => line.includes('read for the first time')));
  const { id } = await lab.world.wordpress.createSite(HOST);
  await lab.until(() => lab.thread(HOST).includes('alias.added'));
  lab.world.wordpress.giveUp(id);
  lab.pointDns(HOST);
  await lab.until(() => lab.thread(HOST).includes('site.unrouted'));
  return id;
}

it('the plugin gave up, DNS came later, the button is pressed, visitors arrive', async () => {
  const id = await tooLate();
  expect(lab.thread(HOST)).not.toContain('domain.done');
  await lab.until(() => blocks().includes('Set to Ready'));
  expect(blocks()).toContain('Ultimate Multisite gave up');
  expect((await panel()).network).toMatchObject([{ domain: HOST, stage: 'failed', isRouted: false }]);

  await lab.press(lab.card(HOST), 'set-ready');
  await lab.until(() => lab.thread(HOST).includes('domain.done'));
  const reported = lab.thread(HOST);
  expect(reported.slice(reported.indexOf('site.unrouted'))).toEqual([
    'site.unrouted',
    'domain_record.updated',
    'site.routed',
    'domain.done',
  ]);
  expect(lab.world.wordpress.records().find((each) => each.id === id)).toMatchObject({
    stage: 'done',
    secure: true,
    primary: true,
  });
  expect((await panel()).network).toMatchObject([{ stage: 'done', isRouted: true }]);
  await lab.until(() => !blocks().includes('Set to Ready'));
});

it('a guest can’t press it', async () => {
  await tooLate();
  await lab.until(() => blocks().includes('Set to Ready'));
  await lab.press(lab.card(HOST), 'set-ready', GIL);
  await lab.until(() => lab.privately(GIL).length > 0);
  expect(lab.world.wordpress.records()[0]).toMatchObject({ stage: 'failed' });
});

it('/domain sync sets all of them', async () => {
  await tooLate();
  const before = lab.privately().length;
  await lab.type('/domain sync');
  const answer = await lab.until(() => lab.privately()[before]);
  expect(JSON.stringify(answer?.blocks)).toContain('not served by Ultimate Multisite');
  const views = lab.world.slack.workspace.views;
  await lab.press(answer, 'sync:given-up:ready', ALICE);
  const viewId = await lab.until(() => [...views.keys()].at(-1));
  await lab.world.slack.people.submit({ user: ALICE, viewId, values: {} });
  await lab.until(() => lab.thread(HOST).includes('domain.done'));
});
