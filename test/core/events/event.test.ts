import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffHistory } from '../../../src/audit/diff-history.js';
import { type ExportedEvent, toJson } from '../../../src/audit/export.js';
import {
  eventName,
  eventTypes,
  readEvent,
  type WrittenEvent,
  writeEvent,
} from '../../../src/core/events/event.js';
import { hashOf } from '../../../src/core/events/event-chain.js';
import { upgradeEvent } from '../../../src/core/events/legacy.js';
import { replay } from '../../../src/core/lifecycle/replay.js';
import { eventMetadata, readMetadata } from '../../../src/slack/outbound/metadata.js';
import { eventSentence } from '../../../src/slack/views/thread/event-sentence.js';
import { replyView } from '../../../src/slack/views/thread/reply.js';
import { storedMappingCodec } from '../../../src/store/schema.js';
import type { StoredMapping } from '../../../src/store/store.js';
import { POLICY } from '../../support/observations.js';
import { reportedMapping, writtenEvent } from '../../support/reported-mapping.js';
import { translatorFor } from '../../support/translator.js';

const OLD = new URL('../../fixtures/store-6013b5f/mappings/', import.meta.url).pathname;

describe('an event of this version', () => {
  it('an event of this version that lacks details keeps those that it has', () => {
    const event = readEvent(writtenEvent('dns.failed', { found: 'nxdomain' }));
    expect(event).toMatchObject({ type: 'dns.failed', details: { found: 'nxdomain' } });
    expect(event.writtenAs).toBeUndefined();
  });

  it('an event of this version whose detail is no such value loses it, and its hash still covers it', () => {
    const details = { afterMs: 'soon', servers: 2 };
    const event = readEvent(writtenEvent('dns.published', details));
    expect(event).toMatchObject({ details: { servers: 2 }, writtenAs: { type: 'dns.published', details } });
    expect(event.details).not.toHaveProperty('afterMs');
    expect(hashOf(event)).not.toBe(hashOf(readEvent(writtenEvent('dns.published', { servers: 2 }))));
    expect(readMetadata(eventMetadata(event))?.events[0]?.event).toEqual(event);
  });

  it('comes back from file and message as it went there, whatever its details', () => {
    const anyDetails = fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 5 });
    fc.assert(
      fc.property(fc.constantFrom(...eventTypes, 'site.moved'), anyDetails, (type, details) => {
        const event = readEvent(writtenEvent(type, JSON.parse(JSON.stringify(details))));
        const again = readEvent(JSON.parse(JSON.stringify(writeEvent(event))));
        expect(again).toEqual(event);
        expect(hashOf(again)).toBe(hashOf(event));
      }),
    );
  });
});

describe('an event of a newer version', () => {
  const strange = writtenEvent('site.moved', { from: 12, to: [13, { host: 'b' }], '': null });
  const { events, mapping, ...rest } = reportedMapping();
  const last = events.at(-1);
  const moved = readEvent({ ...strange, previous: last ? hashOf(last) : '' });
  const later = readEvent({ ...writtenEvent('check.requested'), id: 'e2', previous: hashOf(moved) });
  const stored: StoredMapping = {
    ...rest,
    events: [...events, moved, later],
    mapping: { ...mapping, lastHash: hashOf(later) },
    outbox: [{ event: moved.id, attempts: 0, notBefore: 0 }],
  };

  it('is kept in the file exactly as it was', () => {
    const json = JSON.parse(JSON.stringify(storedMappingCodec.encode(stored)));
    expect(json.events.at(-2)).toMatchObject({ type: 'site.moved', details: strange.details });
    expect(storedMappingCodec.decode(json)).toEqual(stored);
  });

  it('is a link of the chain like any other', () => {
    const broken = diffHistory([stored], [], 0).filter(({ kind }) => kind === 'broken');
    expect(broken).toEqual([]);
    const altered = readEvent({ ...writeEvent(moved), details: { from: 13 } });
    const tampered = { ...stored, events: [...events, altered, later] };
    expect(diffHistory([tampered], [], 0).map(({ kind }) => kind)).toContain('broken');
  });

  it('is shown, exported and posted by its name', async () => {
    expect(eventSentence(moved, translatorFor())).toContain('`site.moved`');
    const exported: ExportedEvent = { event: moved, channel: 'C1', link: '', byName: '', channelName: '' };
    expect(JSON.parse(String(await toJson([exported])))[0]).toMatchObject({
      type: 'site.moved',
      details: strange.details,
    });
    expect(eventMetadata(moved).event_payload).toMatchObject({ type: 'site.moved' });
    expect(readMetadata(eventMetadata(moved))?.events[0]?.event).toEqual(moved);
  });

  it('changes nothing in a replay but the end of the chain', () => {
    const where = { channel: 'C1', policy: POLICY };
    const before = replay(events, undefined, where);
    expect(replay([...events, moved], undefined, where)).toEqual({ ...before, lastHash: hashOf(moved) });
  });
});

it('what version 6013b5f wrote holds, in today’s names, all that its message needs', async () => {
  for (const name of await readdir(OLD)) {
    const file = JSON.parse(await readFile(join(OLD, name), 'utf8'));
    for (const { event, old } of file.events.map((old: WrittenEvent) => ({
      old,
      event: readEvent({ ...(upgradeEvent(old) as WrittenEvent), at: Date.parse(String(old.at)) }),
    }))) {
      expect(eventTypes).toContain(eventName(event));
      expect(Object.keys(event.details)).toHaveLength(Object.keys(old.details).length);
      expect(eventSentence(event, translatorFor())).not.toMatch(/unknown/);
    }
  }
});

it('an event that an unreleased version migrated in part is migrated to the end, with its first words', () => {
  const old = { type: 'record.created', details: { site: 12, record: 7, already: false } };
  const half = { type: 'domain_record.created', details: old.details, writtenAs: old };
  expect(upgradeEvent(half)).toEqual({ ...half, details: { site: 12, domainRecord: 7, already: false } });
});

it('an old reason for a line of Ultimate Multisite’s log still has its explanation', () => {
  const details = { source: 'ultimate-multisite', message: 'HTTP 502 error', reason: 'closte-answer' };
  const old = writtenEvent('error.logged', details);
  const event = readEvent(upgradeEvent(old) as WrittenEvent);
  expect(event.writtenAs).toEqual({ type: 'error.logged', details });
  expect(hashOf(event)).toBe(hashOf(readEvent(old)));
  const { blocks } = replyView({ main: reportedMapping() }, [event], translatorFor());
  expect(JSON.stringify(blocks)).toContain('Closte answered the plugin with an error');
});

it('an event about a finding that had another code has its sentence, and its first hash', () => {
  const old = writtenEvent('dns.stuck', {
    finding: 'value-doubled',
    dnsRecords: '',
    observed: 'a.example.com.',
  });
  const event = readEvent(upgradeEvent(old) as WrittenEvent);
  expect(event.writtenAs).toEqual({ type: 'dns.stuck', details: old.details });
  expect(hashOf(event)).toBe(hashOf(readEvent(old)));
  expect(eventSentence(event, translatorFor())).toContain('a.example.com.');
});
