import type { RefusedWish } from '../mapping/lifecycle-person.js';
import type { Asker } from './asker.js';
import type { Deps, Standing } from './deps.js';
import { UserError, type UserProblem } from './user-error.js';

/** What can be wished, and who may. Outsiders may only look, and only in channels of ours. */
const NEEDED = {
  look: 'outsider',
  check: 'member',
  map: 'operator',
  unmap: 'operator',
  approve: 'operator',
  audit: 'operator',
  doctor: 'operator',
  settings: 'admin',
} as const satisfies Record<string, Standing>;

export type Wish = keyof typeof NEEDED;

const RANK: Readonly<Record<Standing, number>> = { unsure: 0, outsider: 0, member: 1, operator: 2, admin: 3 };

/** Why a wish is refused; undefined where it is not. The only place where rights are judged. */
export async function refusalOf(deps: Deps, asker: Asker, wish: Wish): Promise<UserProblem | undefined> {
  const { channels, roles } = deps;
  if (channels.length > 0 && !channels.includes(asker.channel)) return { code: 'wrong-channel', channels };
  const standing = await roles.standing(asker.user, asker.team);
  if (RANK[standing] < RANK[NEEDED[wish]])
    return standing === 'unsure' ? { code: 'unsure' } : { code: 'not-allowed', wish, ask: roles.toAsk };
  const isWelcome = RANK[standing] > RANK.outsider || (await isOurs(deps, asker.channel));
  return isWelcome ? undefined : { code: 'not-allowed', wish, ask: roles.toAsk };
}

/** A channel is ours when it is configured, or when a card stands in it. */
async function isOurs({ channels, store }: Deps, channel: string): Promise<boolean> {
  return channels.includes(channel) || (await store.list({ channel, offset: 0, limit: 0 })).total > 0;
}

const changesMapping = (wish: Wish): wish is RefusedWish =>
  wish !== 'look' && wish !== 'audit' && wish !== 'doctor' && wish !== 'settings';

/** Throws `UserError` when the wish is refused; one that would have changed a mapping is told in its thread. */
export async function assertMay(
  deps: Deps,
  asker: Asker,
  wish: Wish,
  told: (wish: RefusedWish) => Promise<unknown> = async () => undefined,
): Promise<void> {
  const problem = await refusalOf(deps, asker, wish);
  if (!problem) return;
  const { user, team, channel } = asker;
  deps.log.warn({ user, team, channel, wish, problem: problem.code }, 'a wish was refused');
  // Nobody was refused for who they are: there is nothing to audit.
  if (problem.code !== 'unsure' && changesMapping(wish)) await told(wish);
  throw new UserError(problem);
}
