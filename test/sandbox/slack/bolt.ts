import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver, LogLevel, SocketModeReceiver } from '@slack/bolt';
import { onTestFinished } from 'vitest';
import type { SlackOptions } from '../../../src/sandbox/slack/server.js';
import { type Opened, openSlack, TOKENS, until } from './sandbox.js';

export interface Connected extends Opened {
  readonly app: App;
}

export type Connect = (listen: (app: App) => void, options?: Partial<SlackOptions>) => Promise<Connected>;

/** A real Bolt app in Socket Mode. */
export const overSocket: Connect = async (listen, options = {}) => {
  const opened = await openSlack(options);
  const receiver = new SocketModeReceiver({
    appToken: TOKENS.appToken,
    logLevel: LogLevel.ERROR,
    installerOptions: { clientOptions: { slackApiUrl: opened.slack.apiUrl } },
  });
  const app = await started(opened, receiver, listen);
  onTestFinished(() => receiver.client.disconnect());
  await app.start();
  await until(() => opened.slack.sockets.count === 1);
  return { ...opened, app };
};

/** A real Bolt app that takes signed requests, on a port that listens before anyone knows it. */
export const overRequests: Connect = async (listen, options = {}) => {
  const server = createServer((request, response) => receiver.requestListener(request, response));
  const receiver = new HTTPReceiver({ signingSecret: TOKENS.signingSecret, logLevel: LogLevel.ERROR });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const opened = await openSlack({ requestUrl: `http://127.0.0.1:${port}/slack/events`, ...options });
  return { ...opened, app: await started(opened, receiver, listen) };
};

async function started(
  { slack }: Opened,
  receiver: HTTPReceiver | SocketModeReceiver,
  listen: (app: App) => void,
): Promise<App> {
  const app = new App({
    token: TOKENS.botToken,
    receiver,
    logLevel: LogLevel.ERROR,
    deferInitialization: true,
    clientOptions: { slackApiUrl: slack.apiUrl },
  });
  await app.init();
  listen(app);
  return app;
}
