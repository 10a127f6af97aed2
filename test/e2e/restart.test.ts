import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ALICE, BOB, closeLab, Lab, openLab } from '../support/lab.js';

let lab: Lab;
const open = async (options?: Parameters<typeof openLab>[0]) => {
  lab = await openLab(options);
  await lab.start();
};
const closte = () => lab.world.closte;
const faults = () => lab.world.slack.faults;
const texts = (user?: string) => lab.privately(user).map(({ text }) => text);

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
    const second = new Lab(lab.world, lab.config);
    await expect(second.start()).rejects.toThrow(/Another bot .* Stop it first/);
  });
});

describe('who may do what', () => {
  beforeEach(() => open({ change: (config) => ({ ...config, operators: ['S01OPERATORS'] }) }));

  it('lets members of the operators’ group change and everyone look', async () => {
    await lab.type('/domain map shop.example.com', ALICE);
    await lab.until(() => texts(ALICE).some((text) => text.includes('You may look, but not change')));
    expect(closte().calls()).toEqual([]);
    await lab.type('/domain map shop.example.com', BOB);
    await lab.until(() => lab.card('shop.example.com'));
    await lab.press(lab.card('shop.example.com'), 'unmap', ALICE);
    await lab.until(() => texts(ALICE).filter((text) => text.includes('You may look')).length === 2);
    expect(lab.world.slack.workspace.views.size).toBe(0);
    await lab.type('/domain list', ALICE);
    await lab.until(() => texts(ALICE).some((text) => text.includes('1–1 of 1')));
  });
});
