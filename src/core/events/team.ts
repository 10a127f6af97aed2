import { z } from 'zod';

/** Events of people who work together on a domain. Slack user ids. */
export const teamEvents = {
  /** `assignee` takes care of it from now on, and is mentioned instead of the requester. */
  'domain.assigned': z.object({ assignee: z.string() }),
  'domain.unassigned': z.object({ wasAssignee: z.string() }),
  /** Whoever caused it is mentioned, too. */
  'domain.followed': z.object({}),
  'domain.unfollowed': z.object({}),
  /** Absent: it was removed. */
  'note.changed': z.object({ note: z.string().optional() }),
};
