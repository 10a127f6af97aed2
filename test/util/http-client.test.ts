import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createClosteProvider } from '../../src/hosting/closte/client.js';
import { boltLogger, createClients } from '../../src/slack/connection/clients.js';
import { chatErrorOf } from '../../src/slack/outbound/errors.js';
import { AnswerTooLarge, createHttpDispatcher, fetchThrough } from '../../src/util/http-client.js';
import { silentLog } from '../store/temporary.js';
import { type ConnectProxy, startConnectProxy } from '../support/connect-proxy.js';

let proxy: ConnectProxy | undefined;
const server = createServer((_, response) => response.end('hello'));
beforeEach(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await proxy?.stop();
});
const place = () => `127.0.0.1:${(server.address() as AddressInfo).port}`;

it('a request goes through the tunnel', async () => {
  proxy = await startConnectProxy();
  const dispatcher = createHttpDispatcher({ httpProxy: proxy.url, noProxy: '' });
  expect(await (await fetchThrough(dispatcher)(`http://${place()}/`)).text()).toBe('hello');
  expect(proxy.tunnels).toEqual([place()]);
  await dispatcher.close();
});

it.each(['127.0.0.1', '*', 'other.test, 127.0.0.1'])('NO_PROXY=%s connects directly', async (noProxy) => {
  proxy = await startConnectProxy();
  const dispatcher = createHttpDispatcher({ httpProxy: proxy.url, noProxy });
  expect(await (await fetchThrough(dispatcher)(`http://${place()}/`)).text()).toBe('hello');
  expect(proxy.tunnels).toEqual([]);
  await dispatcher.close();
});

describe.each([403, 407, 502])('a proxy that answers %i', (status) => {
  it('has sent nothing on: the outcome is known, and the change may be tried again', async () => {
    proxy = await startConnectProxy(status);
    const dispatcher = createHttpDispatcher({ httpProxy: proxy.url, noProxy: '' });
    const provider = createClosteProvider({
      baseUrl: `http://${place()}`,
      apiKey: 'key-1234',
      connectTimeoutMs: 1_000,
      totalTimeoutMs: 3_000,
      dispatcher,
    });
    await expect(provider.addAlias('shop.example.com')).rejects.toMatchObject({
      code: 'unreachable',
      facts: { retryable: true, outcomeUnknown: false },
    });
    await dispatcher.destroy();
  });

  it('leaves a message to Slack unposted for sure', async () => {
    proxy = await startConnectProxy(status);
    const dispatcher = createHttpDispatcher({ httpProxy: proxy.url, noProxy: '' });
    const apiUrl = `http://${place()}/api/`;
    const { background } = createClients({
      botToken: 'xoxb-1',
      apiUrl,
      logger: boltLogger(silentLog),
      dispatcher,
    });
    const error = await background.chat.postMessage({ channel: 'C1', text: 'x' }).catch((reason) => reason);
    expect(chatErrorOf(error)).toMatchObject({ code: 'unavailable' });
    await dispatcher.destroy();
  });
});

describe('an answer without an end', () => {
  const answered = async (answer: RequestListener) => {
    const flooding = createServer(answer).listen(0, '127.0.0.1');
    await once(flooding, 'listening');
    onTestFinished(() => {
      flooding.closeAllConnections();
      flooding.close();
    });
    return fetchThrough(undefined)(`http://127.0.0.1:${(flooding.address() as AddressInfo).port}/`);
  };

  it.each<[string, RequestListener]>([
    [
      'as it is',
      (_, response) => {
        const chunk = Buffer.alloc(1024 * 1024, 'x');
        const flood = () => {
          while (!response.destroyed && response.write(chunk));
        };
        response.on('drain', flood);
        flood();
      },
    ],
    [
      'packed',
      (_, response) => {
        response.writeHead(200, { 'content-encoding': 'gzip' });
        response.end(gzipSync(Buffer.alloc(64 * 1024 * 1024)));
      },
    ],
  ])('is broken off before it fills the memory: %s', async (_, answer) => {
    await expect(answered(answer)).rejects.toThrow(AnswerTooLarge);
  });

  it('is no other one: status, headers and text stay', async () => {
    const got = await answered((_, response) =>
      response.writeHead(418, { 'retry-after': '7' }).end('as short as ever'),
    );
    expect([got.status, got.headers.get('retry-after'), await got.text()]).toEqual([
      418,
      '7',
      'as short as ever',
    ]);
  });
});
