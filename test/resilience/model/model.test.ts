import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hashOf } from '../../../src/core/events/event-chain.js';
import type { StoredMapping } from '../../../src/store/store.js';
import { temporaryFolder } from '../../store/temporary.js';
import { BenchBot, type Outcome, type Part, type Permission, parts } from './bench-bot.js';

const RUNS = 80;
const HOSTNAMES = ['one.example.com', 'two.example.com', '*.three.example.com'];
const HOUR_MS = 3_600_000;

/** What people have been promised about a hostname. */
interface Promised {
  /** `leaving`: unmapping was promised, and may have been carried out by now. */
  state: 'none' | 'mapped' | 'leaving';
  mappings: number;
  checks: number;
  unmaps: number;
}

type Model = Map<string, Promised>;
type Step = fc.AsyncCommand<Model, BenchBot>;

const promisedTo = (model: Model, hostname: string): Promised => {
  const promised = model.get(hostname) ?? { state: 'none', mappings: 0, checks: 0, unmaps: 0 };
  model.set(hostname, promised);
  return promised;
};

/** What may be answered, and what is promised then. */
class Ask implements Step {
  constructor(
    readonly permission: Permission,
    readonly hostname: string,
  ) {}
  check = () => true;
  async run(model: Model, bot: BenchBot): Promise<void> {
    const promised = promisedTo(model, this.hostname);
    const answer = await bot.ask(this.permission, this.hostname);
    expect(allowed[this.permission][promised.state]).toContain(answer);
    if (answer !== 'done') {
      if (answer === 'not-mapped') promised.state = 'none';
      return;
    }
    if (this.permission === 'map') {
      promised.state = 'mapped';
      promised.mappings++;
    }
    if (this.permission === 'check') promised.checks++;
    if (this.permission === 'unmap' && promised.state === 'mapped') {
      promised.state = 'leaving';
      promised.unmaps++;
    }
  }
  toString = () => `${this.permission} ${this.hostname}`;
}

const allowed: Readonly<Record<Permission, Readonly<Record<Promised['state'], readonly string[]>>>> = {
  map: { none: ['done'], mapped: ['known'], leaving: ['done', 'being-removed'] },
  check: { none: ['not-mapped'], mapped: ['done'], leaving: ['done', 'not-mapped'] },
  unmap: { none: ['not-mapped'], mapped: ['done'], leaving: ['done', 'not-mapped'] },
};

class Outside implements Step {
  constructor(
    readonly what: string,
    readonly change: (bot: BenchBot) => Promise<void>,
  ) {}
  check = () => true;
  run = (_: Model, bot: BenchBot) => this.change(bot);
  toString = () => this.what;
}

const hostname = fc.constantFrom(...HOSTNAMES);
const outcomes = fc.array(fc.constantFrom<Outcome>('well', 'fails', 'fails-after', 'unheard'), {
  minLength: 1,
  maxLength: 4,
});
const steps = [
  fc.tuple(fc.constantFrom<Permission>('map', 'check', 'unmap'), hostname).map((args) => new Ask(...args)),
  hostname.map(
    (name) => new Outside(`DNS of ${name} comes right`, async ({ right }) => void right.add(name)),
  ),
  hostname.map(
    (name) => new Outside(`DNS of ${name} goes wrong`, async ({ right }) => void right.delete(name)),
  ),
  fc
    .tuple(fc.constantFrom<Part>(...parts), outcomes)
    .map(([part, next]) => new Outside(`${part}: ${next}`, async (bot) => bot.meets(part, next))),
  fc
    .integer({ min: 1, max: 1_200 })
    .map((seconds) => new Outside(`${seconds} s`, (bot) => bot.pass(seconds * 1_000))),
  fc.constant(new Outside('restart', (bot) => bot.restart())),
];

it(`whatever people ask, whatever fails, whenever it restarts: what was promised comes true (${RUNS} lives)`, async () => {
  const life = fc.asyncProperty(fc.commands(steps, { maxCommands: 60, size: 'max' }), async (commands) => {
    const folder = await temporaryFolder();
    const bot = new BenchBot(folder.path);
    await bot.start();
    try {
      const model: Model = new Map();
      await fc.asyncModelRun(() => ({ model, real: bot }), commands);
      await comeToRest(bot);
      await assertKept(model, bot);
    } finally {
      await bot.stop();
      await folder.remove();
    }
  });
  await fc.assert(life, { numRuns: RUNS, endOnFailure: false });
}, 120_000);

/** All is well, and there is time. */
async function comeToRest(bot: BenchBot): Promise<void> {
  for (const part of parts) bot.meets(part, []);
  await bot.restart();
  for (let hours = 0; hours < 4; hours++)
    for (let checks = 0; checks < 12; checks++) await bot.pass(HOUR_MS / 12);
}

async function assertKept(model: Model, bot: BenchBot): Promise<void> {
  const storedMappings = await bot.storedMappings();
  const aliases = await bot.provider.listAliases();
  for (const [name, promised] of model) {
    const own = storedMappings.filter(({ mapping }) => mapping.hostname === name);
    const live = own.filter(({ mapping }) => mapping.stage !== 'removed');
    const isWanted = promised.state === 'mapped';
    expect(own).toHaveLength(promised.mappings);
    expect(live).toHaveLength(isWanted ? 1 : 0);
    expect([...aliases].includes(name)).toBe(isWanted);
    expect(count(own, 'check.requested')).toBe(promised.checks);
    expect(count(own, 'unmap.requested')).toBe(promised.unmaps);
    expect(count(own, 'alias.removed')).toBe(promised.unmaps);
    expect(count(live, 'alias.added')).toBe(isWanted ? 1 : 0);
    for (const { mapping } of live) if (bot.right.has(name)) expect(mapping.stage).toBe('done');
  }
  for (const stored of storedMappings) assertSound(stored);
}

const count = (storedMappings: readonly StoredMapping[], type: string): number =>
  storedMappings.flatMap(({ events }) => events).filter((event) => event.type === type).length;

/** Nothing is posted that did not happen, nothing that happened stays unposted forever, and the chain holds. */
function assertSound({ events, outbox, mapping }: StoredMapping): void {
  expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
  expect(outbox.map(({ event }) => event)).toEqual(events.map(({ id }) => id));
  const heads = events.map(hashOf);
  expect(events.slice(1).map(({ previous }) => previous)).toEqual(heads.slice(0, -1));
  expect(mapping.lastHash).toBe(heads.at(-1));
}
