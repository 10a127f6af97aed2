import { afterEach, beforeEach, expect, it } from 'vitest';
import { type ConnectProxy, startConnectProxy } from '../support/connect-proxy.js';
import { closeLab, type Lab, openLab } from '../support/lab.js';

let proxy: ConnectProxy;
let lab: Lab;
beforeEach(async () => {
  proxy = await startConnectProxy();
});
afterEach(async () => {
  await closeLab(lab);
  await proxy.stop();
});

const start = async (noProxy: string) => {
  lab = await openLab({
    withNetwork: true,
    change: (config) => ({ ...config, proxy: { httpProxy: proxy.url, noProxy } }),
  });
  await lab.start();
  lab.pointDns('shop.example.com');
  await lab.type('/domain map shop.example.com');
  await lab.until(() => lab.thread('shop.example.com').includes('dns.propagated'));
};
const places = () => new Set(proxy.tunnels);
const hostOf = (url: string) => new URL(url).host;

it('Slack, its socket, Closte and WordPress are reached through the proxy; probes connect directly', async () => {
  await start('');
  const { slack, closte, wordpress } = lab.world;
  expect(places()).toEqual(new Set([slack.apiUrl, closte.url, wordpress.url].map(hostOf)));
  // Web API and socket, of the same host.
  expect(proxy.tunnels.filter((place) => place === hostOf(slack.apiUrl)).length).toBeGreaterThan(1);
});

it('NO_PROXY is reached directly', async () => {
  await start(new URL('http://127.0.0.1').hostname);
  expect(places()).toEqual(new Set());
});
