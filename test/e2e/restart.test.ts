import { afterEach, describe, expect, it } from 'vitest';
import { closeLab, Lab, openLab } from '../support/lab.js';

let lab: Lab;
const open = async (options?: Parameters<typeof openLab>[0]) => {
  lab = await openLab(options);
  await lab.start();
};
const faults = () => lab.world.slack.faults;

afterEach(() => closeLab(lab));

describe('a restart', () => {
  it('loses nothing: what was stored before the card could be posted is posted after it', async () => {
    await open();
    faults().plan('chat.postMessage', { error: 'service_unavailable' }, 100);
    await lab.type('/domain map shop.example.com');
    await lab.until(() => lab.world.slack.calls.includes('chat.postMessage'));
    await lab.stop();
    faults().clear();
    lab.pointDns('shop.example.com');
    await lab.start();
    await lab.until(() => lab.thread('shop.example.com').includes('domain.done'), 40_000);
  });

  it('is refused while another bot works on the same data', async () => {
    await open();
    const second = new Lab(lab.world, lab.config, lab.triggerClock);
    await expect(second.start()).rejects.toThrow(/Another bot .* Stop it first/);
  });
});
