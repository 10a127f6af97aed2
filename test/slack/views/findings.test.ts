import { describe, expect, it } from 'vitest';
import { findingCodes } from '../../../src/core/diagnosis/findings/table.js';
import type { Mapping } from '../../../src/core/mapping.js';
import { findingsEn } from '../../../src/locale/en/domain/findings.js';
import { statusView } from '../../../src/slack/views/answers/status.js';
import { cardView } from '../../../src/slack/views/card/card.js';
import { plainly, whatIs, whatToDo } from '../../../src/slack/views/findings.js';
import { eventSentence } from '../../../src/slack/views/thread/event-sentence.js';
import type { StoredMapping } from '../../../src/store/store.js';
import {
  dnsSeen,
  HOSTNAME,
  lookup,
  right,
  START,
  served,
  server,
  sslSeen,
  TARGET,
} from '../../support/observations.js';
import { Story } from '../../support/story.js';
import { translatorFor } from '../../support/translator.js';

const EVIL = '<!channel> `x` <https://evil.test|click>';
const translator = translatorFor();
const recordOf = (mapping: Mapping): StoredMapping => ({
  version: 1,
  mapping,
  card: { channel: 'C1', ts: '1.1', shownRevision: 0, notBefore: 0 },
  events: [],
  outbox: [],
  messages: {},
  requests: [],
  compacted: 0,
});

describe.each(findingCodes)('%s', (code) => {
  const sentences = `${findingsEn[`finding.${code}`]} ${findingsEn[`fix.${code}`]}`.replaceAll(
    '{provider}',
    'Closte',
  );
  const names = [...sentences.matchAll(/\{(\w+)\}/g)];
  const params = Object.fromEntries(names.map(([, name = '']) => [name, EVIL]));

  it('says what it is and what to do, with foreign words made harmless', () => {
    const ways = ['other', /\{how, select, (\w+)/.exec(sentences)?.[1] ?? 'other'];
    const text = ways
      .map((how) => ({ ...params, how }))
      .map((each) => `${whatIs(code, each, translator)} ${whatToDo(code, each, translator)}`)
      .join(' ');
    expect(text).not.toMatch(/<!channel>|<https:\/\/evil|\{\w+\}/);
    if (names.length > 0) expect(text).toContain('&lt;!channel&gt;');
    expect(whatIs(code, {}, translator)).not.toMatch(/\{\w+\}|undefined/);
  });

  it('seen at one of two addresses, names it', () => {
    const places = { addresses: '203.0.113.10', others: '203.0.113.11' };
    const finding = { code, axis: 'dns', severity: 'problem', whoActs: 'customer', fixes: [] } as const;
    expect(whatIs(code, places, translator)).toContain('`203.0.113.10`');
    expect(plainly('finding', { ...finding, params: places }, translator)).toContain('203.0.113.10');
    const { others: _, ...alone } = places;
    expect(whatIs(code, alone, translator)).not.toContain('Seen only');
  });

  it('can be explained to a customer in plain words', () => {
    const finding = {
      code,
      axis: 'dns',
      severity: 'problem',
      whoActs: 'customer',
      params,
      fixes: [],
    } as const;
    expect(`${plainly('finding', finding, translator)} ${plainly('fix', finding, translator)}`).not.toMatch(
      /[`{}]|undefined/,
    );
  });
});

it.each([
  ['a day as text, as earlier versions stored it', '2026-11-21', /2026-11-21/],
  ['epoch milliseconds', START, /2026-11-20/],
  ['epoch milliseconds as text', String(START), /2026-11-20/],
  ['no date at all', 'soon', /soon/],
  ['a number beyond all dates', 1e300, /./],
])('a stored certificate finding renders with %s', (_, validTo, expected) => {
  for (const type of ['ssl.stuck', 'ssl.cleared'] as const) {
    const details = {
      finding: 'certificate-expired',
      validTo,
      validFrom: validTo,
      addresses: '203.0.113.10',
      records: '',
    };
    const event = {
      id: 'e',
      mapping: 'm',
      hostname: HOSTNAME,
      type,
      at: START,
      by: 'system',
      previous: '',
      details,
    };
    const text = eventSentence({ ...event, details: { ...details, afterMs: 1 } } as never, translator);
    if (type === 'ssl.stuck') expect(text).toMatch(expected);
    expect(text).not.toMatch(/undefined|NaN|Invalid/);
  }
});

describe('a prediction', () => {
  it('is on the card and in the status: each resolver, and all of them', async () => {
    const slow = server(lookup('answer', '192.0.2.1'), lookup('empty'), 'Google');
    const gone = {
      ...server({ ...lookup('nxdomain'), negativeTtlS: 900 }, lookup('nxdomain'), 'Quad9'),
      at: START,
    };
    const story = new Story().added();
    const dns = dnsSeen(START, [right()], [slow, gone, right('OpenDNS')]);
    story.see(
      0,
      () => dns,
      (at) => sslSeen(at, served),
    );
    const stored = recordOf(story.mapping);
    const time = (seconds: number) => `<!date^${START / 1000 + seconds}^{time_secs}|`;
    for (const view of [
      cardView(stored, undefined, translator),
      await statusView({ stored, seen: { type: 'observed', target: TARGET, dns } }, translator),
    ]) {
      const text = JSON.stringify(view.blocks);
      expect(text).toContain(`\`Google\` at ${time(301)}`);
      expect(text).toContain(`\`Quad9\` at ${time(901)}`);
      expect(text).toContain(`all by ${time(901)}`);
    }
  });
});
