import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parts, withPart } from './parts.js';
import { creationLink } from './slack-app.js';

it.each(parts)('$page has the part “$name” that follows from the code (`npm run docs`)', (part) => {
  const page = readFileSync(part.page, 'utf8');
  expect(page).toBe(withPart(page, part));
});

it('the link that creates the Slack app carries the manifest, and is short enough for browsers and proxies', () => {
  const link = new URL(creationLink());
  expect(`${link.origin}${link.pathname}`).toBe('https://api.slack.com/apps');
  expect(link.searchParams.get('new_app')).toBe('1');
  const manifest = JSON.parse(link.searchParams.get('manifest_json') ?? '');
  expect(manifest).toEqual(JSON.parse(readFileSync('manifest.json', 'utf8')));
  expect(link.href.length).toBeLessThan(8_000);
});

it('a link in Markdown ends where it should', () => {
  expect(creationLink()).not.toMatch(/[()\s]/);
});
