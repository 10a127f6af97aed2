import { LRUCache } from 'lru-cache';
import { dnsProviderOf } from '../core/dns-providers/identify.js';
import { type Mapping, type MappingLinks, responsibleFor } from '../core/mapping.js';
import { setbackOf } from '../core/stage.js';
import type { Judge, MappingSummary } from './store.js';

/** Names that most mappings share: people, channels, apps, DNS providers. */
const MAX_SHARED_TEXTS = 10_000;
const texts = new LRUCache<string, string>({ max: MAX_SHARED_TEXTS });

/** One string object for equal texts: each record read from a file has its own copies. */
export function sharedText(text: string): string {
  const known = texts.get(text);
  if (known !== undefined) return known;
  texts.set(text, text);
  return text;
}

const states = new Map<string, { readonly state: string }>();

/** The state of an axis, as one object for all mappings in it. */
export function sharedState<State extends string>(state: State): { readonly state: State } {
  const known = states.get(state) as { readonly state: State } | undefined;
  const shared = known ?? { state };
  states.set(state, shared);
  return shared;
}

export function linksOf({
  id,
  hostname,
  stage,
  primary,
  alias,
  dns,
  ssl,
  site,
  siteLink,
}: Mapping): MappingLinks {
  const { intent, state, since } = alias;
  return {
    id,
    hostname,
    stage,
    primary,
    alias: { intent, state, since },
    dns: sharedState(dns.state),
    ssl: sharedState(ssl.state),
    site: site.record ? { state: site.state, record: site.record } : sharedState(site.state),
    siteLink: siteLink && {
      siteId: siteLink.siteId,
      domainRecordId: siteLink.domainRecordId,
      state: siteLink.state,
    },
  };
}

export function summaryOf(mapping: Mapping, judge: Judge | undefined): MappingSummary {
  const { id, hostname, app, channel, stage, requestedAt, outcome, ssl, dns } = mapping;
  const { name, secondName = '' } = dnsProviderOf(dns) ?? {};
  return {
    id,
    hostname,
    app: sharedText(app),
    channel: sharedText(channel),
    stage,
    setback: setbackOf(mapping),
    requestedAt,
    responsible: sharedText(responsibleFor(mapping)),
    readyAt: outcome?.stage === 'done' ? outcome.at : undefined,
    certificateEnd: ssl.watched?.validTo,
    dnsProvider: name === undefined ? undefined : sharedText(`${name}\n${secondName}`.toLowerCase()),
    judgement: judge?.(mapping),
  };
}
