import { afterEach, expect, it } from 'vitest';
import type { AppConfig } from '../../src/config/app.js';
import { ALICE, closeLab, DOMAINS, type Lab, openLab } from '../support/lab.js';

let lab: Lab;
afterEach(() => closeLab(lab));

const GENERAL = 'C02GENERAL';

async function openTwoApps(change: (app: AppConfig) => AppConfig = (app) => app): Promise<void> {
  lab = await openLab({
    change: (config) => ({
      ...config,
      apps: config.apps.flatMap((app) => [
        change({ ...app, name: 'agency', channel: DOMAINS }),
        change({ ...app, name: 'shops', channel: undefined }),
      ]),
    }),
  });
  await lab.start();
}

const answers = () => lab.privately().map(({ text }) => text);
const answered = (words: string) => lab.until(() => answers().find((text) => text.includes(words)));

it('takes the channel’s app, the named one, or asks which', async () => {
  await openTwoApps();
  await lab.type('/domain map shop.example.com');
  await lab.until(() => lab.card('shop.example.com'));
  await lab.type('/domain map blog.example.com --app shops');
  await lab.until(() => lab.card('blog.example.com'));
  expect(lab.card('shop.example.com')?.metadata?.event_payload['details']).toMatchObject({ app: 'agency' });
  expect(lab.card('blog.example.com')?.metadata?.event_payload['details']).toMatchObject({ app: 'shops' });

  await lab.type('/domain map news.example.com', ALICE, GENERAL);
  await lab.until(() => lab.messages(GENERAL).find(({ text }) => text.includes('agency and shops')));
});

it('a hostname can be on one app only, and the answer says on which', async () => {
  await openTwoApps();
  await lab.type('/domain map shop.example.com');
  await lab.until(() => lab.thread('shop.example.com').includes('alias.added'));
  await lab.type('/domain map shop.example.com --app shops');
  await answered('is already mapped on app agency. Unmap it there first');
  await lab.type('/domain map shop.example.com');
  await answered('is already mapped on app agency (');
});

it('reads the apps again without losing a mapping: what is not named any more waits until it is again', async () => {
  await openTwoApps();
  await lab.type('/domain map shop.example.com');
  await lab.until(() => lab.thread('shop.example.com').includes('alias.added'));
  const all = lab.config.apps;
  lab.bot?.reload(all.filter(({ name }) => name === 'shops'));
  await lab.type('/domain map news.example.com --app agency');
  await answered('There’s no app agency');
  await lab.type('/domain unmap shop.example.com');

  lab.bot?.reload(all);
  lab.pointDns('shop.example.com');
  await lab.until(() => lab.thread('shop.example.com').includes('domain.done'));
});

it('starts with a key that its provider refuses: the other app works, and the doctor names the one', async () => {
  await openTwoApps((app) => (app.name === 'shops' ? { ...app, apiKey: 'a-key-of-nobody' } : app));
  await lab.type('/domain map shop.example.com');
  await lab.until(() => lab.thread('shop.example.com').includes('alias.added'));
  await lab.type('/domain map blog.example.com --app shops');
  await lab.until(() => lab.replies('blog.example.com').find(({ text }) => text.includes('Invalid API key')));
  await lab.type('/domain doctor');
  await lab.until(() => JSON.stringify(lab.privately()).includes('App shops: Closte rejects the key'));
  expect(JSON.stringify(lab.lines)).not.toContain('a-key-of-nobody');
});
