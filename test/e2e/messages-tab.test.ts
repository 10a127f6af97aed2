import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeLab, type Lab, openLab } from '../support/lab.js';

const HOSTNAME = 'shop.example.com';

let lab: Lab;
beforeEach(async () => {
  lab = await openLab();
  await lab.start();
  await lab.type(`/domain map ${HOSTNAME}`);
  await lab.until(() => lab.thread(HOSTNAME).includes('alias.added'));
  lab.world.slack.workspace.settings.messagesTab = 'off';
});
afterEach(() => closeLab(lab));

const reported = () =>
  lab.until(() => lab.privately().find(({ text }) => text.includes('turn on the Messages Tab')), 30_000);

describe('without a messages tab', () => {
  it('a verification that nobody could follow isn’t begun, and the person hears which setting it is', async () => {
    const before = lab.world.slack.calls.length;
    await lab.type('/domain audit verify');
    expect((await reported()).text).toContain('nothing was done');
    expect(lab.world.slack.calls.slice(before)).not.toContain('conversations.replies');
  });

  it('audit files that can’t be delivered are answered with the setting', async () => {
    await lab.type('/domain audit');
    const list = await lab.until(() => lab.privately().find(({ text }) => text.includes('Audit trail')));
    await lab.press(list, 'audit-files');
    await reported();
    expect(lab.lines.join('\n')).not.toContain('"incident"');
  });
});
