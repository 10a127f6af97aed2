import fc from 'fast-check';
import { setbackOf } from '../../../../src/core/stage.js';
import { entryOf, type IndexEntry } from '../../../../src/store/lowdb/index/index-entry.js';
import { NOON, newStoredMapping } from '../../typical-mapping.js';

const moment = fc.integer({ min: NOON, max: NOON + 9 });
const none = { nil: undefined };
const text = fc.constantFrom('one', 'two', 'three', '', '__proto__');

/** As all objects in an entry. */
const plain = { noNullPrototype: true } as const;

const judgement = fc.record(
  {
    health: fc.constantFrom('good', 'alarm'),
    whoActs: fc.constantFrom('nobody', 'agency'),
    since: moment,
    from: moment,
    until: fc.constantFrom(NOON, Number.MAX_SAFE_INTEGER),
    basis: text,
  },
  plain,
);

const record = fc.record(
  {
    id: fc.nat(9),
    siteId: fc.nat(9),
    stage: text,
    isActive: fc.boolean(),
    isSecure: fc.boolean(),
    modifiedAt: moment,
  },
  { requiredKeys: ['id', 'siteId', 'stage', 'isActive', 'isSecure'], ...plain },
);

/** An entry of this id: what a store may know of a mapping at some moment. */
export const anyEntry = (id: string): fc.Arbitrary<IndexEntry> =>
  fc
    .record({
      hostname: fc.constantFrom('a.example.com', 'b.example.com', '*.example.com'),
      app: text,
      channel: text,
      stage: fc.constantFrom('adding', 'done', 'removed'),
      requestedAt: moment,
      responsible: text,
      readyAt: fc.option(moment, none),
      certificateEnd: fc.option(moment, none),
      dnsProvider: fc.option(text, none),
      judgement: fc.option(judgement, none),
      primary: fc.option(text, none),
      site: fc.record(
        { state: fc.constantFrom('routed', 'unknown'), record },
        { requiredKeys: ['state'], ...plain },
      ),
      siteLink: fc.option(
        fc.record(
          {
            siteId: fc.nat(9),
            domainRecordId: fc.option(fc.nat(9), none),
            state: fc.constantFrom('requested', 'present'),
          },
          plain,
        ),
        none,
      ),
      cardChannel: text,
      check: fc.option(
        fc.record({ at: moment, lane: fc.option(text, none), app: fc.option(text, none) }, plain),
        none,
      ),
      delivery: fc.option(fc.record({ at: moment, work: text, lane: text }, plain), none),
      pending: fc.nat(2),
      pendingSince: fc.option(moment, none),
      undeliverable: fc.array(text, { maxLength: 2 }),
      version: fc.nat(9),
      fileName: fc.option(text, none),
      mtimeMs: fc.double({ min: NOON, max: NOON + 9, noNaN: true }),
    })
    .map((changes) => ({ ...plainEntry(id), ...changes }) as IndexEntry)
    .map((entry) => ({ ...entry, setback: setbackOf(entry) }));

/** The entry of a mapping that was just asked for. */
export const plainEntry = (id: string): IndexEntry =>
  entryOf(
    { ...newStoredMapping(id), version: 1 },
    { path: `/data/mappings/${id}.json`, size: 14_000, mtimeMs: NOON + 0.25, inode: 7, fileVersion: 1 },
    undefined,
  );
