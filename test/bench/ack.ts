import { createHmac, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Agent, request } from 'undici';
import { startWorld, type World } from '../../src/sandbox/world.js';
import { freePort } from '../support/ports.js';
import { quantile } from './figures.js';
import { end, type Running, run } from './processes.js';

const IN_FLIGHT = 16;
const BATCH = 400;
const BATCHES = 5;
/** So many that nobody is asked to wait. */
const USERS = 400;
const SIGNING_SECRET = 'sandbox-signing-secret';
const HOSTNAME = 'shop.example.com';

/** Acknowledgement latency of `/domain status` at 16 in flight, beside a bare Bolt app, turn by turn. */
export async function benchAck(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'bench-ack-'));
  const port = await freePort();
  const world = await startWorld({ requestUrl: `http://127.0.0.1:${port}/slack/events`, rateScale: 1e6 });
  const bot = await run('../../src/main.js', { ...world.environment, DATA_DIR: dataDir, PORT: String(port) });
  const bare = await run('./bare-bolt.js', { SLACK_SIGNING_SECRET: SIGNING_SECRET });
  const agent = new Agent({ connections: IN_FLIGHT });
  try {
    await world.slack.people.command({
      user: 'U01ALICE',
      channel: 'C01DOMAINS',
      text: `/domain map ${HOSTNAME}`,
    });
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    const times: Record<'bot' | 'bare', number[]> = { bot: [], bare: [] };
    for (let batch = -1; batch < BATCHES; batch++) {
      const [ofBare, ofBot] = [await hammer(bare, agent, world), await hammer(bot, agent, world)];
      await allAnswered(world);
      if (batch < 0) continue;
      times.bare.push(...ofBare);
      times.bot.push(...ofBot);
    }
    report(times.bare, times.bot);
  } finally {
    await agent.close();
    await Promise.all([end(bot), end(bare)]);
    await world.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function hammer({ port }: Running, agent: Agent, world: World): Promise<number[]> {
  const times: number[] = [];
  let left = BATCH;
  const worker = async () => {
    while (left-- > 0) {
      const startedAt = performance.now();
      const answer = await request(`http://127.0.0.1:${port}/slack/events`, {
        dispatcher: agent,
        ...command(world, `U${left % USERS}`),
      });
      await answer.body.dump();
      times.push(performance.now() - startedAt);
      if (answer.statusCode !== 200) throw new Error(`HTTP ${answer.statusCode}`);
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, worker));
  return times;
}

function command(world: World, user: string) {
  const body = new URLSearchParams({
    command: '/domain',
    text: `status ${HOSTNAME}`,
    user_id: user,
    channel_id: 'C01DOMAINS',
    team_id: 'T0SANDBOX',
    trigger_id: randomUUID(),
    response_url: world.slack.openResponseUrl('C01DOMAINS', 'U01ALICE'),
  }).toString();
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', SIGNING_SECRET).update(`v0:${timestamp}:${body}`).digest('hex');
  return {
    method: 'POST' as const,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${signature}`,
    },
    body,
  };
}

/** The answers of one batch must not burden the next. */
async function allAnswered(world: World): Promise<void> {
  let before = -1;
  for (;;) {
    const now = world.slack.workspace.messages('C01DOMAINS').length;
    if (now === before) return;
    before = now;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

function report(bare: number[], bot: number[]): void {
  const row = (share: number) => {
    const [limit, ours] = [quantile(bare, share), quantile(bot, share)];
    return `bare Bolt ${limit.toFixed(2)} ms, bot ${ours.toFixed(2)} ms, ratio ${(ours / limit).toFixed(2)}`;
  };
  process.stdout.write(`/domain status, acknowledged at ${IN_FLIGHT} in flight (${bot.length} each)\n`);
  process.stdout.write(`  median: ${row(0.5)}\n  p99:    ${row(0.99)}\n`);
}
