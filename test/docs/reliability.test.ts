import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { loadConfig } from '../../src/config/config.js';

const rowsOf = (page: string) =>
  [...readFileSync(page, 'utf8').matchAll(/`(test\/[\w/.-]+)`: ([^|]+?) \|$/gm)].map(
    ([, file = '', name = '']) => [file, name] as const,
  );

const PAGES = ['docs/reliability.md', 'docs/multisite.md', 'docs/sandbox.md'];

it.each(PAGES.flatMap(rowsOf))('%s has the test “%s”', (file, name) => {
  expect(readFileSync(file, 'utf8')).toContain(name);
});

it('the apps file of docs/multisite.md is a good one', () => {
  const [, example = ''] = /```json\n([\s\S]+?)```/.exec(readFileSync('docs/multisite.md', 'utf8')) ?? [];
  const php = `<?php define('CLOSTE_CLIENT_API_KEY', 'from-wordpress'); define('CLOSTE_PUBLIC_IP_ADDRESS', '203.0.113.9');`;
  const { apps } = loadConfig(
    {
      SLACK_BOT_TOKEN: 'xoxb-1',
      SLACK_APP_TOKEN: 'xapp-1',
      CLOSTE_APPS_FILE: '/apps.json',
      SHOPS_KEY: 'shops-key',
      SHOPS_MULTISITE_KEY: 'shops-multisite-key',
      SHOPS_MULTISITE_SECRET: 'shops-multisite-secret',
      SHOPS_WEBHOOK_TOKEN: 'shops-webhook-token-nobody-guesses',
    },
    (path) => (path === '/apps.json' ? example : path === '/srv/agency/wp-config.php' ? php : undefined),
  );
  expect(apps.map(({ name }) => name)).toEqual(['agency', 'shops']);
});

it('each row of docs/sandbox.md names Slack’s page, or that there is none, and one test', () => {
  const rows = readFileSync('docs/sandbox.md', 'utf8').match(/^\| (?!Behaviour|---).*$/gm) ?? [];
  expect(rows.length).toBeGreaterThan(30);
  for (const row of rows)
    expect(row).toMatch(/^\| [^|]+ \| (`[\w./-]+`|not documented; [^|]+) \| `test\/[\w/.-]+`: [^|]+ \|$/);
});
