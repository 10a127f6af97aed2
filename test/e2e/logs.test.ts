import { readFileSync, statSync } from 'node:fs';
import { appendFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { tells } from '../support/carried.js';
import { closeLab, type Lab, openLab } from '../support/lab.js';

let lab: Lab;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wu-logs-'));
  lab = await openLab({
    change: (config) => ({
      ...config,
      apps: config.apps.map((app) => ({
        ...app,
        multisite: { url: 'https://network.example.org', logs: { folder } },
      })),
    }),
  });
  await lab.start();
  await lab.type('/domain map shop.example.com');
  await lab.until(() => lab.thread('shop.example.com').includes('alias.added'));
  await lab.until(() => places() !== undefined);
});
afterEach(async () => {
  await closeLab(lab);
  await rm(folder, { recursive: true, force: true });
});

it('without the REST API the answer says what remains to be done by hand, and where', async () => {
  const answer = await lab.until(() => lab.privately().find(({ text }) => text.includes('by hand')));
  expect(answer.text).toContain('https://network.example.org/wp-admin/network/');
  await lab.type('/domain map blog.example.com --site 12');
  await lab.until(() => lab.privately().find(({ text }) => text.includes('MULTISITE_API_KEY')));
  expect(lab.card('blog.example.com')).toBeUndefined();
});

const line = (message: string, level = 'ERROR') => `[2026-11-20 10:00:00] [${level}] ${message}\n`;
/** How far each file was read. */
function places(): Map<string, { offset: number }> | undefined {
  try {
    const kept = readFileSync(join(lab.config.dataDir, 'multisite', 'default.logs.json'), 'utf8');
    return new Map((JSON.parse(kept) as { files: [string, { offset: number }][] }).files);
  } catch {
    return undefined;
  }
}

const reported = () => lab.messages().filter(({ metadata }) => tells(metadata, 'error.logged'));

it('what is logged about a hostname reaches its thread once, explained, without secrets', async () => {
  const key = lab.config.apps[0]?.apiKey;
  await appendFile(
    join(folder, 'integration-closte.log'),
    line(`Invalid or empty domain: shop.example.com (apikey=${key}, erika@example.com) <!channel>`) +
      line('all is well with shop.example.com', 'INFO') +
      line('Invalid or empty domain: site.network.example.com'),
  );
  const message = await lab.until(() => reported()[0], 30_000);
  expect(message.text).toContain('integration-closte');
  expect(message.text).toContain('[e-mail]');
  expect(message.text).not.toContain('<!channel>');
  expect(JSON.stringify(message.blocks)).toContain('normal for the network’s own subdomains');
  const logged = lab.trail('shop.example.com').find(({ type }) => type === 'error.logged');
  expect(logged?.details).toMatchObject({ loggedAt: Date.parse('2026-11-20T10:00:00Z') });

  await mkdir(join(folder, 'sub.log'));
  await appendFile(join(folder, 'domain-shop.example.com.log'), line('Etwas ging schief: 1'));
  await appendFile(join(folder, 'domain-shop.example.com.log'), line('Etwas ging schief: 2').repeat(50));
  await lab.until(() => reported().length === 2, 30_000);
  const whole = statSync(join(folder, 'domain-shop.example.com.log')).size;
  await lab.until(() => places()?.get('domain-shop.example.com.log')?.offset === whole, 30_000);
  expect(reported()).toHaveLength(2);
}, 90_000);
