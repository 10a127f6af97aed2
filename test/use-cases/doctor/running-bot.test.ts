import { createServer, type Server } from 'node:http';
import { afterEach, expect, it } from 'vitest';
import { askRunningBot } from '../../../src/use-cases/doctor/running-bot.js';

let server: Server | undefined;
afterEach(() => server?.close());

/** What the doctor hears from a program on the port that answers so. */
async function heardFrom(body: unknown, host = '127.0.0.1') {
  const listening = createServer((_, response) => response.end(JSON.stringify(body)));
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  const address = listening.address();
  return askRunningBot({ host, port: typeof address === 'object' && address ? address.port : 0 });
}

it('a running bot of which every part is fine is fine, also where it listens on all addresses', async () => {
  const fine = [{ state: 'ok', key: 'doctor.running.fine' }];
  expect(await heardFrom({ status: 'ready', slack: 'ok', store: 'ok' })).toMatchObject(fine);
  server?.close();
  expect(await heardFrom({ status: 'ready', slack: 'ok' }, '0.0.0.0')).toMatchObject(fine);
});

it('each part that isn’t fine is a problem, in its own words and within bounds', async () => {
  const results = await heardFrom({ status: 'not ready', slack: 'not connected', log: 'x'.repeat(5_000) });
  expect(results).toMatchObject([
    { state: 'problem', key: 'doctor.running.part', params: { part: 'slack', reason: 'not connected' } },
    { state: 'problem', params: { part: 'log', reason: 'x'.repeat(300) } },
  ]);
});

it.each([{ hello: 'world' }, ['ready'], { status: 'up' }])(
  'another program on the port (%j) is no bot: the port is busy',
  async (body) => {
    const results = await heardFrom(body);
    expect(results.map(({ key }) => key)).toEqual(['doctor.port.busy', 'doctor.scheduler.elsewhere']);
  },
);
