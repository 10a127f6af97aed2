import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tells } from '../support/carried.js';
import { closeLab, type Lab, openLab } from '../support/lab.js';

let lab: Lab;
const open = async (options?: Parameters<typeof openLab>[0]) => {
  lab = await openLab(options);
  await lab.start();
};
const faults = () => lab.world.slack.faults;

afterEach(() => closeLab(lab));

describe('Slack', () => {
  beforeEach(() => open());

  it('a post whose answer was lost is searched in Slack before it is posted again', async () => {
    faults().plan('chat.postMessage', { dropAfterAccept: true }, 2);
    await lab.type('/domain map shop.example.com');
    await lab.until(() => lab.thread('shop.example.com').includes('alias.added'), 30_000);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    const requested = lab.messages().filter(({ metadata }) => tells(metadata, 'domain.requested'));
    expect(requested).toHaveLength(1);
    expect(lab.thread('shop.example.com')).toEqual(['alias.added']);
  });

  it('posts wait while Slack asks to wait, fails or answers with a web page; then all come, in order and once', async () => {
    faults().plan('chat.postMessage', { retryAfterS: 1 });
    faults().plan('chat.postMessage', { error: 'service_unavailable' });
    faults().plan('chat.postMessage', { html: '<h1>maintenance</h1>' });
    faults().plan('chat.postMessage', { status: 503 });
    await lab.type('/domain map shop.example.com');
    lab.pointDns('shop.example.com');
    await lab.until(() => lab.thread('shop.example.com').includes('domain.done'), 40_000);
    expect(new Set(lab.thread('shop.example.com')).size).toBe(lab.thread('shop.example.com').length);
    expect(lab.thread('shop.example.com')[0]).toBe('alias.added');
  });
});
