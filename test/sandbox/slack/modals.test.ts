import { describe, expect, it } from 'vitest';
import type { View } from '../../../src/sandbox/slack/page-api.js';
import { ALICE, DOMAINS, modal, openSlack } from './sandbox.js';

async function opened() {
  const { slack, call } = await openSlack();
  const views = async (method: string, body: object): Promise<{ error?: string; view: View }> => {
    const { triggerId } = await slack.people.command({ user: ALICE, channel: DOMAINS, text: '/domain x' });
    return (await call(method, { trigger_id: triggerId, ...body })) as { error?: string; view: View };
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

describe('views.push', () => {
  it('stacks three dialogs', async () => {
    const { slack, views, view } = await opened();
    const second = await views('views.push', { view: modal() });
    expect(second.view).toMatchObject({ root_view_id: view.id, previous_view_id: view.id });
    await views('views.push', { view: modal() });
    expect(await views('views.push', { view: modal() })).toMatchObject({ error: 'push_limit_reached' });
    expect(slack.workspace.views.size).toBe(3);
  });

  it('shows the dialog below again when the upper one is closed', async () => {
    const { slack, views, view } = await opened();
    const { view: upper } = await views('views.push', { view: modal() });
    const shown: string[] = [];
    slack.workspace.changes.on('view', (change) => shown.push(change.view.id));
    expect(await slack.people.close(ALICE, upper.id)).toEqual({ ok: true });
    expect(shown).toEqual([view.id]);
  });
});
