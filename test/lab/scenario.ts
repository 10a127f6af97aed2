import type { FindingCode } from '../../src/core/diagnosis/findings/table.js';
import type { Zone } from '../../src/sandbox/dns/zone.js';
import type { CertificateShape } from '../../src/sandbox/edge/certificates.js';
import type { Serving } from '../../src/sandbox/edge/edge.js';
import type { NoPage, SecurePage } from '../../src/sandbox/edge/secure-pages.js';
import { ADDRESS, type CheckedDomain, type CheckOptions, HOST, type Stage } from './stage.js';

/** What a scenario does to its own domain before somebody checks. */
export interface Scene extends Place {
  readonly domain: string;
  readonly hostname: string;
  readonly zone: Zone;
  /** The record that the customer should make. */
  point(): void;
}

export interface Scenario {
  readonly name: string;
  /** All that may be claimed, the worst first. */
  readonly expected: readonly FindingCode[];
  /** Not met yet; once it is, its test fails until this is taken away. */
  readonly isOpen?: boolean;
  /** Of the whole check, where the scenario's author said so beforehand. */
  readonly verdict?: CheckedDomain['verdict'];
  /** What the first finding and its fix have to say, in English. */
  readonly says?: RegExp;
  /** Before the domain; `shop.` unless given. Empty for the domain itself. */
  readonly label?: string;
  readonly isUnregistered?: boolean;
  /** Names of the domain's servers where they are not the usual ones. */
  readonly servers?: readonly string[] | ((domain: string) => readonly string[]);
  readonly options?: CheckOptions;
  arrange(scene: Scene): void | Promise<void>;
  /** Puts right what other scenarios share. */
  tidy?(stage: Stage): void;
}

/** The zone of a company that scenarios share: another host, a CDN, a registrar. */
export const companyZone = (dns: Stage['dns'], name: string) => dns.zoneOf(name) ?? dns.addZone(name);

/** DNS is right and a certificate is served, unless the scenario spoils it. */
export const served = async (
  { point, edge, hostname }: Scene,
  serving: Serving = 'issued',
  shape?: CertificateShape,
) => {
  point();
  await edge.serve(hostname, serving, shape);
};

/** Port 80 shows the WordPress, and the same name over TLS this. */
export const securely = async (scene: Scene, page: SecurePage | NoPage) => {
  await served(scene);
  scene.edge.setPage(scene.hostname, page);
};

export interface Outcome {
  readonly scenario: Scenario;
  readonly checked: CheckedDomain;
  readonly got: readonly string[];
}

export const domainOf = (index: number): string => `scene-${index}.com`;
export const hostnameOf = ({ label = 'shop.' }: Scenario, index: number): string =>
  `${label}${domainOf(index)}`;

type Place = Pick<Stage, 'dns' | 'edge' | 'http' | 'second'>;

/** Makes the domain of a scenario. */
export async function arrange(place: Place, scenario: Scenario, index: number): Promise<void> {
  const { label, servers } = scenario;
  const [domain, hostname] = [domainOf(index), hostnameOf(scenario, index)];
  const zone = scenario.isUnregistered
    ? undefined
    : place.dns.addZone(domain, typeof servers === 'function' ? servers(domain) : servers);
  const point = () => (label === '' ? zone?.add(domain, 'A', ADDRESS) : zone?.add(hostname, 'CNAME', HOST));
  await scenario.arrange({ ...place, domain, hostname, zone: zone ?? ({} as Zone), point });
}

/** Plays one scenario on a domain of its own. */
export async function play(stage: Stage, scenario: Scenario, index: number): Promise<Outcome> {
  const hostname = hostnameOf(scenario, index);
  stage.edge.setAliases([hostname]);
  stage.second.edge.setAliases([hostname]);
  await arrange(stage, scenario, index);
  const checked = await stage.check(hostname, scenario.options);
  scenario.tidy?.(stage);
  return { scenario, checked, got: checked.findings.map(({ code }) => code) };
}
