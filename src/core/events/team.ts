import { z } from 'zod';
import { epochMs } from '../instant.js';

/** Events of people who work together on a domain. Slack user ids. */
export const teamEvents = {
  /** `assignee` takes care of it from now on, and is mentioned instead of the requester. */
  'domain.assigned': z.object({ assignee: z.string() }),
  'domain.unassigned': z.object({ wasAssignee: z.string() }),
  /** Whoever caused it is mentioned, too. */
  'domain.followed': z.object({}),
  'domain.unfollowed': z.object({}),
  /** Nobody is reminded or mentioned until then; absent: until something changes. */
  'domain.snoozed': z.object({ until: epochMs.optional() }),
  'domain.snooze_ended': z.object({ why: z.enum(['time', 'change', 'person']), snoozedBy: z.string() }),
  /** Somebody knows of it, so it is not reported again while it lasts. */
  'finding.acknowledged': z.object({ finding: z.string() }),
  /** People are reminded of it again. */
  'finding.unacknowledged': z.object({ finding: z.string() }),
  /** It neither blocks nor alarms until then. */
  'finding.muted': z.object({ finding: z.string(), muteReason: z.string(), until: epochMs }),
  /** Its time is over, or a person ended it. */
  'finding.unmuted': z.object({ finding: z.string() }),
  /** Absent: it was removed. */
  'note.changed': z.object({ note: z.string().optional() }),
};
