import { z } from 'zod';

/** What the hosting provider said. `message`: in its own words, unescaped. */
const refusalDetails = z.object({ code: z.string(), message: z.string() });
const outcome = z.object({ already: z.boolean(), afterMs: z.number() });

export const aliasEvents = {
  'alias.added': outcome,
  'alias.refused': refusalDetails,
  /** The provider does not have it any more, though nobody here asked for that. */
  'alias.lost': z.object({}),
  'alias.removed': outcome,
  'alias.remove_refused': refusalDetails,
};
