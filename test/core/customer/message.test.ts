import { describe, expect, it } from 'vitest';
import { conditionOf } from '../../../src/core/condition.js';
import { customerMessageOf } from '../../../src/core/customer/message.js';
import { findingsOf } from '../../../src/core/diagnosis/findings/findings.js';
import type { DnsObservation } from '../../../src/core/observation/observation.js';
import {
  certificate,
  dnsSeen,
  edge,
  lookup,
  POLICY,
  right,
  server,
  sslSeen,
  TARGET,
} from '../../support/observations.js';
import { ready } from '../../support/story.js';

/** The customer's message about a Ready domain whose certificate ends in a moment. */
function messageWith(dns: Partial<DnsObservation>) {
  const story = ready();
  const expiring = (at: number) => sslSeen(at, edge('certificate', certificate({ validTo: at + 1_000 })));
  story.see(1, (at) => ({ ...dnsSeen(at, [right()]), ...dns }), expiring);
  const { mapping, now } = story;
  const context = { now, target: TARGET, policy: POLICY };
  const condition = conditionOf(mapping, context);
  return customerMessageOf(
    [{ mapping, target: TARGET, condition, findings: findingsOf(mapping, TARGET, context) }],
    now,
  );
}

const caa = (value: string): DnsObservation['caa'] => ({
  outcome: 'found',
  name: 'example.com',
  records: [{ critical: false, tag: 'issue', value }],
});

describe('the message about a certificate that ends soon', () => {
  it('asks the customer for nothing if the host is to renew it', () => {
    expect(messageWith({})).toMatchObject({ topic: 'expiring-ours', steps: [] });
    expect(messageWith({ caa: caa('letsencrypt.org') })).toMatchObject({ topic: 'expiring-ours', steps: [] });
  });

  it('asks for the CAA record without which it can’t be renewed', () => {
    expect(messageWith({ caa: caa('digicert.com') })).toMatchObject({
      topic: 'expiring',
      steps: [{ kind: 'record', action: 'create', record: { type: 'CAA', name: 'example.com' } }],
    });
  });

  it('leaves that of the customer’s proxy to the customer', () => {
    const message = messageWith({
      authoritative: [server(lookup('answer', '104.16.1.1'))],
      front: { served: 'ours', addresses: ['104.16.1.1'] },
    });
    expect(message).toMatchObject({
      topic: 'expiring',
      steps: [{ kind: 'advice', finding: { code: 'certificate-expiring' } }],
    });
  });
});
