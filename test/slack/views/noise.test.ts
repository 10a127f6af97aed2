import { describe, expect, it } from 'vitest';
import type { DomainEvent } from '../../../src/core/events/event.js';
import { statusView } from '../../../src/slack/views/answers/status.js';
import { cardView } from '../../../src/slack/views/card/card.js';
import { replyView } from '../../../src/slack/views/thread/reply.js';
import { recordOf } from '../../support/reported-mapping.js';
import { dnsEverywhere, dnsWrong, good, noCertificate, ready, Story } from '../../support/story.js';
import { translatorFor } from '../../support/translator.js';

const translator = translatorFor();

/** The replies under a card of the events after the first, which is the card itself. */
const repliesTo = (story: Story) =>
  story.events.map((event: DomainEvent) => replyView({ main: recordOf(story) }, [event], translator).text);

const linesOf = (story: Story): number => {
  const { blocks } = cardView(recordOf(story), undefined, translator);
  return blocks.reduce((sum, block) => {
    if (block.type === 'section') return sum + (block.text?.text.split('\n').length ?? 0);
    return sum + (block.type === 'context' ? 1 : 0);
  }, 0);
};

it('a finding that lasts is reported once and again after a day, and its end with what is true now', () => {
  const story = new Story().added();
  for (let hour = 0; hour < 50; hour++) story.see(60, dnsWrong);
  const reported = repliesTo(story).filter((text) => text.includes('in the way'));
  expect(reported).toHaveLength(2);
  expect(reported.map((text) => text.includes('Still in the way'))).toEqual([false, true]);
  story.see(60, dnsEverywhere, good);
  expect(repliesTo(story).join('\n')).toMatch(/Solved after .*wrong address\. The record is correct now\./);
});

it('a certificate that comes and goes mentions nobody', () => {
  const story = ready();
  const before = story.events.length;
  for (let check = 0; check < 24; check++)
    story.see(60, dnsEverywhere, check % 2 === 0 ? noCertificate : good);
  expect(
    repliesTo(story)
      .slice(before)
      .filter((text) => text.startsWith('<@U')),
  ).toEqual([]);
});

describe('when all is well', () => {
  it('a card has at most eight lines', () => {
    expect(linesOf(ready())).toBeLessThanOrEqual(8);
  });

  it('an answer to “Check now” is one line', async () => {
    const { blocks } = await statusView({ stored: recordOf(ready()) }, translator);
    expect(blocks).toHaveLength(1);
    expect(JSON.stringify(blocks)).not.toContain('\\n');
  });
});
