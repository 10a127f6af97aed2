import { z } from 'zod';

/** The hosting provider's refusal. `message`: its own text, unescaped. */
const refusalDetails = z.object({ code: z.string(), message: z.string() });
const outcome = z.object({ already: z.boolean(), afterMs: z.number() });

export const aliasEvents = {
  'alias.added': outcome,
  'alias.refused': refusalDetails,
  /** The provider no longer has it, though nobody here removed it. */
  'alias.lost': z.object({}),
  'alias.removed': outcome,
  'alias.remove_refused': refusalDetails,
};
