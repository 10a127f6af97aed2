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

/** A real Bolt app that takes signed requests. */
export const overRequests: Connect = async (listen, options = {}) => {
  const port = await freePort();
  const requestUrl = `http://127.0.0.1:${port}/slack/events`;
  const opened = await openSlack({ requestUrl, ...options });
  const receiver = new HTTPReceiver({ signingSecret: TOKENS.signingSecret, logLevel: LogLevel.ERROR, port });
  const app = await started(opened, receiver, listen);
  await app.start(port);
  onTestFinished(async () => void (await app.stop()));
  return { ...opened, app };
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

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
