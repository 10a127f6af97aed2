import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tells } from '../support/carried.js';
import { ALICE, closeLab, type Lab, openLab } from '../support/lab.js';

let lab: Lab;
const open = async (options?: Parameters<typeof openLab>[0]) => {
  lab = await openLab(options);
  await lab.start();
};
const closte = () => lab.world.closte;

afterEach(() => closeLab(lab));

describe('Closte', () => {
  beforeEach(() => open());

  it('Closte that refuses is quoted, escaped, to the requester; a person may try again', async () => {
    closte().setMode('refuse', 'Limit of <!channel> reached');
    await lab.type('/domain map shop.example.com');
    await lab.until(() => lab.thread('shop.example.com').includes('alias.refused'));
    const reply = lab.messages().find(({ metadata }) => tells(metadata, 'alias.refused'));
    expect(reply?.text).toContain(`<@${ALICE}>`);
    expect(reply?.text).toContain('`Limit of &lt;!channel&gt; reached`');
    closte().setMode('normal');
    await lab.until(() =>
      JSON.stringify(lab.card('shop.example.com')?.blocks).includes('refused the domain'),
    );
    await lab.press(lab.card('shop.example.com'), 'check');
    await lab.until(() => lab.thread('shop.example.com').includes('alias.added'));
  });

  it('Closte that is too busy is tried again by itself, reported once; unmapping calls it off', async () => {
    closte().setMode('busy');
    await lab.type('/domain map shop.example.com');
    await lab.type('/domain map shop.example.org');
    for (const hostname of ['shop.example.com', 'shop.example.org'])
      await lab.until(() => lab.thread(hostname).includes('error.logged'));
    await lab.press(lab.card('shop.example.org'), 'unmap');
    const [id] = await lab.until(() => [...lab.world.slack.workspace.views][0]);
    await lab.world.slack.people.submit({ user: ALICE, viewId: id, values: {} });
    closte().setMode('normal');
    await lab.until(() => lab.thread('shop.example.com').includes('alias.added'), 30_000);
    expect(lab.thread('shop.example.com')).not.toContain('alias.refused');
    expect(lab.thread('shop.example.com').filter((type) => type === 'error.logged')).toHaveLength(1);
    await lab.until(() => lab.thread('shop.example.org').includes('alias.removed'), 30_000);
    expect(closte().aliases()).toEqual(['shop.example.com']);
  });

  it('a call that Closte carried out without answering is looked up before it is repeated', async () => {
    closte().setMode('http-500');
    await lab.type('/domain map shop.example.com');
    await lab.until(() => lab.thread('shop.example.com').includes('error.logged'));
    const writes = () =>
      closte()
        .calls()
        .filter(({ path }) => path === '/adddomainalias').length;
    expect(writes()).toBe(1);
    closte().setMode('normal');
    await lab.until(() => lab.thread('shop.example.com').includes('alias.added'), 30_000);
    const paths = closte()
      .calls()
      .map(({ path }) => path);
    expect(paths).toEqual(['/adddomainalias', '/getdomains', '/adddomainalias']);
    expect(lab.thread('shop.example.com').filter((type) => type === 'error.logged')).toHaveLength(1);
  });

  it('an alias that Closte has already is no obstacle', async () => {
    await lab.type('/domain map shop.example.com');
    await lab.until(() => closte().aliases().includes('shop.example.com'));
    await lab.press(await lab.until(() => lab.card('shop.example.com')), 'unmap');
    const [id] = await lab.until(() => [...lab.world.slack.workspace.views][0]);
    await lab.until(() => lab.thread('shop.example.com').includes('alias.added'));
    closte().setMode('refuse', 'not today');
    await lab.world.slack.people.submit({ user: ALICE, viewId: id, values: {} });
    await lab.until(() => lab.thread('shop.example.com').includes('alias.remove_refused'));
    expect(lab.card('shop.example.com')?.text).not.toContain('Removed');
  });
});
