import { expect, it } from 'vitest';
import type { DomainEvent } from '../../../../src/core/events/event.js';
import { replyView } from '../../../../src/slack/views/thread/reply.js';
import type { StoredMapping } from '../../../../src/store/store.js';
import { recordOf } from '../../../support/reported-mapping.js';
import { ready } from '../../../support/story.js';
import { translatorFor } from '../../../support/translator.js';

const translator = translatorFor();

const unrouted = ({ mapping: { id, hostname } }: StoredMapping, reason: 'no-record' | 'gave-up') =>
  ({
    id: `unrouted-${id}`,
    at: 1,
    by: 'system',
    mapping: id,
    hostname,
    type: 'site.unrouted',
    details: { reason },
  }) as unknown as DomainEvent;

it('a pair whose site isn’t reached is one sentence with one button, for the primary', () => {
  const main = recordOf(ready());
  const named = { id: 'www', hostname: `www.${main.mapping.hostname}`, primary: main.mapping.id };
  const www = { ...main, mapping: { ...main.mapping, ...named } };
  const events = [unrouted(www, 'no-record'), unrouted(main, 'no-record')];
  const { text, blocks } = replyView({ main, www }, events, translator);
  expect(text.match(/DNS and SSL are right/g)).toHaveLength(1);
  const shown = JSON.stringify(blocks);
  expect(shown.match(/"action_id":"choose-site"/g)).toHaveLength(1);
  expect(shown).toContain(`"value":"${main.mapping.id}"`);
});

it('a site whose domain record is there needs no choice', () => {
  const main = recordOf(ready());
  const { blocks } = replyView({ main }, [unrouted(main, 'gave-up')], translator);
  expect(JSON.stringify(blocks)).toMatch(/set-ready/);
  expect(JSON.stringify(blocks)).not.toMatch(/choose-site/);
});
