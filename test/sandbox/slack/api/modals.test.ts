import { describe, expect, it } from 'vitest';
import { openView } from '../../../../src/sandbox/slack/api/modals.js';
import type { JsonObject, PageView } from '../../../../src/sandbox/slack/page-api.js';
import { ALICE, DOMAINS, modal, openSlack, section } from '../sandbox.js';

async function opened() {
  const { slack, call } = await openSlack();
  const views = async (method: string, body: object): Promise<{ error?: string; view: PageView }> => {
    const { triggerId } = await slack.people.command({ user: ALICE, channel: DOMAINS, text: '/domain x' });
    return (await call(method, { trigger_id: triggerId, ...body })) as { error?: string; view: PageView };
  };
  const { view } = await views('views.open', { view: modal({ external_id: 'mine', private_metadata: 'p' }) });
  return { slack, views, view };
}

it('is kept as it was drafted, with what Slack adds', async () => {
  const { view } = await opened();
  expect(view).toMatchObject({
    type: 'modal',
    private_metadata: 'p',
    root_view_id: view.id,
    previous_view_id: null,
    state: { values: {} },
    team_id: 'T0SANDBOX',
    blocks: [{ block_id: expect.any(String) }],
  });
});

describe('views.update', () => {
  it('changes the dialog in place, by either id', async () => {
    const { slack, views, view } = await opened();
    const draft = modal({ external_id: 'mine', private_metadata: 'q' });
    expect((await views('views.update', { view_id: view.id, view: draft })).view.id).toBe(view.id);
    expect((await views('views.update', { external_id: 'mine', view: draft })).view.id).toBe(view.id);
    expect(slack.workspace.views.get(view.id)?.view.private_metadata).toBe('q');
  });

  it('is refused with the hash of an older state', async () => {
    const { views, view } = await opened();
    const update = { view_id: view.id, view: modal(), hash: view.hash };
    expect(await views('views.update', update)).toMatchObject({ ok: true });
    expect(await views('views.update', update)).toMatchObject({ error: 'hash_conflict' });
  });
});

it('three dialogs can lie over one another; below a closed one its own is seen again', async () => {
  const { slack, view } = await opened();
  const { workspace } = slack;
  const second = openView(workspace, ALICE, modal(), view);
  expect(second).toMatchObject({ root_view_id: view.id, previous_view_id: view.id });
  const third = openView(workspace, ALICE, modal(), second);
  expect(() => openView(workspace, ALICE, modal(), third)).toThrow('push_limit_reached');
  const shown: string[] = [];
  workspace.changes.on('view', (change) => shown.push(change.view.id));
  expect(await slack.people.close(ALICE, third.id)).toEqual({ ok: true });
  expect(shown).toEqual([second.id]);
});

describe('views.publish', () => {
  const home = (text: string) => ({ type: 'home', blocks: [section(text)] });

  it('puts a view on one person’s Home tab, in place of the one before', async () => {
    const { slack, call } = await openSlack();
    const first = await call('views.publish', { user_id: ALICE, view: home('one') });
    const second = await call('views.publish', { user_id: ALICE, view: home('two') });
    expect(first).toMatchObject({ ok: true, view: { type: 'home', team_id: 'T0SANDBOX' } });
    expect((second['view'] as PageView).id).toBe((first['view'] as PageView).id);
    expect(slack.workspace.homes.get(ALICE)).toMatchObject({ blocks: [section('two')] });
    const { hash } = first['view'] as PageView;
    expect(await call('views.publish', { user_id: ALICE, view: home('x'), hash })).toMatchObject({
      error: 'hash_conflict',
    });
  });

  it.each<[string, object]>([
    ['invalid_arguments', { user_id: ALICE, view: modal() }],
    ['invalid_arguments', { user_id: 'U0NOBODY', view: home('x') }],
  ])('%s for a modal or an unknown person', async (error, body) => {
    const { call } = await openSlack();
    expect(await call('views.publish', body as JsonObject)).toMatchObject({ ok: false, error });
  });

  it('not_enabled without a Home tab', async () => {
    const { slack, call } = await openSlack();
    slack.workspace.settings.homeTab = false;
    expect(await call('views.publish', { user_id: ALICE, view: home('x') })).toMatchObject({
      error: 'not_enabled',
    });
  });
});
