import { LRUCache } from 'lru-cache';
import { type PinnedGetDeps, pinnedGet } from './pinned-get.js';
import { type DomainConnectSettings, parseSettings } from './settings.js';

export interface DomainConnectDeps extends PinnedGetDeps {
  /**
   * The texts of TXT records, following CNAMEs, each joined to one string; empty if there are none. Throws
   * when the lookup fails.
   */
  resolveTxt(name: string): Promise<readonly string[]>;
  /** Milliseconds. */
  now(): number;
}

/**
 * `absent`: the zone has no Domain Connect, or the provider it names doesn't have the zone. `unknown` is
 * never a finding.
 */
export type Discovery =
  | { readonly kind: 'found'; readonly settings: DomainConnectSettings }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unknown' };

export interface TemplateId {
  /** The service's own id, that is the agency's domain. */
  readonly providerId: string;
  readonly serviceId: string;
}

export type TemplateSupport = 'yes' | 'no' | 'unknown';

export interface DomainConnect {
  /** Takes a zone in A-labels, never a name below it. Never throws. */
  discover(zone: string): Promise<Discovery>;
  /** Whether a DNS provider offers a template. Never throws. */
  templateSupported(settings: DomainConnectSettings, template: TemplateId): Promise<TemplateSupport>;
}

const KEPT_MS = 86_400_000;
const RETRY_AFTER_MS = 15 * 60_000;
/** A template may be published, or withdrawn, at any time. */
const SUPPORT_KEPT_MS = 60 * 60_000;
const UNKNOWN_KEPT_MS = 60_000;
const MAX_ZONES = 5_000;
const MAX_PREFIX_LENGTH = 255;

/**
 * Domain Connect discovery (draft-ietf-dconn-domainconnect, "DNS Provider Discovery"), cached per zone for a
 * day.
 */
export function createDomainConnect(deps: DomainConnectDeps): DomainConnect {
  const discoveries = new LRUCache<string, Discovery>({
    max: MAX_ZONES,
    ttl: KEPT_MS,
    ttlResolution: 0,
    perf: { now: deps.now },
    async fetchMethod(zone, _, { options }) {
      const discovery = await discover(zone, deps);
      if (discovery.kind === 'unknown') options.ttl = RETRY_AFTER_MS;
      return discovery;
    },
  });
  const supports = new LRUCache<string, TemplateSupport>({
    max: MAX_ZONES,
    ttl: SUPPORT_KEPT_MS,
    ttlResolution: 0,
    perf: { now: deps.now },
    async fetchMethod(url, _, { options }) {
      const support = await askSupport(new URL(url), deps);
      if (support === 'unknown') options.ttl = UNKNOWN_KEPT_MS;
      return support;
    },
  });
  return {
    async discover(zone) {
      return (await discoveries.fetch(zone)) ?? { kind: 'unknown' };
    },
    async templateSupported({ urlAPI }, { providerId, serviceId }) {
      const path = `v2/domainTemplates/providers/${encodeURIComponent(providerId)}/services/${encodeURIComponent(serviceId)}`;
      return (await supports.fetch(below(urlAPI, path).href)) ?? 'unknown';
    },
  };
}

async function askSupport(url: URL, deps: DomainConnectDeps): Promise<TemplateSupport> {
  const answer = await pinnedGet(url, deps);
  if (answer?.status === 404) return 'no';
  return answer && isSuccess(answer.status) ? 'yes' : 'unknown';
}

async function discover(zone: string, deps: DomainConnectDeps): Promise<Discovery> {
  const texts = await deps.resolveTxt(`_domainconnect.${zone}`).catch(() => undefined);
  if (!texts) return { kind: 'unknown' };
  if (texts.length === 0) return { kind: 'absent' };
  const prefix = prefixOf(texts);
  if (!prefix) return { kind: 'unknown' };
  const answer = await pinnedGet(below(prefix, `v2/${encodeURIComponent(zone)}/settings`), deps);
  // A zone that moved may still have its earlier provider's TXT record.
  if (answer?.status === 404) return { kind: 'absent' };
  const settings = answer && isSuccess(answer.status) ? parseSettings(answer.body, zone) : undefined;
  return settings ? { kind: 'found', settings } : { kind: 'unknown' };
}

/** The only prefix among the texts; undefined if they differ. */
function prefixOf(texts: readonly string[]): string | undefined {
  const prefixes = new Set(texts.filter(isPrefix).map((text) => `https://${text}`));
  const [prefix, ...others] = prefixes;
  return others.length === 0 ? prefix : undefined;
}

/** A host with at least one dot and an optional path: no scheme, port, credentials or query. */
const isPrefix = (text: string): boolean =>
  text.length <= MAX_PREFIX_LENGTH && /^[a-z0-9-]+(\.[a-z0-9-]+)+(\/[a-z0-9._~/-]*)?$/i.test(text);

const below = (base: string, path: string): URL => new URL(`${base.replace(/\/+$/, '')}/${path}`);
const isSuccess = (status: number): boolean => status >= 200 && status < 300;
