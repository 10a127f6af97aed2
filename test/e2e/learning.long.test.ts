import { afterEach, expect, it } from 'vitest';
import { closeLab, type Lab, openLab } from '../support/lab.js';

let lab: Lab;
afterEach(() => closeLab(lab));

const statusOf = async (hostname: string): Promise<string> => {
  const before = lab.privately().length;
  await lab.type(`/domain status ${hostname}`);
  return lab.until(() => {
    const answer = lab.privately()[before];
    return answer && JSON.stringify(answer.blocks);
  });
};

it('after ten certificates the bot says how long they take here, on card and in status, also after a restart', async () => {
  lab = await openLab();
  await lab.start();
  const first = Array.from({ length: 10 }, (_, at) => `h${at}.example.com`);
  for (const hostname of first) {
    lab.pointDns(hostname);
    await lab.type(`/domain map ${hostname}`);
  }
  await lab.until(() => first.every((hostname) => lab.thread(hostname).includes('ssl.issued')), 120_000);
  lab.world.edge.setIssuanceDelay(3_600_000);
  lab.pointDns('slow.example.com');
  await lab.type('/domain map slow.example.com');
  const usual = /A certificate usually takes (&lt;)?[\d ]*\w+ here/;
  await lab.until(() => usual.test(JSON.stringify(lab.card('slow.example.com')?.blocks)), 60_000);
  expect(await statusOf('slow.example.com')).toMatch(/this one has been waiting for/);

  await lab.stop();
  await lab.start();
  expect(await statusOf('slow.example.com')).toMatch(/this one has been waiting for/);
}, 240_000);
