import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ConfigError, describeProblems, loadConfig, variables } from '../src/config.js';

const GOOD = {
  SLACK_BOT_TOKEN: 'xoxb-1',
  SLACK_APP_TOKEN: 'xapp-1',
  CLOSTE_CLIENT_API_KEY: 'key-1234',
  CLOSTE_TARGETS: '203.0.113.10, 2001:DB8::10, App-1.closte.com., target.lab.test',
};
const noFiles = () => undefined;
const load = (env: Record<string, string> = {}, readFile: (path: string) => string | undefined = noFiles) =>
  loadConfig({ ...GOOD, ...env }, readFile);

function problemsOf(
  env: Record<string, string | undefined>,
  readFile = noFiles as (path: string) => string | undefined,
) {
  try {
    loadConfig(env, readFile);
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error('the configuration was accepted');
}

it('has defaults for everything that can have one', () => {
  const config = load();
  expect(config).toMatchObject({
    slack: { apiUrl: 'https://slack.com/api/', mode: { kind: 'socket', appToken: 'xapp-1' } },
    http: { host: '0.0.0.0', port: 3000 },
    closteApiUrl: 'https://app.closte.com/api/client',
    policy: { intervalMs: 300_000, dnsDeadlineMs: 72 * 3_600_000, sslDeadlineMs: 3_600_000 },
    dns: { authoritativePort: 53 },
    tlsPort: 443,
    httpPort: 80,
    allowPrivateAddresses: false,
    operators: [],
    locale: 'en',
    logLevel: 'info',
  });
  expect(config.dns.resolvers.length).toBeGreaterThanOrEqual(6);
  expect(config.dns.resolvers.length).toBeLessThanOrEqual(8);
});

it('reads targets of every kind in canonical form', () => {
  expect(load().apps[0]?.target).toEqual({
    ipv4: ['203.0.113.10'],
    ipv6: ['2001:db8::10'],
    cname: ['app-1.closte.com', 'target.lab.test'],
  });
});

it('reads resolvers with and without ports, IPv6 included', () => {
  expect(
    load({ DNS_RESOLVERS: 'A=192.0.2.1, B=192.0.2.2:5353,C=2001:db8::1,D=[2001:db8::2]:54' }).dns.resolvers,
  ).toEqual([
    { name: 'A', address: '192.0.2.1', port: 53 },
    { name: 'B', address: '192.0.2.2', port: 5353 },
    { name: 'C', address: '2001:db8::1', port: 53 },
    { name: 'D', address: '2001:db8::2', port: 54 },
  ]);
});

it('uses signed HTTP without an app token', () => {
  const { SLACK_APP_TOKEN: _, ...env } = GOOD;
  expect(loadConfig({ ...env, SLACK_SIGNING_SECRET: 's3cret' }, noFiles).slack.mode).toEqual({
    kind: 'http',
    signingSecret: 's3cret',
  });
});

describe('each wrong value is named with its fix', () => {
  it.each([
    ['SLACK_BOT_TOKEN', 'xoxp-1'],
    ['SLACK_BOT_TOKEN', ''],
    ['SLACK_APP_TOKEN', 'xoxb-1'],
    ['SLACK_API_URL', 'ftp://slack'],
    ['SLACK_CHANNEL', '#domains'],
    ['PORT', '65536'],
    ['PORT', 'http'],
    ['CLOSTE_API_URL', 'closte'],
    ['CLOSTE_TARGETS', '300.0.0.1'],
    ['CLOSTE_TARGETS', ','],
    ['CLOSTE_TARGETS', 'localhost'],
    ['CLOSTE_TARGETS', 'https://app-1.closte.com'],
    ['CLOSTE_APP_ID', '12'],
    ['CLOSTE_APPS_FILE', 'apps.json'],
    ['WP_CONFIG_FILE', '/nowhere/wp-config.php'],
    ['DNS_CHECK_INTERVAL', '9'],
    ['DNS_CHECK_INTERVAL', '3601'],
    ['DNS_CHECK_INTERVAL', '1e2'],
    ['DNS_DEADLINE_HOURS', '0'],
    ['SSL_DEADLINE_MINUTES', '-5'],
    ['DNS_RESOLVERS', 'google'],
    ['DNS_RESOLVERS', 'a=dns.google'],
    ['DNS_RESOLVERS', 'a=8.8.8.8:0'],
    ['DNS_AUTHORITATIVE_PORT', '0'],
    ['TLS_PORT', 'x'],
    ['HTTP_PORT', '70000'],
    ['CA_FILE', '/nowhere.pem'],
    ['ALLOW_PRIVATE_ADDRESSES', 'yes'],
    ['DOMAIN_OPERATORS', 'alice'],
    ['DOMAIN_ADMINS', '@bob'],
    ['LOCALE', 'de'],
    ['LOG_LEVEL', 'trace'],
  ])('%s=%s', (variable, value) => {
    const { problems } = problemsOf({ ...GOOD, [variable]: value });
    expect(problems.map((problem) => problem.variable)).toEqual([variable]);
    expect(problems[0]?.fix).not.toBe('');
  });

  it('all at once, and never with the value of a secret', () => {
    const error = problemsOf({
      SLACK_BOT_TOKEN: 'hunter2-secret',
      SLACK_APP_TOKEN: 'hunter3-secret',
      LOCALE: 'xx',
    });
    expect(error.problems.map(({ variable }) => variable).sort()).toEqual(
      ['CLOSTE_CLIENT_API_KEY', 'CLOSTE_TARGETS', 'LOCALE', 'SLACK_APP_TOKEN', 'SLACK_BOT_TOKEN'].sort(),
    );
    expect(describeProblems(error)).not.toMatch(/hunter/);
  });
});

describe('on a Closte server', () => {
  const php = `<?php
define('CLOSTE_CLIENT_API_KEY', 'from-wordpress');
define( "CLOSTE_APP_ID", "0123456789abcdef01234567" );
define('CLOSTE_PUBLIC_IP_ADDRESS', '203.0.113.99');`;
  const slack = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };

  it('needs no configuration but Slack’s: the nearest wp-config.php above has the rest', () => {
    const above = `${process.cwd().split('/').slice(0, -1).join('/')}/wp-config.php`;
    const config = loadConfig(slack, (path) => (path === above ? php : undefined));
    expect(config.apps).toEqual([
      {
        name: 'default',
        apiKey: 'from-wordpress',
        appId: '0123456789abcdef01234567',
        target: { ipv4: ['203.0.113.99'], ipv6: [], cname: ['app-0123456789abcdef01234567.closte.com'] },
      },
    ]);
    expect(config.secrets).toContain('from-wordpress');
  });

  it('lets the environment win, and names a key that only PHP could tell', () => {
    const read = () => "<?php define('CLOSTE_CLIENT_API_KEY', getenv('KEY'));";
    expect(load({ WP_CONFIG_FILE: '/wp-config.php' }, read).apps[0]?.apiKey).toBe('key-1234');
    const { problems } = problemsOf(
      { ...slack, CLOSTE_TARGETS: '203.0.113.1', WP_CONFIG_FILE: '/wp-config.php' },
      read,
    );
    expect(problems).toMatchObject([
      { variable: 'CLOSTE_CLIENT_API_KEY', problem: expect.stringContaining('by code') },
    ]);
  });
});

it('.env.example names every variable, and no other', () => {
  const named = readFileSync('.env.example', 'utf8').matchAll(/^#? ?([A-Z][A-Z_]+)=/gm);
  expect([...named].map(([, name]) => name).sort()).toEqual([...variables].sort());
});
