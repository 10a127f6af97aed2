import { afterAll, expect, it, vi } from 'vitest';
import { closte } from '../../src/hosting/closte/closte.js';
import { createCatalogue } from '../../src/locale/catalogue.js';

const t = createCatalogue('en', closte);
/** Workers share modules among test files: this one loads the configuration afresh, with two providers. */
vi.resetModules();
vi.doMock(import('../../src/hosting/providers.js'), async (original) => {
  const { defaultProvider, providerFixes } = await original();
  const { tiny } = await import('../hosting/tiny/tiny.js');
  const providers = [defaultProvider, tiny] as never;
  return { defaultProvider, providers, providerFixes: { ...providerFixes, ...tiny.fixes } };
});
const { ConfigError, describeProblems, loadConfig } = await import('../../src/config/config.js');

afterAll(() => {
  vi.doUnmock('../../src/hosting/providers.js');
  vi.resetModules();
});

const slack = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };
const closteKey = { CLOSTE_CLIENT_API_KEY: 'key-of-closte', CLOSTE_TARGETS: '203.0.113.1' };
const tinyKey = { TINY_KEY: 'key-of-tiny', TINY_TARGETS: '203.0.113.2', TINY_APP: '7', TINY_RATE: '40' };
const php = `<?php define('CLOSTE_CLIENT_API_KEY', 'from-wordpress'); define('CLOSTE_PUBLIC_IP_ADDRESS', '203.0.113.9');`;

const load = (env: Record<string, string>, files: Record<string, string> = {}) =>
  loadConfig({ ...slack, ...env }, (path) => files[path]).apps;

const withFile = (apps: unknown, env: Record<string, string> = {}) =>
  load({ CLOSTE_APPS_FILE: '/apps.json', ...env }, { '/apps.json': JSON.stringify({ apps }) });

function problemsOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof ConfigError) return describeProblems(error, t);
    throw error;
  }
  return '';
}

it('an app is at the provider whose variables there are', () => {
  expect(load(closteKey)).toMatchObject([{ hosting: { id: 'closte' }, apiKey: 'key-of-closte' }]);
  expect(load(tinyKey)).toMatchObject([
    {
      hosting: { id: 'tiny' },
      apiKey: 'key-of-tiny',
      apiUrl: 'https://api.tiny.example',
      target: { ipv4: ['203.0.113.2'] },
      appId: '7',
      changesPerMinute: 40,
    },
  ]);
});

it('a key that is given counts more than one that a wp-config.php holds for another provider', () => {
  const files = { '/srv/wp-config.php': php };
  const WP_CONFIG_FILE = '/srv/wp-config.php';
  expect(load({ WP_CONFIG_FILE }, files)).toMatchObject([{ hosting: { id: 'closte' } }]);
  expect(load({ WP_CONFIG_FILE, ...tinyKey }, files)).toMatchObject([{ hosting: { id: 'tiny' } }]);
});

it('apps in the file name their provider; Closte is meant where they don’t', () => {
  const apps = withFile(
    [
      { name: 'one', key: 'key-of-one', targets: ['203.0.113.1'] },
      { name: 'two', provider: 'tiny', key: { env: 'TWO' }, targets: ['203.0.113.2'], appId: '7', rate: 40 },
    ],
    { TWO: 'key-of-two', TINY_URL: 'https://tiny.test/' },
  );
  expect(apps).toMatchObject([
    { hosting: { id: 'closte' }, apiKey: 'key-of-one', apiUrl: 'https://app.closte.com/api/client' },
    { hosting: { id: 'tiny' }, apiKey: 'key-of-two', apiUrl: 'https://tiny.test', changesPerMinute: 40 },
  ]);
});

it('an unknown provider is one sentence that lists those that there are', () => {
  const said = problemsOf(() => withFile([{ name: 'one', provider: 'tinny', key: 'key-of-one' }]));
  expect(said).toContain('CLOSTE_APPS_FILE has a mistake: apps[1].provider is none of closte, tiny');
  expect(
    said
      .trim()
      .split('\n')
      .filter((line) => line.includes('provider')),
  ).toHaveLength(1);
});

it('each provider judges its own values, in its own words', () => {
  expect(problemsOf(() => load({ ...tinyKey, TINY_APP: 'seven' }))).toContain('TINY_APP is no number');
  const app = { name: 'one', provider: 'tiny', key: 'key-of-one', targets: ['203.0.113.2'], appId: 'seven' };
  expect(problemsOf(() => withFile([app]))).toContain('app one whose appId is no number');
});
