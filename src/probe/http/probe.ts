import { setTimeout as sleep } from 'node:timers/promises';
import type { HttpAnswer, HttpObservation, SiteAnswer } from '../../core/observation/http.js';
import type { EdgeAnswer } from '../../core/observation/observation.js';
import { KeyedLimit, patientLimit } from '../../util/concurrency/queue.js';
import type { HttpProbe } from '../probe.js';
import { trusting } from '../tls/connect.js';
import { askChallenge } from './challenge.js';
import { Connections } from './connections.js';
import { frontOf } from './front.js';
import { askSite, type SiteCheck, shakeHandsAt, type Visited, visitSite } from './site.js';
import type { Asking, HttpProbeOptions } from './walk.js';

/** Per address, and a site that hangs doesn't delay the others at its address. */
const REQUESTS_PER_ADDRESS = { size: 16, slowAfterMs: 500, slowSize: 250 } as const;
/** For so long the site waits for the challenge, to use its connections. */
const HEAD_START_MS = 500;

interface Answers {
  readonly edge?: EdgeAnswer | undefined;
  readonly challenge: HttpAnswer;
  readonly site: SiteAnswer;
}

/** Checks port 80 of literal addresses; never connects to what the name resolves to. */
export function createHttpProbe(options: HttpProbeOptions): HttpProbe {
  const { policy, tlsPort } = options;
  const ask = createAsk(options);

  async function visit(name: string, known: SiteAnswer): Promise<Visited> {
    const { address } = known;
    if (!policy.mayConnect(address)) return { edge: blocked(address), site: undefined };
    return ask(address, (asking) => visitSite(name, known, asking));
  }

  async function handshake(name: string, address: string): Promise<EdgeAnswer> {
    if (!policy.mayConnect(address)) return blocked(address);
    return ask(address, (asking) => shakeHandsAt(name, asking));
  }

  async function probe(address: string, check: SiteCheck, isDoor: boolean): Promise<Answers> {
    if (policy.mayConnect(address)) return ask(address, (asking) => askAll(check, asking, isDoor));
    return blockedAnswers(blocked(address));
  }

  const blocked = (address: string): EdgeAnswer => ({ address, port: tlsPort, outcome: 'blocked', rttMs: 0 });

  return {
    async visit(name, known) {
      const visited = await Promise.all(known.map((site) => visit(name, site)));
      return {
        ssl: { queried: name, edges: visited.map(({ edge }) => edge) },
        site: visited.flatMap(({ site }) => site ?? []),
      };
    },
    async probe(name, addresses, token, { home = addresses, doors = addresses } = {}) {
      const check = { name, token, home };
      const probing = addresses.map((address) => probe(address, check, doors.includes(address)));
      const edges = doors.map(async (door) => {
        const known = (await probing[addresses.indexOf(door)])?.edge;
        return known ?? handshake(name, door);
      });
      const answers = await Promise.all(probing);
      return { ssl: { queried: name, edges: await Promise.all(edges) }, http: httpOf(name, answers) };
    },
    async front(name, addresses, target) {
      const [first] = addresses;
      return first === undefined
        ? undefined
        : ask(first, (asking) => frontOf(name, addresses, target, asking));
    },
  };
}

const httpOf = (queried: string, answers: readonly Answers[]): Omit<HttpObservation, 'at'> => ({
  queried,
  challenge: answers.map(({ challenge }) => challenge),
  site: answers.map(({ site }) => site),
});

const blockedAnswers = (edge: EdgeAnswer): Answers => ({
  edge,
  challenge: { address: edge.address, outcome: 'blocked', redirects: 0, rttMs: 0 },
  site: { address: edge.address, kind: 'none' },
});

type AskAddress = <Answer>(address: string, work: (asking: Asking) => Promise<Answer>) => Promise<Answer>;

/** Asks an address in its turn, over connections of its own. */
function createAsk(options: HttpProbeOptions): AskAddress {
  const secureContext = trusting(options.caPem);
  const inFlight = new KeyedLimit((_, onIdle) => patientLimit({ ...REQUESTS_PER_ADDRESS, onIdle }));
  return (address, work) =>
    inFlight.run(address, async () => {
      const connections = new Connections(secureContext);
      try {
        return await work({ address, connections, options });
      } finally {
        await connections.close();
      }
    });
}

/** A certificate authority comes first, over connections of its own; a browser may use them again. */
async function askAll(check: SiteCheck, asking: Asking, isDoor: boolean): Promise<Answers> {
  const shaking = isDoor ? shakeHandsAt(check.name, asking) : Promise.resolve(undefined);
  const asked = askChallenge(check.name, check.token, asking, check.home);
  await Promise.race([asked, sleep(HEAD_START_MS, undefined, { ref: false })]);
  const [edge, challenge, site] = await Promise.all([shaking, asked, askSite(check, asking, shaking)]);
  return { edge, challenge, site };
}
