import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLog, newIncidentId, redact } from '../../src/util/log.js';

function lines(write: (log: ReturnType<typeof createLog>) => void, secrets: string[] = []): string {
  const written: string[] = [];
  write(createLog({ level: 'info', secrets, destination: { write: (line) => void written.push(line) } }));
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

it('writes nothing below its level', () => {
  expect(lines((log) => log.debug({}, 'quiet'))).toBe('');
});

describe('a secret never gets out', () => {
  const secrets = ['closte-key-1234', 's/p+cial secret', 'quo"te\\d-secret'];
  it.each([
    ['a registered value', 'key closte-key-1234 used', 'closte-key-1234'],
    ['one that JSON escapes', 'key quo"te\\d-secret used', 'd-secret'],
    ['one in a URL', `?x=${encodeURIComponent('s/p+cial secret')}`, 's%2Fp%2Bcial'],
    ['one in a form', `wildcard=1&${new URLSearchParams({ x: 's/p+cial secret' })}`, 's%2Fp%2Bcial'],
    ['a bot token', 'token xoxb-12-34-abcDEF', 'abcDEF'],
    ['a token after a line break', 'the token:\nxoxb-12-34-abcDEF', 'abcDEF'],
    ['a coloured token', '\u001bxoxb-12-34-abcDEF', 'abcDEF'],
    ['a token in a URL', 'data:,token%3Dxoxb-12-34-abcDEF', 'abcDEF'],
    ['an app token', 'xapp-1-A02-334-abcdef', 'abcdef'],
    ['a rotated token', 'xoxe.xoxp-1-abcdef', '1-abcdef'],
    ['an encoded cookie token', 'xoxd-12%2Babcdef', 'abcdef'],
    ['a response URL', 'https://hooks.slack.com/commands/T1/2/abcdef failed', 'abcdef'],
    ['one with escaped slashes', 'https:\\/\\/hooks.slack.com\\/commands\\/T1\\/abcdef', 'abcdef'],
    ['one of another Slack', 'http://127.0.0.1:4000/commands/T1/2/abcdef', 'abcdef'],
    ['an incoming webhook', 'https://hooks.slack.com/services/T1/B2/abcdef', 'abcdef'],
    ['a workflow trigger', 'https://hooks.slack.com/triggers/T1/2/abcdef', 'abcdef'],
    ['a key in a query', 'https://closte.test/getdomains?apikey=abcdef&x=1', 'abcdef'],
    ['a key after a tab', 'body:\tapikey=abcdef&domain=x', 'abcdef'],
    ['a response URL in a form', 'response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2Fabcdef', 'abcdef'],
    ['a field of a text that is JSON', '{"ok":true,"token":"abcdef"}', 'abcdef'],
    ['an escaped URL in JSON', '{"response_url":"https:\\/\\/slack.test\\/x\\/abcdef"}', 'abcdef'],
    ['a header', 'Authorization: Bearer abcdef', 'abcdef'],
    ['another header', 'authorization: Basic abcdef', 'abcdef'],
  ])('%s', (_, text, secret) => {
    const error = new Error(text, { cause: new Error(`because of ${text}`, { cause: text }) });
    const facts = { err: error, nested: { deep: [text] }, [`key ${text}`]: 1 };
    const line = lines((log) => log.error(facts, text), secrets);
    expect(line).not.toContain(secret);
    expect(() => JSON.parse(line)).not.toThrow();
    expect(redact(text, secrets)).not.toContain(secret);
  });

  it.each([
    [{ token: 'abcdef' }],
    [{ slack: { botToken: 'abc"def' } }],
    [{ a: { b: [{ apiKey: 'abcdef', apikey: 'abcdef', API_KEY: 'abcdef' }] } }],
    [{ request: { headers: { 'x-key': 'abcdef' } } }],
    [{ authorization: 'abcdef', signingSecret: 'abcdef', response_url: 'abcdef', responseUrl: 'abcdef' }],
    [{ err: Object.assign(new Error('failed'), { config: { deep: { client_secret: 'abcdef' } } }) }],
  ])('under a telling name: %j', (facts) => {
    const line = lines((log) => log.info(facts, 'checked'));
    expect(line).not.toContain('def');
    expect(JSON.parse(line)).toMatchObject({ msg: 'checked' });
  });

  it('words beside a secret stay', () => {
    const text =
      'shop.example.com: xor, box, apikey missing, "token" expired; linuxapp-shop.com, Basic, Bearer';
    expect(JSON.parse(lines((log) => log.info({ text }, text), secrets))).toMatchObject({ text, msg: text });
    expect(redact(text, secrets)).toBe(text);
  });

  it('wherever it stands in what is logged, and the line stays JSON', () => {
    const secret = fc
      .string({ minLength: 6, maxLength: 40, unit: 'grapheme' })
      .filter((value) => /[^\d\s]/.test(value));
    fc.assert(
      fc.property(secret, fc.string(), fc.string(), (value, before, after) => {
        const text = `${before} ${value} ${after}`;
        const line = lines((log) => log.info({ zz: [{ yy: text }] }, ''), [value]);
        expect(JSON.parse(line).zz[0]?.yy).not.toContain(` ${value} `);
        expect(redact(text, [value])).not.toContain(` ${value} `);
      }),
      { numRuns: 300 },
    );
  });
});

it.each([
  'http://',
  'https://a/commands',
  'token=',
  '"token',
  '\\"token\\":\\"',
  'xoxb',
  '\\',
  'authorization: ',
])('%j again and again takes no long time', (piece) => {
  // Of this process: a busy machine takes nothing away from it.
  const before = process.cpuUsage();
  redact(JSON.stringify({ msg: piece.repeat(20_000) }), ['closte-key-1234']);
  expect(process.cpuUsage(before).user / 1_000).toBeLessThan(1_000);
});

it('an incident ID is short, and has no letter that is taken for another when read out', () => {
  expect(newIncidentId(() => 0)).toBe('000000');
  expect(newIncidentId(() => 1 - Number.EPSILON)).toBe('ZZZZZZ');
  for (let n = 0; n < 200; n++) expect(newIncidentId(Math.random)).toMatch(/^[\dA-HJKMNP-TV-Z]{6}$/);
});
