import { z } from 'zod';
import { type DocumentHandle, type DocumentKind, type Documents, openDocument } from '../store/documents.js';
import { LargeMap } from '../util/large-map.js';
import type { NetworkSnapshot } from './reconcile.js';

type WrittenRecord = readonly [id: number, domain: string];

/** Not validated entry by entry: a network may have 100,000. */
const writtenSnapshot = z.object({
  domainRecords: z.custom<readonly WrittenRecord[]>(
    (value) => Array.isArray(value) && value.every(isWrittenRecord),
  ),
});

const isWrittenRecord = (value: unknown): boolean =>
  Array.isArray(value) && value.length === 2 && typeof value[0] === 'number' && typeof value[1] === 'string';

export const networkSnapshotKind: DocumentKind<NetworkSnapshot> = {
  name: 'network-snapshot',
  isKept: true,
  form: {
    schema: 2,
    migrations: new Map([[1, ({ records, ...stored }) => ({ domainRecords: records, ...stored })]]),
  },
  content: z.codec(writtenSnapshot, z.custom<NetworkSnapshot>(), {
    decode: ({ domainRecords }) => networkSnapshotOf(domainRecords),
    encode: (snapshot) => ({ domainRecords: [...snapshot.entries()] }),
  }),
  encodeLazily: (snapshot) => ({ domainRecords: snapshot.entries() }),
};

function networkSnapshotOf(domainRecords: readonly WrittenRecord[]): NetworkSnapshot {
  const snapshot = new LargeMap<number, string>(domainRecords.length);
  for (const [id, domain] of domainRecords) snapshot.set(id, domain);
  return snapshot;
}

/** An app's network at its last reading. */
export const openNetworkSnapshot = (documents: Documents, app: string): DocumentHandle<NetworkSnapshot> =>
  openDocument(documents, networkSnapshotKind, app);

const reportedNotices = z.object({
  reported: z.array(z.enum(['network', 'logs', 'webhook', 'aliases'])),
  webhookAt: z.number().optional(),
  wrongWebhookAt: z.number().optional(),
});

export const reportedNoticesKind: DocumentKind<z.output<typeof reportedNotices>> = {
  name: 'reported-notices',
  // Schema 1 had fewer subjects and no times; 3 renamed a field.
  form: {
    schema: 3,
    migrations: new Map([
      [1, (stored) => stored],
      [2, ({ told, ...stored }) => ({ reported: told, ...stored })],
    ]),
  },
  content: reportedNotices,
};

/** The former name of these documents, read until they are written again. */
const FORMER_NAME = 'notices-told';

/** Faults that were reported in an app's channel; read under their former name until they are written again. */
export function openReportedNotices(
  documents: Documents,
  app: string,
): DocumentHandle<z.output<typeof reportedNotices>> {
  const present = openDocument(documents, reportedNoticesKind, app);
  const former = openDocument(documents, { ...reportedNoticesKind, name: FORMER_NAME }, app);
  return {
    read: async () => (await present.read()) ?? (await former.read()),
    write: present.write,
  };
}
