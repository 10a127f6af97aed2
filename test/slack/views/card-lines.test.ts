import { describe, expect, it } from 'vitest';
import { languages } from '../../../src/locale/languages.js';
import { axisLines } from '../../../src/slack/views/card/axes.js';
import { cardTitle } from '../../../src/slack/views/card/card.js';
import { certificate, edge, sslSeen, TARGET } from '../../support/observations.js';
import { dnsEverywhere, dnsWrong, good, noCertificate, ready, Story } from '../../support/story.js';
import { translatorFor } from '../../support/translator.js';

const english = translatorFor();
const fresh = (dns: typeof dnsWrong): Story => {
  const story = new Story().added();
  for (let probe = 0; probe < 3; probe++) story.see(5, dns, noCertificate);
  return story;
};
const fallen = (dns: typeof dnsWrong): Story => {
  const story = ready();
  for (let probe = 0; probe < 5; probe++) story.see(5, dns, noCertificate);
  return story;
};
const textOf = ({ mapping }: Story) => axisLines(mapping, TARGET, english).join('\n');

describe('what is missing', () => {
  it('is missing “yet” while a domain is new', () => {
    expect(textOf(fresh(dnsWrong))).toContain('not pointing here yet');
    expect(textOf(fresh(dnsEverywhere))).toContain('no certificate yet');
  });

  it('is gone once the domain was Ready', () => {
    expect(textOf(fallen(dnsWrong))).toContain('no longer pointing here');
    expect(textOf(fallen(dnsEverywhere))).toContain('the certificate is gone');
  });
});

it.each(Object.keys(languages))('one web server among the name servers, or several, in %s', (locale) => {
  const { t } = translatorFor(undefined, undefined, undefined, locale);
  const params = { servers: 'x', hasAbove: 'false', how: 'beside', above: '' };
  for (const key of ['finding.target-as-server', 'fix.target-as-server'] as const)
    expect(t(key, { ...params, count: 2 })).not.toBe(t(key, { ...params, count: 1 }));
});

it.each([
  ['CERT_HAS_EXPIRED', 'isn’t trusted: expired.'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'isn’t trusted: self-signed.'],
  ['SOMETHING_NEW', 'isn’t trusted: `SOMETHING_NEW`.'],
])('a certificate that isn’t trusted because of %s', (chainError, words) => {
  const untrusted = (at: number) => sslSeen(at, edge('certificate', certificate({ chainError })));
  const story = new Story().added();
  for (let probe = 0; probe < 3; probe++) story.see(5, dnsEverywhere, untrusted);
  expect(textOf(story)).toContain(words);
});

it('a site that isn’t reached is not explained by a warning about its certificate’s renewal', () => {
  const caa = {
    outcome: 'found' as const,
    name: 'example.com',
    records: [{ critical: false, tag: 'issue', value: 'digicert.com' }],
  };
  const story = ready();
  story.see(5, (at) => ({ ...dnsEverywhere(at), caa }), good);
  const { mapping } = story;
  const site = { ...mapping.site, state: 'unrouted', reason: 'no-record' } as const;
  for (const outcome of [undefined, mapping.outcome]) {
    const title = cardTitle({ ...mapping, site, outcome }, english);
    expect(english.condition({ ...mapping, site, outcome }).finding?.code).toBe('caa-forbids');
    expect(title).toMatch(/Site not reached · your turn$/);
  }
  const drifted = { ...mapping, dns: { ...mapping.dns, state: 'wrong' as const } };
  expect(cardTitle(drifted, english)).not.toContain('CAA');
});

it('a domain whose DNS had moved away is being removed, and then removed', () => {
  const story = fallen(dnsWrong);
  expect(cardTitle(story.mapping, english)).toContain('Was ready, but DNS has changed');
  story.give({ type: 'unmap.requested', by: 'UBOB' });
  expect(cardTitle(story.mapping, english)).toMatch(/:hourglass_flowing_sand: Removing$/);
  story.give({ type: 'alias.removed', already: false });
  expect(cardTitle(story.mapping, english)).toMatch(/:wastebasket: Removed$/);
});
