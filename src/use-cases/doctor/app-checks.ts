import { ProviderError } from '../../hosting/provider.js';
import type { DnsProbe, TlsProbe } from '../../probe/probe.js';
import type { App } from '../ports.js';
import { diagnoseLogs } from './machine-checks.js';
import { diagnoseNetwork } from './network-checks.js';
import { type DoctorResult, note, ok, problem } from './result.js';

/** An edge that answers anything is reachable. */
const SILENT_OUTCOMES: ReadonlySet<string> = new Set(['timeout', 'refused', 'unreachable']);

/** What the checks of an app use. */
export interface AppDiagnosis {
  readonly dns: DnsProbe;
  readonly tls: TlsProbe;
  /** When an app's last webhook arrived, epoch ms; only the running bot knows. */
  readonly webhookSeenAt?: (app: string) => Promise<number | undefined>;
}

/** Key, account, targets and network of one app, in the order of the troubleshooting docs. */
export async function diagnoseApp(app: App, parts: AppDiagnosis): Promise<DoctorResult[]> {
  return [
    ok('doctor.key.found', { app: app.name }),
    ...(await diagnoseProvider(app)),
    ...(await diagnoseTargets(app, parts)),
    ...(await diagnoseNetwork(app, await parts.webhookSeenAt?.(app.name))),
    ...(await diagnoseLogs(app)),
  ];
}

/** The list can be read only with an accepted key. */
async function diagnoseProvider({ name: app, provider }: App): Promise<DoctorResult[]> {
  try {
    await provider.testConnection();
  } catch (error) {
    const isKey = error instanceof ProviderError && error.code === 'unauthorised';
    return [
      problem(isKey ? 'doctor.key.refused' : 'doctor.provider.unreached', { app, reason: reasonIn(error) }),
    ];
  }
  const accepted = ok('doctor.key.accepted', { app });
  try {
    const aliases = await provider.listAliases();
    return aliases === 'unreadable'
      ? [accepted, note('doctor.list.unreadable', { app })]
      : [accepted, ok('doctor.list.read', { app, count: aliases.length })];
  } catch (error) {
    return [accepted, problem('doctor.list.refused', { app, reason: reasonIn(error) })];
  }
}

async function diagnoseTargets(
  { name: app, target }: App,
  { dns, tls }: { readonly dns: DnsProbe; readonly tls: TlsProbe },
): Promise<DoctorResult[]> {
  const hosts = await Promise.all(
    target.cname.map(async (host) => ({ host, addresses: await dns.addresses(host) })),
  );
  const addresses = [
    ...new Set([...target.ipv4, ...target.ipv6, ...hosts.flatMap((host) => host.addresses)]),
  ];
  const { edges } = await tls.handshake(target.cname[0] ?? 'example.com', addresses);
  return [
    ...hosts
      .filter((host) => host.addresses.length === 0)
      .map(({ host }) => problem('doctor.target.unresolved', { app, host })),
    ...edges.map((edge) => edgeLine(app, edge)),
  ];
}

function edgeLine(app: string, { address, outcome }: { address: string; outcome: string }): DoctorResult {
  if (outcome === 'blocked') return problem('doctor.target.not-public', { app, address });
  return SILENT_OUTCOMES.has(outcome)
    ? problem('doctor.target.silent', { app, address, outcome })
    : ok('doctor.target.answers', { app, address });
}

/** The adapter's errors hold no secret; other errors are reduced to their kind. */
function reasonIn(error: unknown): string {
  if (!(error instanceof ProviderError)) return error instanceof Error ? error.name : 'unknown';
  const { said = '' } = error.facts;
  return error.message.includes(said) ? error.message : `${error.message} (“${said}”)`;
}
