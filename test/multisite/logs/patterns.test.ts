import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isMessageKey } from '../../../src/locale/catalogue.js';
import {
  hostnamesOf,
  logKindOf,
  logReasonOf,
  logReasons,
  withoutPrivate,
} from '../../../src/multisite/logs/patterns.js';

it.each([
  ['domain-shop.example.com.log', 'anything about other.example.com', ['shop.example.com']],
  ['domain-blumen-müller.de.log', '', ['xn--blumen-mller-klb.de']],
  [
    'domain-creation.log',
    'Failed to create domain record for site 3: shop.example.com',
    ['shop.example.com'],
  ],
  ['domain-ssl-checks.log', 'Certificate Invalid for shop.example.com: expired', ['shop.example.com']],
  [
    'integration-closte.log',
    'Adding domain: a.example.com for site ID: 3, b.example.com',
    ['a.example.com', 'b.example.com'],
  ],
  ['integration-closte.log', 'https://shop.example.com/x?y=1', ['shop.example.com']],
  ['integration-closte.log', 'mail to erika@example.com', []],
  ['integration-closte.log', 'Something went wrong', []],
])('%s: %s is about %j', (file, message, hostnames) => {
  expect(hostnamesOf(file, message)).toEqual(hostnames);
});

it('shows no e-mail address, key or configured secret', () => {
  const said = withoutPrivate(
    'erika.mustermann@example.com apikey=abc123 sk4f8a9b2c3d4e5f6a7b8c9d0 hunter2-secret on shop.example.com',
    ['hunter2-secret'],
  );
  expect(said).toBe('[e-mail] apikey=[redacted] [redacted] [redacted] on shop.example.com');
});

it('keeps hostnames, however long', () => {
  const name = 'app-0123456789abcdef01234567.closte.com';
  expect(withoutPrivate(`on ${name}`, [])).toBe(`on ${name}`);
});

it('takes lines that differ in numbers alone for the same', () => {
  expect(logKindOf('retrying in 5 minutes (site 12)')).toBe(logKindOf('retrying in 10 minutes (site 3)'));
});

it.each([
  ['Invalid or empty domain: site.network.example.com', 'invalid-domain'],
  [
    '- DNS propagation checks tried for the max amount of times (5 times, one every 5 minutes). Marking as failed.',
    'dns-given-up',
  ],
  [
    '- SSL checks tried for the max amount of times (5 times, one every 5 minutes). Marking as ready without SSL.',
    'ssl-given-up',
  ],
  [
    'Domain verification failed via loopback on all protocols (HTTPS with SSL, HTTPS without SSL, HTTP).',
    'loopback',
  ],
  ['Certificate Invalid for shop.example.com: expired', 'certificate'],
  ['Failed to create domain record for site 3: shop.example.com', 'record'],
  ['Closte API Key not found.', 'no-key'],
  ['HTTP 502 error', 'provider-answer'],
  ['Etwas ging schief', undefined],
])('%s is explained by %s', (message, reason) => {
  expect(logReasonOf(message)).toBe(reason);
});

it('has a sentence for every reason', () => {
  for (const reason of logReasons) expect(isMessageKey(`log.${reason}`)).toBe(true);
});

it('reads any words in a time that grows with their length', () => {
  const text = fc.string({ unit: 'binary', maxLength: 2_000 });
  fc.assert(
    fc.property(text, (message) => {
      hostnamesOf('integration-closte.log', message);
      withoutPrivate(message, ['secret-secret']);
      logReasonOf(message);
    }),
    { numRuns: 300 },
  );
  for (const piece of ['a.', 'a@', '@a', '-', 'a1', '..']) {
    const startedAt = performance.now();
    const message = piece.repeat(20_000);
    hostnamesOf('x.log', message);
    withoutPrivate(message, []);
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  }
});
