import { App, HTTPReceiver } from '@slack/bolt';

/** The limit to compare with: a Bolt app that does nothing but acknowledge. Prints its port. */
const receiver = new HTTPReceiver({ signingSecret: process.env['SLACK_SIGNING_SECRET'] ?? '' });
const app = new App({
  token: 'xoxb-bare',
  botId: 'B0BARE',
  botUserId: 'U0BARE',
  tokenVerificationEnabled: false,
  convoStore: false,
  receiver,
});
app.command('/domain', async ({ ack }) => ack());
const server = await receiver.start({ host: '127.0.0.1', port: Number(process.env['PORT'] ?? 0) });
const address = server.address();
process.stdout.write(`${JSON.stringify({ port: typeof address === 'object' ? address?.port : 0 })}\n`);
