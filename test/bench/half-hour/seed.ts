import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createProbes } from '../../../src/app/steps/create-probes.js';
import { loadConfig } from '../../../src/config/config.js';
import { decide, type Input, request } from '../../../src/core/lifecycle/decide.js';
import type { Mapping } from '../../../src/core/mapping.js';
import { markOf } from '../../../src/probe/http/site-marks.js';
import { openLowdbStore } from '../../../src/store/lowdb/lowdb-store.js';
import { storedMappingCodec } from '../../../src/store/schema.js';
import type { StoredMapping } from '../../../src/store/store.js';
import { createJudge } from '../../../src/use-cases/shared/conditions.js';
import { createMappingProbe } from '../../../src/use-cases/shared/probe-mapping.js';
import { silentLog } from '../../store/temporary.js';
import { channelOf, type DomainKind, firstDueMs, hostnameOf, idOf, KINDS, kindOf } from './domains.js';
import { frontPage, type Site } from './site.js';

const ROUND_MS = 300_000;
/** So many checks came before the run; on a busy machine, one may find nothing. */
const ROUNDS = 4;
const MAX_ROUNDS = 20;
const CHALLENGE_KEPT_MS = 12 * 3_600_000;
/** Stand for what differs from domain to domain. */
const AS_DUE = 1;
const AS_CHALLENGED = 2;
const MARKS = {
  channel: 'CCHANNEL',
  ts: '0.0',
  fingerprint: 'FINGERPRINT',
  names: 'NAMES',
  page: 'PAGE',
} as const;

export interface SeedOptions {
  readonly environment: Readonly<Record<string, string>>;
  readonly dataDir: string;
  readonly count: number;
  readonly site: Site;
  /** When the first check is due, epoch ms. */
  readonly startsAt: number;
  /** Where a domain's card is, as Slack names it. */
  readonly cardTs: (at: number) => string;
}

/** Writes each domain's record as after some checks, which were made of one domain of each kind. */
export async function seedDomains(options: SeedOptions): Promise<void> {
  const { environment, dataDir, count } = options;
  const config = loadConfig({ ...environment, DATA_DIR: dataDir });
  const texts = new Map<DomainKind, Example>();
  for (const kind of KINDS) {
    const at = Array.from({ length: count }, (_, each) => each).find((each) => kindOf(each) === kind);
    if (at !== undefined) texts.set(kind, { at, text: await exampleText(at, config, options) });
  }
  const folder = join(dataDir, 'mappings');
  await mkdir(folder, { recursive: true });
  for (let at = 0; at < count; at++) {
    const example = texts.get(kindOf(at));
    if (example)
      writeFileSync(join(folder, `${hostnameOf(at)}.${idOf(at)}.json`), recordText(at, example, options));
  }
  const [app] = config.apps;
  const apps = new Map(app ? [[app.name, { ...app, intervalMs: ROUND_MS }]] : []);
  const judge = createJudge({ policy: config.policy, now: Date.now }, () => apps);
  // Leaves the snapshot that a start reads.
  const store = await openLowdbStore({ dataDir, now: Date.now, newToken: randomUUID, log: silentLog, judge });
  await store.close();
}

interface Example {
  readonly at: number;
  readonly text: string;
}

/** The record of a domain that was checked some times, with marks for what differs. */
async function exampleText(
  at: number,
  config: ReturnType<typeof loadConfig>,
  { startsAt }: SeedOptions,
): Promise<string> {
  const [app] = config.apps;
  if (!app) throw new Error('the stand-ins name no app');
  let now = startsAt - ROUNDS * ROUND_MS;
  const probe = createMappingProbe({
    ...createProbes(config, () => now),
    now: () => now,
    random: Math.random,
  });
  const context = () => ({ now, newId: randomUUID, random: 0.5, policy: config.policy });
  const hostname = hostnameOf(at);
  const asked = { id: idOf(at), app: app.name, hostname, channel: MARKS.channel, by: 'U01ALICE' };
  const { mapping: requested, events } = request(asked, context());
  let mapping: Mapping = requested;
  const reported = [...events];
  const happens = (input: Input) => {
    const decision = decide(mapping, input, context());
    mapping = decision.mapping;
    reported.push(...decision.events);
  };
  happens({ type: 'alias.added', already: false });
  const isThere = () => (kindOf(at) === 'ready') === (mapping.stage === 'done');
  for (let round = 0; round < ROUNDS || (!isThere() && round < MAX_ROUNDS); round++, now += ROUND_MS)
    happens(await probe(mapping, { target: app.target }));
  if (!isThere()) throw new Error(`${hostname} is ${mapping.stage}`);
  return JSON.stringify(storedMappingCodec.encode(marked(mapping, reported)));
}

function marked(mapping: Mapping, events: StoredMapping['events']): StoredMapping {
  const { ssl, http, revision } = mapping;
  const { observation, watched } = ssl;
  const edges = observation?.edges.map((edge) =>
    edge.certificate?.nameMatches
      ? {
          ...edge,
          certificate: { ...edge.certificate, names: [MARKS.names], fingerprint: MARKS.fingerprint },
        }
      : edge,
  );
  const site = http?.site.map((answer) =>
    answer.served === 'ours' ? { ...answer, fingerprint: MARKS.page } : answer,
  );
  return {
    version: 1,
    mapping: {
      ...mapping,
      nextCheckAt: AS_DUE,
      ssl: {
        ...ssl,
        ...(watched ? { watched: { ...watched, fingerprint: MARKS.fingerprint } } : {}),
        ...(observation && edges ? { observation: { ...observation, edges } } : {}),
      },
      ...(http && site ? { http: { ...http, site, challengeAt: AS_CHALLENGED } } : {}),
    },
    card: { channel: MARKS.channel, ts: MARKS.ts, shownRevision: revision, notBefore: 0 },
    events,
    outbox: [],
    messages: Object.fromEntries(events.map(({ id }) => [id, MARKS.ts])),
    requests: [],
    compacted: 0,
  };
}

const iso = (at: number): string => JSON.stringify(new Date(at));

function recordText(at: number, example: Example, { startsAt, count, site, cardTs }: SeedOptions): string {
  const host = hostnameOf(at);
  const certificate = site.certificateOf(at);
  return example.text
    .replaceAll(new RegExp(`\\bhalf-hour-${example.at}\\b`, 'g'), `half-hour-${at}`)
    .replaceAll(MARKS.channel, channelOf(at))
    .replaceAll(`"${MARKS.ts}"`, `"${cardTs(at)}"`)
    .replaceAll(`"${MARKS.names}"`, certificate?.names.map((name) => `"${name}"`).join() ?? '')
    .replaceAll(MARKS.fingerprint, certificate?.fingerprint ?? '')
    .replaceAll(`"${MARKS.page}"`, `"${markOf(frontPage(host))}"`)
    .replaceAll(iso(AS_DUE), iso(startsAt + firstDueMs(at, count)))
    .replaceAll(iso(AS_CHALLENGED), iso(startsAt - Math.random() * CHALLENGE_KEPT_MS));
}
