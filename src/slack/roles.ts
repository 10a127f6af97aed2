import type { WebClient } from '@slack/web-api';
import type { Log } from '../log.js';
import type { Roles } from '../service/deps.js';

const FRESH_MS = 5 * 60_000;
const isGroup = (id: string): boolean => id.startsWith('S');

export interface RolesOptions {
  readonly client: WebClient;
  /** User ids and user-group ids; empty means everyone. */
  readonly operators: readonly string[];
  readonly now: () => number;
  readonly log: Log;
}

/** Who may change mappings. Members of user groups are remembered for five minutes, and longer while Slack is away. */
export function createRoles({ client, operators, now, log }: RolesOptions): Roles {
  const users = new Set(operators.filter((id) => !isGroup(id)));
  const groups = operators.filter(isGroup);
  let members: ReadonlySet<string> = new Set();
  let loadedAt: number | undefined;

  async function refresh(): Promise<void> {
    try {
      const answers = await Promise.all(
        groups.map((usergroup) => client.usergroups.users.list({ usergroup })),
      );
      members = new Set(answers.flatMap((answer) => answer.users ?? []));
      loadedAt = now();
    } catch (error) {
      log.warn({ err: error }, 'the members of the operators’ user groups could not be read');
    }
  }

  return {
    async mayOperate(user) {
      if (operators.length === 0 || users.has(user)) return true;
      if (groups.length === 0) return false;
      if (loadedAt === undefined || now() - loadedAt > FRESH_MS) await refresh();
      return members.has(user);
    },
  };
}
