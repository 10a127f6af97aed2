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
import { dnsWrong, ready, Story } from '../../support/story.js';

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

describe('what somebody muted', () => {
  const messageOf = ({ mapping, now }: Story) => {
    const context = { now, target: TARGET, policy: POLICY };
    const findings = findingsOf(mapping, TARGET, context);
    const condition = conditionOf(mapping, context);
    return customerMessageOf([{ mapping, target: TARGET, condition, findings }], now);
  };
  const mute = (story: Story) => {
    const { finding } = conditionOf(story.mapping, { now: story.now, target: TARGET, policy: POLICY });
    const until = story.now + 86_400_000;
    return story.give({
      type: 'finding.muted',
      by: 'UBOB',
      finding: finding?.code ?? 'a-wrong',
      reason: 'as agreed',
      until,
    });
  };

  it('is asked of no customer', () => {
    const story = new Story().added();
    for (let probe = 0; probe < 4; probe++) story.see(5, dnsWrong);
    expect(messageOf(story).steps).not.toEqual([]);
    mute(story);
    expect(messageOf(story)).toMatchObject({ topic: 'unsure', steps: [], alternatives: [] });
  });

  it('is not called connected', () => {
    const story = ready();
    for (let probe = 0; probe < 4; probe++) story.see(5, dnsWrong);
    expect(messageOf(story)).toMatchObject({ topic: 'down' });
    mute(story);
    expect(messageOf(story)).toMatchObject({ topic: 'unsure', steps: [] });
  });
});
