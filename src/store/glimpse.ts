import { z } from 'zod';
import { parseJson } from '../util/parse-json.js';

const readableText = z.string().optional().catch(undefined);
const partsOfRecord = z.object({
  mapping: z.object({ hostname: readableText, channel: readableText, stage: readableText }),
});

/** What even a damaged or newer record may tell. */
export type Glimpse = z.output<typeof partsOfRecord>['mapping'];

export const glimpseOf = (json: string): Partial<Glimpse> => parseJson(json, partsOfRecord)?.mapping ?? {};
