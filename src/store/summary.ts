import { dnsProviderOf } from '../core/dns-providers/identify.js';
import { type Mapping, type MappingLinks, responsibleFor } from '../core/mapping.js';
import { setbackOf } from '../core/stage.js';
import type { Judge, MappingSummary } from './store.js';

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
    app,
    channel,
    stage,
    setback: setbackOf(mapping),
    requestedAt,
    responsible: responsibleFor(mapping),
    readyAt: outcome?.stage === 'done' ? outcome.at : undefined,
    certificateEnd: ssl.watched?.validTo,
    dnsProvider: name === undefined ? undefined : `${name}\n${secondName}`.toLowerCase(),
    judgement: judge?.(mapping),
  };
}
