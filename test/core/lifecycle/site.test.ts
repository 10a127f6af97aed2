import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conditionOf } from '../../../src/core/condition.js';
import { replay } from '../../../src/core/lifecycle/replay.js';
import { judgeSite, type NetworkView, type SiteReading } from '../../../src/core/lifecycle/site.js';
import type { SiteAxis } from '../../../src/core/mapping.js';
import { type HttpObservation, type SiteAnswer, servedKinds } from '../../../src/core/observation/http.js';
import { HOSTNAME, POLICY, START, TARGET, withoutTimes } from '../../support/observations.js';
import { dnsEverywhere, dnsRight, good, MINUTE_MS, Story } from '../../support/story.js';

type Record = NonNullable<SiteAxis['record']>;

const GAVE_UP_AT = START - 3_600_000;
const record = (change: Partial<Record> = {}): Record => ({
  id: 101,
  siteId: 2,
  stage: 'done',
  isActive: true,
  isSecure: true,
  modifiedAt: GAVE_UP_AT,
  ...change,
});
const reading = (change: Partial<Record> = {}, ...addresses: string[]): SiteReading => ({
  record: record(change),
  addresses,
});
const none = (...addresses: string[]): SiteReading => ({ addresses });
const page = (served: SiteAnswer['served'], change: Partial<SiteAnswer> = {}): HttpObservation => ({
  at: START,
  queried: HOSTNAME,
  challenge: [],
  site: [{ address: '203.0.113.10', kind: 'wordpress', served, ...change }],
});

const failing = (failure?: SiteAnswer['failure']) =>
  page('unknown', failure ? { kind: 'error', failure } : { kind: 'error', status: 500 });
const refused = (status: number) => page('unknown', { kind: 'error', status });
const none80 = (failure: SiteAnswer['failure'], change: Partial<SiteAnswer> = {}) =>
  page('unknown', { kind: 'none', failure, ...change });

describe('the site axis', () => {
  it.each<[string, NetworkView, HttpObservation | undefined, SiteAxis['state'], SiteAxis['reason']?]>([
    ['a record that is done', reading(), page('ours'), 'routed'],
    ['done without SSL', reading({ stage: 'done-without-ssl' }), page('ours'), 'routed'],
    [
      'the plugin gave up on DNS',
      reading({ stage: 'failed' }),
      page('network-signup'),
      'unrouted',
      'gave-up',
    ],
    ['the plugin gave up on SSL', reading({ stage: 'ssl-failed' }), undefined, 'unrouted', 'gave-up'],
    ['the plugin checks DNS', reading({ stage: 'checking-dns' }), undefined, 'unrouted', 'still-checking'],
    [
      'the plugin checks SSL',
      reading({ stage: 'checking-ssl-cert' }),
      undefined,
      'unrouted',
      'still-checking',
    ],
    ['a stage that nobody knows', reading({ stage: 'new-stage' }), undefined, 'unrouted', 'still-checking'],
    ['an inactive record', reading({ isActive: false }), page('network-signup'), 'unrouted', 'inactive'],
    [
      'the site’s own address, whatever the stage',
      reading({ stage: 'failed' }, HOSTNAME),
      undefined,
      'routed',
    ],
    ['no record', none(), page('network-signup'), 'unrouted', 'no-record'],
    ['no record, and WordPress serves it', none(), page('ours'), 'routed'],
    ['done, and visitors land on the sign-up page', reading(), page('network-signup'), 'unrouted', 'signup'],
    [
      'done, and visitors land elsewhere',
      reading(),
      page('other-host', { finalHost: 'x.org' }),
      'unrouted',
      'other-host',
    ],
    [
      'done, and visitors land on the site’s own primary domain',
      reading({}, 'main.example.org'),
      page('other-host', { finalHost: 'main.example.org' }),
      'routed',
    ],
    ['done, behind a login', reading(), page('login'), 'routed'],
    ['a network that can’t be read', 'unread', page('unknown'), 'unknown'],
    ['a network that can’t be read, and its page', 'unread', page('ours'), 'routed'],
    [
      'a network that can’t be read, and its sign-up page',
      'unread',
      page('network-signup'),
      'unrouted',
      'signup',
    ],
    [
      'a network that can’t be read, and another host, which may be the site’s primary domain',
      'unread',
      page('other-host', { finalHost: 'x.org' }),
      'unknown',
    ],
    ['a network that can’t be read, and its main site', 'unread', page('network-main'), 'unrouted'],
    ['no network', undefined, page('ours'), 'unwatched'],
    ['no network, and nothing to tell', undefined, page('unknown'), 'unwatched'],
    ['no network, and a login', undefined, page('login'), 'unwatched'],
    [
      'no network, and another host',
      undefined,
      page('other-host', { linkedHost: 'x.org' }),
      'unrouted',
      'other-host',
    ],
    ['no network, and the default page', undefined, page('default-page'), 'unrouted', 'default-page'],
    ['no network, and a sign-up page', undefined, page('network-signup'), 'unrouted', 'signup'],
    ['a suspended site', reading(), page('suspended'), 'unrouted', 'suspended'],
    ['an error', reading(), page('unknown', { kind: 'error', status: 500 }), 'unrouted', 'failing'],
    ['an error without a network', undefined, failing('redirect-loop'), 'unrouted', 'failing'],
    ['an error, and a record that gave up', reading({ stage: 'failed' }), failing(), 'unrouted', 'gave-up'],
    ['a site that is soon back', undefined, page('unknown', { kind: 'error', shows: 'pause' }), 'unwatched'],
    ['access denied to this name', undefined, page('forbidden', { kind: 'error', status: 403 }), 'unwatched'],
    ...(['forbidden', 'login', 'default-page', 'unknown'] as const).map(
      (served): [string, NetworkView, HttpObservation, SiteAxis['state'], SiteAxis['reason']] => [
        `another host, whatever it shows (${served})`,
        undefined,
        page(served, { kind: 'error', status: 503, finalHost: 'x.org' }),
        'unrouted',
        'other-host',
      ],
    ),
    [
      'the site’s own primary domain, which fails',
      reading({}, 'main.example.org'),
      page('unknown', { kind: 'error', status: 500, finalHost: 'main.example.org' }),
      'unrouted',
      'failing',
    ],
    [
      'the site’s own primary domain, which denies access',
      reading({}, 'main.example.org'),
      page('forbidden', { kind: 'error', status: 403, finalHost: 'main.example.org' }),
      'routed',
    ],
    ['a missing page', undefined, refused(404), 'unrouted', 'failing'],
    ['a page that is gone', undefined, refused(410), 'unrouted', 'failing'],
    ['an error that pretends success', undefined, refused(200), 'unrouted', 'failing'],
    ...[400, 402, 405, 406, 418, 451].map(
      (status): [string, NetworkView, HttpObservation, SiteAxis['state']] => [
        `status ${status}, perhaps for the bot alone`,
        undefined,
        refused(status),
        'unwatched',
      ],
    ),
    ['no page over HTTPS', undefined, none80('reset', { isSecure: true }), 'unrouted', 'failing'],
    [
      'no page where port 80 leads',
      undefined,
      none80('timeout', { location: 'https://a/' }),
      'unrouted',
      'failing',
    ],
    ['no page on port 80', undefined, none80('refused'), 'unwatched'],
    ['no route from here', undefined, none80('unreachable', { isSecure: true }), 'unwatched'],
    ['an installation page', reading(), page('install'), 'unrouted', 'install'],
  ])('%s', (_, network, http, state, reason) => {
    expect(judgeSite(HOSTNAME, network, http)).toMatchObject({ state, ...(reason ? { reason } : {}) });
  });

  it('watches no wildcard, which the plugin can’t hold', () => {
    expect(judgeSite('*.example.com', none(), page('network-signup'))).toEqual({ state: 'unwatched' });
  });

  it('lets one address that shows a stranger’s page speak for its visitors', () => {
    const http = page('ours');
    http.site.push({ address: '203.0.113.11', kind: 'default-page', served: 'default-page' });
    expect(judgeSite(HOSTNAME, reading(), http)).toMatchObject({ state: 'unrouted', reason: 'default-page' });
  });
});

/** Mapped, with DNS and certificate right at the second check. */
function checkedTwice(network: NetworkView, http?: HttpObservation): Story {
  const story = new Story().added();
  for (const minutes of [0, 1]) seen(story, minutes, network, http);
  return story;
}

function seen(story: Story, minutes: number, network: NetworkView, http?: HttpObservation) {
  story.now += minutes * MINUTE_MS;
  return story.give({
    type: 'observed',
    target: TARGET,
    dns: dnsEverywhere(story.now),
    ssl: good(story.now),
    http,
    network,
  });
}

const CONTEXT = { now: START + MINUTE_MS, target: TARGET, policy: POLICY };

describe('a mapping whose record the plugin gave up', () => {
  const givenUp = reading({ stage: 'failed' });

  it('is never Ready, says since when, and is checked again', () => {
    const story = checkedTwice(givenUp, page('network-signup'));
    expect(story.mapping.outcome).toBeUndefined();
    expect(story.reported).not.toContain('domain.done');
    const { details } = story.events.find(({ type }) => type === 'site.unrouted') ?? {};
    expect(details).toEqual({ reason: 'gave-up', stage: 'failed', gaveUpAt: GAVE_UP_AT });
    expect(conditionOf(story.mapping, CONTEXT)).toMatchObject({ health: 'blocked', whoActs: 'agency' });
    expect(story.mapping.nextCheckAt).toBeGreaterThan(story.now);
  });

  it('is reported once', () => {
    const story = checkedTwice(givenUp);
    for (let round = 0; round < 5; round++) expect(seen(story, 5, givenUp)).not.toContain('site.unrouted');
  });

  it('is Ready once it is set to Ready there', () => {
    const story = checkedTwice(givenUp);
    story.give({ type: 'domain_record.updated', isPrimary: true, by: 'UALICE' });
    expect(story.mapping.nextCheckAt).toBe(story.now);
    expect(seen(story, 0, reading(), page('ours'))).toEqual(['site.routed', 'domain.done']);
  });

  it('is not reported before DNS is published', () => {
    const story = new Story().added();
    story.now += MINUTE_MS;
    story.give({ type: 'observed', target: TARGET, dns: dnsRight(story.now), network: givenUp });
    expect(story.reported).not.toContain('site.unrouted');
  });

  it('stays as it is when network could not be read', () => {
    const story = checkedTwice(givenUp);
    expect(seen(story, 5, 'unread')).toEqual([]);
    expect(story.mapping.site).toMatchObject({ state: 'unrouted', reason: 'gave-up' });
  });
});

it('gives the plugin the usual time before it says that it is still checking', () => {
  const checking = reading({ stage: 'checking-ssl-cert' });
  const story = checkedTwice(checking);
  expect(story.reported).not.toContain('site.unrouted');
  expect(seen(story, 16, checking)).toContain('site.unrouted');
});

describe('a mapping that is Ready', () => {
  it('alarms at once when its record no longer routes', () => {
    const story = checkedTwice(reading(), page('ours'));
    expect(story.mapping.stage).toBe('done');
    const types = story.give({ type: 'site.read', reading: reading({ isActive: false }) });
    expect(types).toEqual(['site.unrouted']);
    expect(conditionOf(story.mapping, CONTEXT)).toMatchObject({ health: 'alarm', alarm: 'site' });
    expect(story.give({ type: 'site.read', reading: reading({ isActive: false }) })).toEqual([]);
    story.give({ type: 'site.read', reading: reading() });
    expect(story.mapping.nextCheckAt).toBe(story.now);
    expect(seen(story, 0, reading(), page('ours'))).toEqual(['site.routed']);
  });

  it('believes a stranger’s page after three checks', () => {
    const story = checkedTwice(undefined, page('ours'));
    expect(seen(story, 5, undefined, page('default-page'))).toEqual([]);
    expect(seen(story, 5, undefined, page('default-page'))).toEqual([]);
    expect(seen(story, 5, undefined, page('default-page'))).toEqual(['site.unrouted']);
    expect(seen(story, 5, undefined, page('ours'))).toEqual(['site.routed']);
  });
});

describe('a page of another host that may be its sign-on', () => {
  const signOns = (['login', 'forbidden'] as const).map((served) => page(served, { finalHost: 'x.org' }));

  it.each(signOns)('is no alarm after Ready', (http) => {
    const story = checkedTwice(undefined, page('ours'));
    for (let round = 0; round < 5; round++) expect(seen(story, 5, undefined, http)).toEqual([]);
    expect(story.mapping.site.state).toBe('unwatched');
  });

  it.each(signOns)('is the site’s if the network routes the name', (http) => {
    expect(judgeSite(HOSTNAME, reading(), http)).toEqual({ state: 'routed' });
  });
});

describe('a proxy that fails visitors while the site works', () => {
  const through = (fault?: 'loop' | 'error') => (at: number) => ({
    ...dnsEverywhere(at),
    front: { served: 'ours' as const, addresses: ['192.0.2.80'], fault },
  });
  const see = (story: Story, fault?: 'loop' | 'error') => {
    story.now += 5 * MINUTE_MS;
    const [dns, ssl] = [through(fault)(story.now), good(story.now)];
    return story.give({ type: 'observed', target: TARGET, dns, ssl, http: page('ours') });
  };

  it('delays Ready until visitors get the site', () => {
    const story = new Story().added();
    const types = Array.from({ length: 6 }, () => see(story, 'loop')).flat();
    expect(types).toContain('site.unrouted');
    expect(types).not.toContain('domain.done');
    expect(see(story)).toEqual(['site.routed', 'domain.done']);
  });

  it('is a finding after Ready, as the site’s own errors are', () => {
    const story = new Story().added();
    for (let check = 0; check < 2; check++) see(story);
    expect(story.mapping.stage).toBe('done');
    expect(Array.from({ length: 5 }, () => see(story, 'error')).flat()).toEqual([]);
  });
});

describe('a site that fails', () => {
  it('is Ready as soon as it works, without a word about errors that pass', () => {
    const story = checkedTwice(undefined, failing());
    expect(story.mapping.outcome).toBeUndefined();
    expect(conditionOf(story.mapping, CONTEXT)).toMatchObject({ health: 'blocked', whoActs: 'agency' });
    expect(seen(story, 1, undefined, page('ours'))).toEqual(['domain.done']);
    expect(story.reported).not.toContain('site.unrouted');
  });

  it('is reported once the errors last', () => {
    const story = checkedTwice(undefined, failing());
    expect(seen(story, 20, undefined, failing())).toEqual(['site.unrouted']);
    expect(seen(story, 20, undefined, page('ours'))).toEqual(['site.routed', 'domain.done']);
  });

  it.each<[string, NetworkView]>([
    ['had no record', none()],
    ['had a record that was still being checked', reading({ stage: 'checking-ssl-cert' })],
    ['had a record that the plugin gave up', reading({ stage: 'failed' })],
  ])('gets the usual time for its errors, however long it %s', (_, before) => {
    const story = checkedTwice(before);
    seen(story, 600, before);
    expect(seen(story, 5, reading(), failing())).toEqual([]);
    expect(seen(story, 14, reading(), failing())).toEqual([]);
    expect(seen(story, 2, reading(), failing())).toEqual(['site.unrouted']);
  });

  it('gives its record the usual time again once the errors have passed', () => {
    const checking = reading({ stage: 'checking-ssl-cert' });
    const story = checkedTwice(reading(), failing());
    seen(story, 600, reading(), failing());
    expect(seen(story, 1, checking)).toEqual([]);
    expect(seen(story, 16, checking)).toEqual(['site.unrouted']);
  });

  it('stays Ready once it was', () => {
    const story = checkedTwice(undefined, page('ours'));
    for (let round = 0; round < 5; round++) expect(seen(story, 5, undefined, failing())).toEqual([]);
    expect(story.mapping).toMatchObject({ stage: 'done', site: { state: 'unwatched' } });
  });
});

const network = fc.constantFrom<NetworkView>(
  undefined,
  'unread',
  none(),
  reading(),
  reading({ stage: 'failed' }),
  reading({ stage: 'checking-dns' }),
  reading({ isActive: false }),
  reading({ stage: 'failed' }, HOSTNAME),
);
const pages = fc.option(
  fc.oneof(
    fc.constantFrom(...servedKinds).map((served) => page(served)),
    fc.constantFrom(failing(), failing('redirect-loop'), none80('reset', { isSecure: true })),
  ),
  { nil: undefined },
);
const checks = fc.array(fc.tuple(network, pages, fc.integer({ min: 0, max: 60 })), { maxLength: 12 });

describe('whatever network and pages say', () => {
  it('Ready is said only of a site that is served, or of which nobody can tell, and never beside what says otherwise', () => {
    fc.assert(
      fc.property(checks, (given) => {
        const story = new Story().added();
        for (const [view, http, minutes] of given)
          if (seen(story, minutes, view, http).includes('domain.done'))
            expect([story.mapping.site.state, judgeSite(HOSTNAME, view, http).state]).toEqual([
              expect.stringMatching(/^(routed|unwatched)$/),
              expect.not.stringMatching('unrouted'),
            ]);
      }),
    );
  });

  it('reports alternate between its reasons and its end, and replay agrees', () => {
    fc.assert(
      fc.property(checks, (given) => {
        const story = new Story().added();
        for (const [view, http, minutes] of given) seen(story, minutes, view, http);
        const reports = story.events.filter(({ type }) => type.startsWith('site.'));
        reports.forEach(({ type, details }, at) => {
          const before = reports[at - 1];
          if (type === 'site.routed') expect(before?.type).toBe('site.unrouted');
          else if (before?.type === type)
            expect(before.details).not.toMatchObject({ reason: anyReason(details) });
        });
        const again = replay(story.all, undefined, { channel: 'C1', policy: POLICY });
        const { reported } = story.mapping.site;
        expect(again?.site.reported).toBe(reported);
        if (again) expect(withoutTimes(again).stage).toBe(story.mapping.stage);
      }),
    );
  });
});

const anyReason = (details: object): unknown => 'reason' in details && details.reason;
