import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chained } from '../../../src/core/events/event-chain.js';
import { SLACK_FIGURES } from '../../../src/sandbox/slack/rules/figures.js';
import {
  cardMetadata,
  eventIdsIn,
  eventMetadata,
  leastMetadata,
  readMetadata,
} from '../../../src/slack/outbound/metadata.js';
import { eventBytes } from '../../../src/store/pending.js';
import { START } from '../../support/observations.js';
import { ready } from '../../support/story.js';

const story = ready();
const [requested, ...others] = story.all;
if (!requested) throw new Error('the story has no event');
const [first, ...rest] = others;
if (!first) throw new Error('the story has one event only');
/** As Slack returns it. */
const returned = (metadata: object): unknown => JSON.parse(JSON.stringify(metadata));

describe('metadata', () => {
  it('carries several events, each readable as it was', () => {
    const carried = readMetadata(returned(eventMetadata(first, ...rest)));
    expect(carried?.events.map(({ event }) => event)).toEqual(others);
    expect(eventIdsIn(returned(eventMetadata(first, ...rest)))).toEqual(others.map(({ id }) => id));
  });

  it('of one event is as in earlier versions, and has the fields of its contract', () => {
    const { event_payload } = eventMetadata(first);
    expect(Object.keys(event_payload).sort()).toEqual(
      ['id', 'mapping', 'hostname', 'type', 'at', 'by', 'details', 'previous'].sort(),
    );
  });

  it('metadata that was reduced names every event without its details', () => {
    const carried = readMetadata(returned(leastMetadata(first, ...rest)));
    expect(carried?.events.map(({ event, isReduced }) => [event.id, isReduced])).toEqual(
      others.map(({ id }) => [id, true]),
    );
  });

  it('of a card holds events that it does not tell', () => {
    const carried = readMetadata(returned(cardMetadata(requested, story.mapping, others)));
    expect(carried?.events.map(({ event }) => event)).toEqual([requested]);
    expect(carried?.held).toEqual(others);
    expect(eventIdsIn(returned(cardMetadata(requested, story.mapping, others)))).toEqual([requested.id]);
  });

  it.each(['', '{', '[{}]', '[1]', '7'])('keeps its own event where the others are damaged (%j)', (more) => {
    const { event_type, event_payload } = eventMetadata(first);
    const damaged = { event_type, event_payload: { ...event_payload, more, held: more } };
    expect(readMetadata(damaged)?.events.map(({ event }) => event)).toEqual([first]);
    expect(eventIdsIn(damaged)).toEqual([first.id]);
  });

  it('fits Slack’s limit with as many events as a reply may have, whatever people wrote', () => {
    const nasty = fc.constantFrom('"', '\\', '\n', '💥', 'ß').map((each) => each.repeat(1_200));
    const text = fc.oneof(nasty, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 2_000 }));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 10 }), (messages) => {
        const about = {
          newId: () => 'i'.repeat(36),
          mapping: 'm'.repeat(36),
          hostname: `${'a'.repeat(60)}.example.com`,
        };
        const { events } = chained(
          '',
          messages.map((message) => ['alias.refused', { code: 'refused', message }] as const),
          { ...about, at: START, by: 'U0123456789' },
        );
        const fitting = events.filter(
          (_, at) => events.slice(0, at + 1).reduce((sum, each) => sum + eventBytes(each), 0) <= 6_500,
        );
        const [one, ...more] = fitting;
        const sent = one && JSON.stringify(eventMetadata(one, ...more));
        expect(sent?.length).toBeLessThanOrEqual(SLACK_FIGURES.metadata);
      }),
      { numRuns: 200 },
    );
  });
});
