import { ClosteError } from '../closte/closte.js';
import { MultisiteError } from '../multisite/multisite.js';
import type { DnsProbe, TlsProbe } from '../probe/probe.js';
import type { App, Network } from '../service/deps.js';
import { type DoctorLine, note, ok, problem, unchecked } from './line.js';

/** An edge that has said anything has answered. */
const SILENT: ReadonlySet<string> = new Set(['timeout', 'refused', 'unreachable', 'blocked']);

/** Key, account, targets and network of one app, in the order of the documents' troubleshooting. */
export async function examineApp(
  app: App,
  probes: { readonly dns: DnsProbe; readonly tls: TlsProbe },
): Promise<DoctorLine[]> {
  return [
    ok('doctor.key.found', { app: app.name }),
    ...(await examineCloste(app)),
    ...(await examineTargets(app, probes)),
    ...(await examineNetwork(app)),
  ];
}

/** The list is worth reading only with a key that is accepted. */
async function examineCloste({ name: app, closte }: App): Promise<DoctorLine[]> {
  try {
    await closte.testConnection();
  } catch (error) {
    const isKey = error instanceof ClosteError && error.code === 'unauthorised';
    return [
      problem(isKey ? 'doctor.key.refused' : 'doctor.closte.unreached', { app, words: wordsOf(error) }),
    ];
  }
  const accepted = ok('doctor.key.accepted', { app });
  try {
    const aliases = await closte.listAliases();
    return aliases === 'unreadable'
      ? [accepted, note('doctor.list.unreadable', { app })]
      : [accepted, ok('doctor.list.read', { app, count: aliases.length })];
  } catch (error) {
    return [accepted, problem('doctor.list.refused', { app, words: wordsOf(error) })];
  }
}

async function examineTargets(
  { name: app, target }: App,
  { dns, tls }: { readonly dns: DnsProbe; readonly tls: TlsProbe },
): Promise<DoctorLine[]> {
  const hosts = await Promise.all(
    target.cname.map(async (host) => ({ host, addresses: await dns.addresses(host) })),
  );
  const addresses = [
    ...new Set([...target.ipv4, ...target.ipv6, ...hosts.flatMap((host) => host.addresses)]),
  ];
  const { edges } = await tls.handshake(target.cname[0] ?? 'closte.com', addresses);
  return [
    ...hosts
      .filter((host) => host.addresses.length === 0)
      .map(({ host }) => problem('doctor.target.unresolved', { app, host })),
    ...edges.map(({ address, outcome }) =>
      SILENT.has(outcome)
        ? problem('doctor.target.silent', { app, address, outcome })
        : ok('doctor.target.answers', { app, address }),
    ),
  ];
}

async function examineNetwork({ name: app, multisite }: App): Promise<DoctorLine[]> {
  if (!multisite) return [];
  return [...(await examineRest(app, multisite)), ...webhookLines(app, multisite)];
}

/** Only WordPress can send one. */
const webhookLines = (app: string, { webhookToken }: Network): DoctorLine[] =>
  webhookToken === undefined ? [] : [unchecked('doctor.webhook.unchecked', { app })];

async function examineRest(app: string, multisite: Network): Promise<DoctorLine[]> {
  if (!multisite.rest) return [note('doctor.network.no-rest', { app })];
  try {
    await multisite.rest.testConnection();
    return [ok('doctor.network.answers', { app })];
  } catch (error) {
    const isKey = error instanceof MultisiteError && error.code === 'unauthorised';
    return [
      problem(isKey ? 'doctor.network.refused' : 'doctor.network.unreached', { app, words: wordsOf(error) }),
    ];
  }
}

/** Errors of our own adapters hold no secret; those of others say no more than their kind. */
function wordsOf(error: unknown): string {
  if (error instanceof ClosteError || error instanceof MultisiteError)
    return error.facts.said ? `${error.message} ${error.facts.said}` : error.message;
  return error instanceof Error ? error.name : 'unknown';
}
