import fc from 'fast-check';
import { expect, it } from 'vitest';
import { replay } from '../../../src/core/lifecycle/replay.js';
import type { Mapping } from '../../../src/core/mapping.js';
import { isFailed, isFinal } from '../../../src/core/stage.js';
import { parseSnapshot, snapshotOf } from '../../../src/slack/outbound/metadata.js';
import { HOSTNAME, POLICY, START } from '../../support/observations.js';
import { anySteps, requestedFirst, runStory } from '../../support/random-story.js';
import { dnsEverywhere, dnsWrong, ready, Story } from '../../support/story.js';

const WHERE = { channel: 'C', policy: POLICY };

/** What the events of a mapping tell of it, whatever was seen in between. */
const reported = ({ alias, dns, ssl, outcome, openFindings, lastHash, ...mapping }: Mapping) => ({
  identity: [
    mapping.id,
    mapping.app,
    mapping.hostname,
    mapping.channel,
    mapping.requestedBy,
    mapping.requestedAt,
  ],
  host: [
    alias.intent,
    ['requested', 'removing'].includes(alias.state) && alias.error ? 'unknown' : alias.state,
  ],
  times: [dns.startedAt, dns.publishedAt, dns.propagatedAt, ssl.issuedAt],
  outcome,
  team: [mapping.assignee, mapping.followers ?? [], mapping.note],
  attention: [mapping.snooze, mapping.mutes ?? []],
  site: mapping.siteLink && [
    mapping.siteLink.siteId,
    mapping.siteLink.domainRecordId,
    mapping.siteLink.state,
  ],
  openFindings: openFindings
    .flatMap((openFinding) =>
      openFinding.reported
        ? [[openFinding.code, openFinding.axis, openFinding.params, openFinding.times]]
        : [],
    )
    .sort(),
  isDrifted: dns.isDrifted,
  lastHash,
});

it('brings back from the events alone whatever they tell', () => {
  fc.assert(
    fc.property(anySteps, (steps) => {
      const taken = runStory(steps);
      const last = taken.at(-1)?.after;
      if (!last) return;
      const events = [...requestedFirst(), ...taken.flatMap((each) => each.events)];
      const again = replay(events, undefined, WHERE);
      expect(again && reported(again)).toEqual(reported(last));
      // That it was checked long enough is no event: the next check finds out.
      if (!isFailed(last)) expect(again && isFinal(again)).toBe(isFinal(last));
    }),
    { numRuns: 1_000 },
  );
});

it('goes on from what a card said', () => {
  const story = new Story().added();
  story.see(5, dnsWrong);
  const card = parseSnapshot(snapshotOf(story.mapping) ?? '');
  const known = story.events.length;
  story.see(5, dnsEverywhere);
  const again = replay(story.events.slice(known), card, WHERE);
  expect(again).toMatchObject({
    hostname: HOSTNAME,
    stage: 'checking-ssl-cert',
    lastHash: story.mapping.lastHash,
  });
});

it('has nothing to say of events without their beginning', () => {
  expect(replay(ready().events, undefined, WHERE)).toBeUndefined();
});

it('finds everything but what was seen in a card’s snapshot', () => {
  fc.assert(
    fc.property(anySteps, (steps) => {
      const last = runStory(steps).at(-1)?.after;
      const text = last && snapshotOf(last);
      if (!last || text === undefined) return;
      expect(text.length).toBeLessThanOrEqual(1_800);
      const { http: _, openFindings, ...kept } = last;
      const { observation: __, ...dns } = last.dns;
      const { observation: ___, ...ssl } = last.ssl;
      const plainFindings = openFindings.map(({ params: ____, ...openFinding }) => openFinding);
      expect(parseSnapshot(text)).toEqual(
        JSON.parse(JSON.stringify({ ...kept, dns, ssl, openFindings: plainFindings })),
      );
    }),
    { numRuns: 300 },
  );
});

it.each(['', '{}', 'null', '{"id":1}', `{"requestedAt":${START}}`])('is not taken in by %s', (text) => {
  expect(parseSnapshot(text)).toBeUndefined();
});
