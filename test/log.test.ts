import { describe, expect, it } from 'vitest';
import { createLog, redact } from '../src/log.js';

function lines(write: (log: ReturnType<typeof createLog>) => void, secrets: string[] = []): string {
  const written: string[] = [];
  write(createLog({ level: 'debug', secrets, destination: { write: (line) => void written.push(line) } }));
  return written.join('');
}

it('writes JSON lines with an ISO time, a level and the facts', () => {
  expect(JSON.parse(lines((log) => log.info({ mapping: 'm1' }, 'checked')))).toMatchObject({
    level: 'info',
    mapping: 'm1',
    msg: 'checked',
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
  });
});

describe('a secret never gets out', () => {
  const secrets = ['closte-key-1234', 's/p+cial secret'];
  it.each([
    ['a registered value', 'key closte-key-1234 used', 'closte-key-1234'],
    ['in a URL', `?apikey=${encodeURIComponent('s/p+cial secret')}`, 's%2Fp%2Bcial'],
    ['a bot token', 'token xoxb-12-34-abcDEF', 'abcDEF'],
    ['an app token', 'xapp-1-A02-334-abcdef', 'abcdef'],
    ['a rotated token', 'xoxe.xoxp-1-abcdef', '1-abcdef'],
    ['a response URL', 'https://hooks.slack.com/commands/T1/2/abcdef failed', 'abcdef'],
    ['an incoming webhook', 'https://hooks.slack.com/services/T1/B2/abcdef', 'abcdef'],
    ['a key in a query', 'https://closte.test/getdomains?apikey=abcdef&x=1', 'abcdef'],
    ['a header', 'Authorization: Bearer abcdef', 'abcdef'],
  ])('%s', (_, text, secret) => {
    expect(redact(text, secrets)).not.toContain(secret);
    const error = new Error(text, { cause: new Error(`because of ${text}`) });
    expect(lines((log) => log.error({ err: error, nested: { deep: [text] } }, text), secrets)).not.toContain(
      secret,
    );
  });

  it('and other words stay', () => {
    expect(redact('shop.example.com: xor, box, apikey missing', secrets)).toBe(
      'shop.example.com: xor, box, apikey missing',
    );
  });
});
