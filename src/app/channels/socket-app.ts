import type { WebClient } from '@slack/web-api';
import { slackAppOf } from '../../slack/connection/diagnosis.js';
import type { Log } from '../../util/log.js';

export interface SocketApp {
  /** Slack said hello to the socket of this Slack app. Never throws. */
  greeted(app: string): void;
  /** What is wrong, for readiness; undefined while the tokens belong together, as far as known. */
  problem(): string | undefined;
}

/** Notices an app-level token of another Slack app than the bot token's: Slack then delivers that app's commands here. */
export function createSocketApp(client: WebClient, botId: string, log: Log): SocketApp {
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

  return {
    greeted(app) {
      if (known.has(app)) return;
      known.add(app);
      // Asked again at the next hello.
      compare(app).catch(() => known.delete(app));
    },
    problem: () => problem,
  };
}
