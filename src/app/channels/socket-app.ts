import type { WebClient } from '@slack/web-api';
import { slackAppOf } from '../../slack/connection/diagnosis.js';
import type { SocketHello } from '../../slack/connection/socket-supervisor.js';
import type { Log } from '../../util/log.js';

export interface SocketAppOptions {
  readonly client: WebClient;
  readonly botId: string;
  /** Whether replicas on one database may be connected as well. */
  readonly mayHaveReplicas: boolean;
  readonly log: Log;
}

export interface SocketApp {
  /** Never throws. */
  greeted(hello: SocketHello): void;
  /** What is wrong, for readiness; undefined while the tokens belong together, as far as known. */
  problem(): string | undefined;
}

/**
 * Notices an app-level token of another Slack app than the bot token's (Slack then delivers that app's commands here),
 * and bots that take this one's commands.
 */
export function createSocketApp({ client, botId, mayHaveReplicas, log }: SocketAppOptions): SocketApp {
  let problem: string | undefined;
  const known = new Set<string>();

  async function compare(app: string): Promise<void> {
    const own = await slackAppOf(client, botId);
    problem =
      own === undefined || own === app
        ? undefined
        : `SLACK_APP_TOKEN belongs to Slack app ${app} and SLACK_BOT_TOKEN to ${own}, so no command reaches the bot: create the app-level token in app ${own}`;
    if (problem !== undefined) log.error({ app, own }, problem);
  }

  /** Of replicas it is expected; whether a stranger is among them can't be seen. */
  function report(others: number): void {
    if (mayHaveReplicas) log.info({ others }, 'this Slack app has other connections, as replicas have');
    else
      log.warn(
        { others },
        'this Slack app has other connections, and Slack gives each command to any one of them: run one bot for each Slack app, or replicas on one PostgreSQL database',
      );
  }

  return {
    greeted({ app, others }) {
      if (others > 0) report(others);
      if (app === undefined || known.has(app)) return;
      known.add(app);
      // Asked again at the next hello.
      compare(app).catch(() => known.delete(app));
    },
    problem: () => problem,
  };
}
