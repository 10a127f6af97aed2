import { expect, it } from 'vitest';
import { ConfigError, describeProblems, loadConfig } from '../../src/config/config.js';
import { closte } from '../../src/hosting/closte/closte.js';
import { createCatalogue } from '../../src/locale/catalogue.js';

const t = createCatalogue('en', closte);
const slack = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', CLOSTE_APPS_FILE: '/apps.json' };
const php = `<?php define('CLOSTE_CLIENT_API_KEY', 'from-wordpress'); define('CLOSTE_PUBLIC_IP_ADDRESS', '203.0.113.9');`;
const TOKEN = 'a-token-that-nobody-guesses';

const load = (apps: unknown, env: Record<string, string> = {}) =>
  loadConfig({ ...slack, ...env }, (path) => {
    if (path === '/apps.json') return typeof apps === 'string' ? apps : JSON.stringify(apps);
    return path === '/srv/wp-config.php' ? php : undefined;
  });

function problemsOf(apps: unknown, env: Record<string, string> = {}): string {
  try {
    load(apps, env);
  } catch (error) {
    if (error instanceof ConfigError) return describeProblems(error, t);
    throw error;
  }
  return '';
}

it('reads apps with their keys wherever they are, and what they share from the environment', () => {
  const { apps, secrets } = load(
    {
      apps: [
        { name: 'one', key: 'key-of-one', targets: ['203.0.113.1', 'edge.example.net'], channel: 'C0ONE' },
        { name: 'two', key: { env: 'KEY_TWO' }, targets: ['203.0.113.2'], interval: 60, www: 'never' },
        {
          name: 'three',
          wpConfig: '/srv/wp-config.php',
          multisite: {
            url: 'https://network.example.com/',
            apiKey: 'multisite-key',
            apiSecret: { env: 'SECRET' },
            webhookToken: TOKEN,
            logs: '/srv/wu-logs',
          },
        },
      ],
    },
    { KEY_TWO: 'key-of-two', SECRET: 'multisite-secret', WWW_POLICY: 'always', SLACK_CHANNEL: 'C0ALL' },
  );
  expect(apps).toMatchObject([
    { name: 'one', apiKey: 'key-of-one', channel: 'C0ONE', www: 'always', intervalMs: 300_000 },
    { name: 'two', apiKey: 'key-of-two', channel: 'C0ALL', www: 'never', intervalMs: 60_000 },
    {
      name: 'three',
      apiKey: 'from-wordpress',
      target: { ipv4: ['203.0.113.9'] },
      multisite: {
        url: 'https://network.example.com',
        rest: { apiKey: 'multisite-key', apiSecret: 'multisite-secret', syncMs: 300_000, setsStage: false },
        webhookToken: TOKEN,
        logs: { folder: '/srv/wu-logs' },
      },
    },
  ]);
  const hidden = ['key-of-one', 'key-of-two', 'from-wordpress', 'multisite-key', 'multisite-secret', TOKEN];
  expect(secrets).toEqual(expect.arrayContaining(hidden));
});

it('does not take the key of a wp-config.php that happens to be near', () => {
  const above = `${process.cwd()}/wp-config.php`;
  const read = (path: string) => {
    if (path === '/apps.json') return JSON.stringify({ apps: [{ name: 'one', targets: ['203.0.113.1'] }] });
    return path === above ? php : undefined;
  };
  expect(() => loadConfig(slack, read)).toThrow(ConfigError);
});

it('names every problem of the file at once, each with its app, its field and a fix', () => {
  const said = problemsOf({
    apps: [
      { name: 'one', key: { env: 'NOWHERE' }, targets: ['nonsense'] },
      { name: 'two', key: 'key-of-two', targets: ['203.0.113.2'], interval: 5, channel: '#domains' },
      { name: 'two', key: 'key-of-two', targets: ['203.0.113.2'], multisite: { apiKey: 'multisite-key' } },
    ],
  });
  for (const words of [
    'app one whose key is missing',
    'app one whose targets contains something that isn’t an IP address or host',
    'app two whose interval is not between 10 and 3600. Use 10 to 3600 seconds. Fix the file',
    'app two whose channel isn’t a channel ID',
    'two apps named two',
    'gives app two another app’s key',
    'app two whose multisite.url is missing',
    'app two whose multisite.apiSecret is missing',
  ])
    expect(said).toContain(words);
  expect(said).not.toContain('key-of-two');
  expect(said).not.toContain('..');
});

it.each([
  ['{', 'is not JSON'],
  [[], 'CLOSTE_APPS_FILE is not a JSON object. Fix'],
  [{ apps: [] }, 'has a mistake: apps is empty'],
  [{ apps: [{ name: 'a', key: 5 }] }, 'apps[1].key is neither text nor an object with “env”'],
  [{ apps: [{ name: 'a', interval: [] }] }, 'apps[1].interval is neither text nor a number'],
  [{ apps: [{ name: 'a', targets: '203.0.113.1' }] }, 'apps[1].targets isn’t a list'],
  [{ apps: [{ name: 'Agency' }] }, 'has a mistake: apps[1].name is not 1 to 40 lower-case letters'],
  [{ apps: [{ name: 'a', kye: 'x' }] }, 'has a mistake: apps[1].kye isn’t a known setting'],
  [{ app: [] }, 'apps is missing'],
])('refuses the file %j', (apps, words) => {
  expect(problemsOf(apps)).toContain(words);
});

it('an older version’s timeZone is ignored with a warning', () => {
  const app = { name: 'one', key: 'key-of-one', targets: ['203.0.113.1'], channel: 'C0ONE' };
  const rest = { url: 'https://network.example.com', apiKey: 'multisite-key', apiSecret: 'multisite-secret' };
  const { apps, warnings } = load({ apps: [{ ...app, multisite: { ...rest, timeZone: 'Europe/Berlin' } }] });
  expect(apps).toMatchObject([{ name: 'one', multisite: { url: 'https://network.example.com' } }]);
  expect(warnings).toEqual([
    'CLOSTE_APPS_FILE: multisite.timeZone of app one is no longer used: WordPress logs in UTC. Remove it.',
  ]);
  expect(load({ apps: [{ ...app, multisite: rest }] }).warnings).toEqual([]);
});

it('a network that makes mappings by itself needs a channel', () => {
  const multisite = { url: 'https://network.example.com', webhookToken: TOKEN };
  const app = { name: 'one', key: 'key-of-one', targets: ['203.0.113.1'], multisite };
  expect(problemsOf({ apps: [app] })).toContain('app one whose channel is missing');
  expect(problemsOf({ apps: [{ ...app, channel: 'C0ONE' }] })).toBe('');
  const nameless = { ...app, channel: 'C0ONE', multisite: { webhookToken: TOKEN } };
  expect(problemsOf({ apps: [nameless] })).toContain('app one whose multisite.url is missing');
});
