import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config/config.js';

const pemOf = (modulusLength: number) =>
  generateKeyPairSync('rsa', { modulusLength })
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString();
const KEY = pemOf(2_048);
const EC = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  .privateKey.export({ type: 'pkcs8', format: 'pem' })
  .toString();
const FILES: Record<string, string> = { '/key': KEY, '/weak': pemOf(1_024), '/ec': EC, '/text': 'hello' };

const read = (env: Record<string, string>) => {
  const { config, problems } = readConfig(env, (path) => FILES[path]);
  const ours = problems.filter(({ variable }) => variable.startsWith('DOMAIN_CONNECT'));
  return { config, problems: ours.map(({ variable, problem }) => `${variable} ${problem}`) };
};

describe('the agency at Domain Connect', () => {
  it('is absent unless its id is given', () => {
    expect(read({}).config.domainConnect).toBeUndefined();
    expect(read({ DOMAIN_CONNECT_KEY_FILE: '/key' }).problems).toEqual([
      'DOMAIN_CONNECT_ID is missing beside the key',
    ]);
  });

  it('has its domain as id, in A-labels, and signs with the key', () => {
    const { config, problems } = read({
      DOMAIN_CONNECT_ID: 'Bücher.example',
      DOMAIN_CONNECT_KEY_FILE: '/key',
    });
    expect(problems).toEqual([]);
    expect(config.domainConnect).toEqual({
      providerId: 'xn--bcher-kva.example',
      providerName: 'xn--bcher-kva.example',
      signing: { privateKeyPem: KEY, keyHost: '_dck1' },
    });
    expect(config.apps[0]?.service).toBe('default');
  });

  it('keeps every line of the key out of the log', () => {
    const { config } = read({ DOMAIN_CONNECT_ID: 'agency.test', DOMAIN_CONNECT_KEY_FILE: '/key' });
    const lines = KEY.split('\n').filter((line) => line.length >= 40);
    expect(config.secrets).toEqual(expect.arrayContaining(lines));
  });

  it.each([
    [{ DOMAIN_CONNECT_ID: 'not a domain' }, 'DOMAIN_CONNECT_ID isn’t a domain'],
    [
      { DOMAIN_CONNECT_KEY_FILE: '/nowhere' },
      'DOMAIN_CONNECT_KEY_FILE names a file that doesn’t exist or that the bot may not read',
    ],
    [{ DOMAIN_CONNECT_KEY_FILE: '/text' }, 'DOMAIN_CONNECT_KEY_FILE contains no private key in PEM form'],
    [{ DOMAIN_CONNECT_KEY_FILE: '/ec' }, 'DOMAIN_CONNECT_KEY_FILE contains a key that isn’t RSA'],
    [{ DOMAIN_CONNECT_KEY_FILE: '/weak' }, 'DOMAIN_CONNECT_KEY_FILE contains a key of 1024 bits'],
    [{ DOMAIN_CONNECT_KEY_NAME: 'a.b' }, 'DOMAIN_CONNECT_KEY_NAME isn’t a DNS label in lower case'],
    [{ DOMAIN_CONNECT_SERVICE: 'Shop!' }, 'DOMAIN_CONNECT_SERVICE is not 1 to 63 lower-case letters'],
  ])('is refused with the reason: %o', (env, problem) => {
    const { problems } = read({ DOMAIN_CONNECT_ID: 'agency.test', ...env } as Record<string, string>);
    expect(problems.join()).toContain(problem);
  });
});
