import { z } from 'zod';
import { type DocumentHandle, type DocumentKind, type Documents, openDocument } from '../store/documents.js';

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
