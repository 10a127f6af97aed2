import { expect, it } from 'vitest';
import type { Mapping } from '../../../../src/core/mapping.js';
import type { HttpObservation } from '../../../../src/core/observation/http.js';
import type { DnsObservation } from '../../../../src/core/observation/observation.js';
import { nextStep } from '../../../../src/slack/views/card/next-step.js';
import { dnsSeen, lookup, server } from '../../../support/observations.js';
import { dnsEverywhere, ready } from '../../../support/story.js';
import { translatorFor } from '../../../support/translator.js';

const translator = translatorFor();

/** DNS and SSL are right, and visitors don't get the site. */
function failing(front: DnsObservation['front'], site: HttpObservation['site'] = []): Mapping {
  const { mapping, now } = ready();
  const proxied = dnsSeen(now, [server(lookup('answer', '104.16.1.1'))]);
  return {
    ...mapping,
    dns: { ...mapping.dns, observation: front ? { ...proxied, front } : dnsEverywhere(now) },
    http: { at: now, queried: mapping.hostname, challenge: [], site },
    site: { state: 'unrouted', reason: 'failing', since: now, contradictions: 0 },
  };
}

const ADDRESSES = ['104.16.1.1'];

it.each<[string, Mapping, string]>([
  [
    'a proxy that doesn’t reach the target',
    failing({ served: 'ours', addresses: ADDRESSES, fault: 'error', status: 522 }),
    'Check the proxy’s settings',
  ],
  [
    'a proxy that redirects without end',
    failing({ served: 'ours', addresses: ADDRESSES, fault: 'loop' }),
    'Check the proxy’s settings',
  ],
  [
    'an error that a proxy may have made',
    failing({ served: 'ours', addresses: ADDRESSES, fault: 'error', status: 500 }),
    'Check in the proxy’s log',
  ],
  [
    'the site itself, behind a proxy that works',
    failing({ served: 'ours', addresses: ADDRESSES }),
    'Check the site’s error log, plugins and redirects.',
  ],
  [
    'the site, with an error',
    failing(undefined, [{ address: '203.0.113.10', kind: 'error', status: 500 }]),
    'Check the site’s error log.',
  ],
])('sends to whoever answers: %s', (_, mapping, fix) => {
  const step = nextStep(mapping, translator);
  expect(step).toContain('*DNS and SSL are right, but visitors don’t reach the site.*');
  expect(step).toContain(fix);
});
