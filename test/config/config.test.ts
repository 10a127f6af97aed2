import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { parseEnv } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  ConfigError,
  describeProblems,
  loadConfig,
  loadDatabaseUrl,
  variables,
} from '../../src/config/config.js';
import { closte } from '../../src/hosting/closte/closte.js';
import { createCatalogue } from '../../src/locale/catalogue.js';

const t = createCatalogue('en', closte);
const GOOD = {
  SLACK_BOT_TOKEN: 'xoxb-1',
  SLACK_APP_TOKEN: 'xapp-1',
  CLOSTE_CLIENT_API_KEY: 'key-1234',
  CLOSTE_TARGETS: '203.0.113.10, 2001:DB8::10, App-1.closte.com., target.lab.test',
};
const noFiles = () => undefined;
const load = (
  env: Record<string, string> = {},
  readFile: (path: string) => string | undefined | null = noFiles,
) => loadConfig({ ...GOOD, ...env }, readFile);

function problemsOf(
  env: Record<string, string | undefined>,
  readFile = noFiles as (path: string) => string | undefined | null,
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
    http: { host: '127.0.0.1', port: 3000 },
    apps: [{ apiUrl: 'https://app.closte.com/api/client', hosting: { id: 'closte' } }],
    policy: {
      intervalMs: 300_000,
      dnsDeadlineMs: 72 * 3_600_000,
      sslDeadlineMs: 3_600_000,
      acceptedCas: ['letsencrypt.org'],
    },
    dns: { authoritativePort: 53 },
    tlsPort: 443,
    httpPort: 80,
    allowPrivateAddresses: false,
    asksDnsProviders: true,
    operators: [],
    locale: 'en',
    logLevel: 'info',
  });
  expect(config.dns.resolvers.length).toBeGreaterThanOrEqual(6);
  expect(config.dns.resolvers.length).toBeLessThanOrEqual(8);
});

it('takes the slash command’s name as Slack’s manifest may have it', () => {
  expect(load().slack.command).toBe('/domain');
  expect(load({ SLACK_COMMAND: '/domain-staging' }).slack.command).toBe('/domain-staging');
  for (const wrong of ['domain', '/Domain', '/do main', `/${'d'.repeat(32)}`])
    expect(describeProblems(problemsOf({ ...GOOD, SLACK_COMMAND: wrong }), t)).toContain('SLACK_COMMAND');
});

it('reads targets of every kind in canonical form', () => {
  expect(load().apps[0]?.target).toEqual({
    ipv4: ['203.0.113.10'],
    ipv6: ['2001:db8::10'],
    cname: ['app-1.closte.com', 'target.lab.test'],
  });
});

it('takes an IPv4 address in IPv6 form for what it is, an address in brackets, and each target once', () => {
  const CLOSTE_TARGETS = '::ffff:203.0.113.10,[2001:db8::10],203.0.113.10,2001:db8:0::10,A.test,a.test.';
  expect(load({ CLOSTE_TARGETS }).apps[0]?.target).toEqual({
    ipv4: ['203.0.113.10'],
    ipv6: ['2001:db8::10'],
    cname: ['a.test'],
  });
});

it('reads resolvers with and without ports, IPv6 included', () => {
  const DNS_RESOLVERS = 'A=192.0.2.1, B=192.0.2.2:5353,C=2001:db8::1,D=[2001:db8::2]:54,E=[2606:4700::1111]';
  expect(load({ DNS_RESOLVERS }).dns.resolvers).toEqual([
    { name: 'A', address: '192.0.2.1', port: 53 },
    { name: 'B', address: '192.0.2.2', port: 5353 },
    { name: 'C', address: '2001:db8::1', port: 53 },
    { name: 'D', address: '2001:db8::2', port: 54 },
    { name: 'E', address: '2606:4700::1111', port: 53 },
  ]);
});

it('uses signed HTTP without an app token', () => {
  const { SLACK_APP_TOKEN: _, ...env } = GOOD;
  expect(loadConfig({ ...env, SLACK_SIGNING_SECRET: 's3cret' }, noFiles).slack.mode).toEqual({
    kind: 'http',
    signingSecret: 's3cret',
  });
});

it('uses Socket Mode when there is an app token, whether or not there is a signing secret', () => {
  expect(load({ SLACK_SIGNING_SECRET: 's3cret' }).slack.mode).toEqual({ kind: 'socket', appToken: 'xapp-1' });
});

it('brings the bases of both APIs into the form that paths are put behind', () => {
  const config = load({
    SLACK_API_URL: 'HTTPS://slack.test/api',
    CLOSTE_API_URL: 'https://closte.test/client//',
  });
  expect([config.slack.apiUrl, config.apps[0]?.apiUrl]).toEqual([
    'https://slack.test/api/',
    'https://closte.test/client',
  ]);
});

it.each([
  ['Slack calls it', { SLACK_APP_TOKEN: '', SLACK_SIGNING_SECRET: '0123456789abcdef0123456789abcdef' }],
  [
    'a network’s webhooks do',
    {
      SLACK_CHANNEL: 'C01DOMAINS',
      MULTISITE_URL: 'https://network.example.com',
      MULTISITE_WEBHOOK_TOKEN: '0123456789abcdef01234567',
    },
  ],
])('listens for everyone where %s', (_, change) => {
  expect(load(change).http.host).toBe('0.0.0.0');
});

it('explains a value that .env takes for a comment', () => {
  expect(() => loadConfig(GOOD, noFiles, ['SLACK_CHANNEL'])).toThrow(
    expect.objectContaining({
      problems: [
        expect.objectContaining({
          variable: 'SLACK_CHANNEL',
          problem: 'is empty, because “#” begins a comment in .env: put the value in quotes',
        }),
      ],
    }),
  );
});

it('takes a value without the quotes that docker run --env-file leaves around it', () => {
  const config = load({
    SLACK_BOT_TOKEN: '"xoxb-2"',
    CLOSTE_CLIENT_API_KEY: "'key-5678'",
    DATA_DIR: ' "/srv/data" ',
    HTTPS_PROXY: '"http://proxy.test:1080"',
  });
  expect([config.slack.botToken, config.apps[0]?.apiKey, config.dataDir, config.proxy?.httpsProxy]).toEqual([
    'xoxb-2',
    'key-5678',
    '/srv/data',
    'http://proxy.test:1080/',
  ]);
});

it.each(['"key-1234', 'key 1234', 'key\u200b-1234', 'ключ-1234', 'key\n1234'])(
  'refuses %j as a key',
  (key) => {
    expect(problemsOf({ ...GOOD, CLOSTE_CLIENT_API_KEY: key }).problems).toMatchObject([
      {
        variable: 'CLOSTE_CLIENT_API_KEY',
        problem: 'contains a space, a quotation mark or another character that no key has',
      },
    ]);
  },
);

describe('the proxies', () => {
  it('are none unless the environment names one', () => {
    expect(load({ NO_PROXY: 'example.com' }).proxy).toBeUndefined();
  });

  it('may be without a scheme, as curl takes them; lower case counts first', () => {
    expect(load({ HTTPS_PROXY: 'upper:1', https_proxy: 'proxy.test:3128', NO_PROXY: 'a,b' }).proxy).toEqual({
      httpProxy: undefined,
      httpsProxy: 'http://proxy.test:3128/',
      noProxy: 'a,b',
    });
  });

  it.each(['socks5://proxy.test:1080', 'http://', ':'])('are refused with their variable: %s', (url) => {
    expect(() => load({ HTTPS_PROXY: url })).toThrow(
      expect.objectContaining({ problems: [expect.objectContaining({ variable: 'HTTPS_PROXY' })] }),
    );
  });

  it('have a password that is a secret', () => {
    expect(load({ HTTP_PROXY: 'http://me:pass%2Fword@proxy.test:3128' }).secrets).toEqual(
      expect.arrayContaining(['pass%2Fword', 'pass/word']),
    );
  });
});

it.each(['localhost', '::', '127.0.0.1', 'bot.internal'])('listens on %s', (host) => {
  expect(load({ HOST: host }).http.host).toBe(host);
});

it('an older version’s variable is ignored with a warning, not refused', () => {
  expect(load({ MULTISITE_TIME_ZONE: 'Europe/Berlin' }).warnings).toEqual([
    'MULTISITE_TIME_ZONE is no longer used: WordPress logs in UTC. Remove it.',
  ]);
  expect(load({ MULTISITE_TIME_ZONE: '' }).warnings).toEqual([]);
});

const list = (count: number, entry: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => entry(index)).join(',');

describe('each wrong value is named with its fix', () => {
  it.each([
    ['SLACK_BOT_TOKEN', 'xoxp-1'],
    ['SLACK_BOT_TOKEN', ''],
    ['SLACK_BOT_TOKEN', 'xoxb-'],
    ['SLACK_BOT_TOKEN', 'xoxb-1 xoxb-2'],
    ['SLACK_APP_TOKEN', 'xoxb-1'],
    ['SLACK_APP_TOKEN', 'xapp-'],
    ['SLACK_API_URL', 'ftp://slack'],
    ['SLACK_API_URL', 'https:slack.com'],
    ['SLACK_API_URL', 'https://slack.com/api?x=1'],
    ['SLACK_API_URL', 'https://slack.com/api#x'],
    ['SLACK_API_URL', 'https://me:secret@slack.com/api'],
    ['SLACK_CHANNEL', '#domains'],
    ['HOST', 'every where'],
    ['HOST', '300.0.0.1'],
    ['PORT', '65536'],
    ['PORT', 'http'],
    ['PUBLIC_URL', 'bot.example.com'],
    ['PUBLIC_URL', 'https://me:secret@bot.example.com'],
    ['CLOSTE_API_URL', 'closte'],
    ['CLOSTE_TARGETS', '300.0.0.1'],
    ['CLOSTE_TARGETS', ','],
    ['CLOSTE_TARGETS', '*.example.com'],
    ['CLOSTE_TARGETS', 'fe80::1%eth0'],
    ['CLOSTE_TARGETS', list(51, (index) => `203.0.113.${index}`)],
    ['CLOSTE_TARGETS', 'localhost'],
    ['CLOSTE_TARGETS', 'https://app-1.closte.com'],
    ['CLOSTE_APP_ID', '12'],
    ['CLOSTE_APPS_FILE', '/nowhere/apps.json'],
    ['CLOSTE_RATE', '0'],
    ['WWW_POLICY', 'sometimes'],
    ['MULTISITE_URL', 'network'],
    ['MULTISITE_SYNC_INTERVAL', '5'],
    ['MULTISITE_SET_STAGE', '1'],
    ['MULTISITE_WEBHOOK_TOKEN', 'guessable'],
    ['MULTISITE_LOGS', 'wu-logs'],
    ['WP_CONFIG_FILE', '/nowhere/wp-config.php'],
    ['DNS_CHECK_INTERVAL', '9'],
    ['DNS_CHECK_INTERVAL', '3601'],
    ['DNS_CHECK_INTERVAL', '1e2'],
    ['DNS_DEADLINE_HOURS', '0'],
    ['SSL_DEADLINE_MINUTES', '-5'],
    ['DNS_RESOLVERS', 'google'],
    ['DNS_RESOLVERS', 'a=dns.google'],
    ['DNS_RESOLVERS', 'a=8.8.8.8:0'],
    ['DNS_RESOLVERS', 'a=8.8.8.8:65536'],
    ['DNS_RESOLVERS', 'a=[8.8.8.8]:53'],
    ['DNS_RESOLVERS', '=8.8.8.8'],
    ['DNS_RESOLVERS', ','],
    ['DNS_RESOLVERS', list(33, (index) => `r${index}=192.0.2.${index}`)],
    ['DNS_AUTHORITATIVE_PORT', '0'],
    ['TLS_PORT', 'x'],
    ['HTTP_PORT', '70000'],
    ['CA_FILE', '/nowhere.pem'],
    ['ALLOW_PRIVATE_ADDRESSES', 'yes'],
    ['GUESTS_MAY_VIEW', 'maybe'],
    ['CARDS_IN_SHARED_CHANNELS', 'maybe'],
    ['STORE_ALLOW_CORRUPT', 'yes'],
    ['DOMAIN_CONNECT', 'no'],
    ['DOMAIN_OPERATORS', 'alice'],
    ['DOMAIN_ADMINS', '@bob'],
    ['DOMAIN_ADMINS', list(501, (index) => `U${1000 + index}`)],
    ['LOCALE', 'tlh'],
    ['LOG_LEVEL', 'trace'],
  ])('%s=%s', (variable, value) => {
    const { problems } = problemsOf({ ...GOOD, [variable]: value });
    expect(problems.map((problem) => problem.variable)).toEqual([variable]);
    expect(problems[0]?.fix).not.toBe('');
  });

  it('by its place in a list, not by its text: it may be a secret that was meant for elsewhere', () => {
    const swapped = problemsOf({
      ...GOOD,
      CLOSTE_TARGETS: '203.0.113.1,hunter2_key',
      DNS_RESOLVERS: 'hunter2_key',
    });
    expect(describeProblems(swapped, t)).toMatch(/CLOSTE_TARGETS .*entry 2/);
    expect(describeProblems(swapped, t)).not.toMatch(/hunter/);
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
    expect(describeProblems(error, t)).not.toMatch(/hunter/);
  });
});

it('Ultimate Multisite’s address, key and secret go together', () => {
  const wrong = { MULTISITE_API_KEY: 'short', MULTISITE_API_SECRET: 'has a space' };
  expect(problemsOf({ ...GOOD, ...wrong }).problems.map(({ variable }) => variable)).toEqual([
    'MULTISITE_API_KEY',
    'MULTISITE_API_SECRET',
    'MULTISITE_URL',
    'SLACK_CHANNEL',
  ]);
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
    expect(config.apps).toMatchObject([
      {
        name: 'default',
        apiKey: 'from-wordpress',
        apiUrl: 'https://app.closte.com/api/client',
        hosting: { id: 'closte' },
        appId: '0123456789abcdef01234567',
        target: { ipv4: ['203.0.113.99'], ipv6: [], cname: ['app-0123456789abcdef01234567.closte.com'] },
        locale: 'en',
        www: 'main_only',
        intervalMs: 300_000,
        changesPerMinute: 60,
      },
    ]);
    expect(config.secrets).toContain('from-wordpress');
  });

  it.each([
    [`define('CLOSTE_PUBLIC_IP_ADDRESS', getenv('IP'));`, 'CLOSTE_PUBLIC_IP_ADDRESS by code'],
    [
      `define('CLOSTE_PUBLIC_IP_ADDRESS', IP); define('CLOSTE_APP_ID', ID);`,
      'CLOSTE_PUBLIC_IP_ADDRESS and CLOSTE_APP_ID by code',
    ],
    [`define('CLOSTE_PUBLIC_IP_ADDRESS', '300.0.0.1');`, 'CLOSTE_PUBLIC_IP_ADDRESS is no IP address'],
  ])('says which constant gives no target: %s', (code, words) => {
    const env = { ...slack, CLOSTE_CLIENT_API_KEY: 'key-1234', WP_CONFIG_FILE: '/wp-config.php' };
    const { problems } = problemsOf(env, () => `<?php ${code}`);
    expect(problems).toMatchObject([{ variable: 'CLOSTE_TARGETS', problem: expect.stringContaining(words) }]);
    expect(loadConfig({ ...env, CLOSTE_TARGETS: '203.0.113.1' }, () => `<?php ${code}`).apps).toHaveLength(1);
  });

  it.each([
    [null, 'is missing, and the bot may not read', 'is missing, and the bot may not read'],
    ["<?php require 'wp-config-closte.php';", 'doesn’t define CLOSTE_CLIENT_API_KEY', 'CLOSTE_PUBLIC_IP'],
  ])('names the nearest wp-config.php that doesn’t help: %j', (text, key, targets) => {
    const here = `${process.cwd()}/wp-config.php`;
    const read = (path: string) => (path === here ? text : php);
    const { problems } = problemsOf(slack, read);
    expect(problems).toMatchObject([
      { variable: 'CLOSTE_CLIENT_API_KEY', problem: expect.stringContaining(key) },
      { variable: 'CLOSTE_TARGETS', problem: expect.stringContaining(targets) },
    ]);
    expect(problems[0]?.problem).toContain(here);
    const given = { ...slack, CLOSTE_CLIENT_API_KEY: 'key-1234', CLOSTE_TARGETS: '203.0.113.1' };
    expect(loadConfig(given, read).apps).toHaveLength(1);
  });

  it.each<[string | null, string]>([
    [null, 'a1'],
    ["<?php require 'elsewhere.php';", 'a1'],
    ["<?php define('CLOSTE_APP_ID', 'b2');", 'b2'],
  ])('takes the app’s own host as target, whatever wp-config.php lacks: %j', (text, id) => {
    const env = { ...slack, CLOSTE_CLIENT_API_KEY: 'key-1234' };
    const appId = id.padEnd(24, '0');
    const given = id === 'a1' ? { ...env, CLOSTE_APP_ID: appId } : env;
    const { apps } = loadConfig(given, () => text?.replace(id, appId) ?? null);
    expect(apps[0]?.target).toEqual({ ipv4: [], ipv6: [], cname: [`app-${appId}.closte.com`] });
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

it.each(['utf8', 'utf16le'] as const)('reads files that an editor of Windows wrote: %s', (encoding) => {
  const folder = mkdtempSync(join(tmpdir(), 'config-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'apps.json');
  const app = { name: 'shops', targets: ['203.0.113.9'], key: 'key-1234' };
  writeFileSync(file, `\uFEFF${JSON.stringify({ apps: [app] })}`, encoding);
  const { apps } = loadConfig({ ...GOOD, CLOSTE_APPS_FILE: file });
  expect(apps.map(({ name }) => name)).toEqual(['shops']);
});

describe('CA_FILE', () => {
  const [root = ''] = rootCertificates;

  it('is read whole, words between the certificates included', () => {
    const bundle = `# one\n${root}\n# another\n${root}\n`;
    expect(load({ CA_FILE: '/ca.pem' }, (path) => (path === '/ca.pem' ? bundle : undefined)).caPem).toBe(
      bundle,
    );
  });

  it.each([
    [
      'a key',
      '-----BEGIN PRIVATE KEY-----\nhunter2\n-----END PRIVATE KEY-----',
      'contains no PEM certificate',
    ],
    ['nothing', '', 'contains no PEM certificate'],
    ['a cut certificate', `${root}\n${root.slice(0, -60)}`, 'number 2'],
    ['no file', undefined, 'doesn’t exist or that the bot may not read'],
  ])('is refused with %s', (_, text, words) => {
    const error = problemsOf({ ...GOOD, CA_FILE: '/ca.pem' }, (path) =>
      path === '/ca.pem' ? text : undefined,
    );
    expect(error.problems).toMatchObject([{ variable: 'CA_FILE', problem: expect.stringContaining(words) }]);
    expect(describeProblems(error, t)).not.toMatch(/hunter/);
  });

  it('is refused when it is a folder, or larger than any bundle', () => {
    const folder = mkdtempSync(join(tmpdir(), 'config-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = (name: string, text: string) => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    expect(loadConfig({ ...GOOD, CA_FILE: file('good.pem', root) }).caPem).toBe(root);
    for (const CA_FILE of [folder, file('large.pem', `${root}${' '.repeat(2 ** 20)}`)])
      expect(() => loadConfig({ ...GOOD, CA_FILE })).toThrow(ConfigError);
  });
});

describe('.env.example', () => {
  const example = readFileSync('.env.example', 'utf8');
  const values = parseEnv(example.replace(/^# ?(?=[A-Z][A-Z_]+=)/gm, '')) as Record<string, string>;

  it('names every variable, and no other, each under a line that explains it', () => {
    expect(Object.keys(values).sort()).toEqual([...variables].sort());
    for (const variable of variables)
      expect(example).toMatch(new RegExp(`^# .+\\.\\n(?:# )?${variable}=`, 'm'));
  });

  it('shows the defaults', () => {
    expect(load({ ...values, ...GOOD })).toEqual(load());
  });

  it('copied as it is, leaves to be filled in what it leaves open', () => {
    const { problems } = problemsOf(parseEnv(example) as Record<string, string>);
    expect(problems.map(({ variable }) => variable)).toEqual(
      expect.arrayContaining([
        'SLACK_BOT_TOKEN',
        'SLACK_APP_TOKEN',
        'CLOSTE_CLIENT_API_KEY',
        'CLOSTE_TARGETS',
      ]),
    );
    expect(problems).toHaveLength(4);
  });
});

it('takes a PostgreSQL database in place of the folder, and hides its password in the log', () => {
  expect(load().databaseUrl).toBeUndefined();
  const { databaseUrl, secrets } = load({
    DATABASE_URL: 'postgres://bot:p%40ss-word@db.example.com/domains',
  });
  expect(databaseUrl).toBe('postgres://bot:p%40ss-word@db.example.com/domains');
  expect(secrets).toEqual(expect.arrayContaining(['p%40ss-word', 'p@ss-word', databaseUrl]));
});

it('the database alone can be read while everything else is missing', () => {
  const DATABASE_URL = 'postgres://db.example.com/domains';
  expect(loadDatabaseUrl({ DATABASE_URL }, [])).toBe(DATABASE_URL);
  expect(loadDatabaseUrl({}, [])).toBeUndefined();
  expect(() => loadDatabaseUrl({ DATABASE_URL: 'mysql://db' }, [])).toThrow(ConfigError);
  expect(() => loadDatabaseUrl({}, ['DATABASE_URL'])).toThrow(ConfigError);
});

it.each(['mysql://db/domains', 'db.example.com', 'postgres'])('refuses %s as a database', (DATABASE_URL) => {
  expect(() => load({ DATABASE_URL })).toThrow(ConfigError);
});

describe('a setting with a typo', () => {
  it('is named where the setting that was meant is missing', () => {
    const { SLACK_BOT_TOKEN: token, ...others } = GOOD;
    for (const name of ['SLACK_BOT_TOKKEN', 'slack_bot_token', 'SLACK_BOTTOKEN'])
      expect(problemsOf({ ...others, [name]: token }).problems).toMatchObject([
        { variable: 'SLACK_BOT_TOKEN', problem: `is missing, but ${name} is set` },
      ]);
  });

  it('is a warning where the setting has a default', () => {
    expect(load({ DNS_DEADLIN_HOURS: '5' }).warnings).toEqual([
      'There’s no setting DNS_DEADLIN_HOURS. If DNS_DEADLINE_HOURS is meant, rename it.',
    ]);
  });

  it.each([
    ['a variable of another program', { HOMES: '/', LANGUAGE: 'en', HTTP_PORT_80: '1' }],
    ['a key that an apps file refers to', { CLOSTE_TARGETS_2: 'x' }],
    ['one beside the setting itself', { DATA_DIRS: './other', DATA_DIR: './data' }],
  ])('is not seen in %s', (_, env) => {
    expect(load(env as Record<string, string>).warnings).toEqual([]);
  });
});
