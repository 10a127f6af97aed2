import { z } from 'zod';
import {
  type DocumentHandle,
  type DocumentKind,
  type Documents,
  openDocument,
} from '../../store/documents.js';

/** How far a file was read; its inode distinguishes a rotated file from its successor. */
const position = z.object({ inode: z.number(), offset: z.number(), size: z.number() });
export type LogPosition = z.infer<typeof position>;
/** By file name. */
export type LogPositions = ReadonlyMap<string, LogPosition>;

const writtenPositions = z.object({ files: z.array(z.tuple([z.string(), position])) });

export const logPositionsKind: DocumentKind<LogPositions> = {
  name: 'log-positions',
  form: { schema: 1, migrations: new Map() },
  content: z.codec(writtenPositions, z.custom<LogPositions>(), {
    decode: ({ files }) => new Map(files),
    encode: (positions) => ({ files: [...positions] }),
  }),
};

/** How far an app's logs were read. */
export const openLogPositions = (documents: Documents, app: string): DocumentHandle<LogPositions> =>
  openDocument(documents, logPositionsKind, app);
