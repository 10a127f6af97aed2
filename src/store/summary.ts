import { LRUCache } from 'lru-cache';
import { dnsProviderOf } from '../core/dns-providers/identify.js';
import { type Mapping, responsibleFor } from '../core/mapping.js';
import type { Judge, MappingSummary } from './store.js';

/** Names that most mappings share: people, channels, apps, DNS providers. */
const MAX_SHARED_TEXTS = 10_000;
const texts = new LRUCache<string, string>({ max: MAX_SHARED_TEXTS });

/** The same string object for equal texts: each record read from a file brings its own. */
export function sharedText(text: string): string {
  const known = texts.get(text);
  if (known !== undefined) return known;
  texts.set(text, text);
  return text;
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
    requestedAt,
    responsible: sharedText(responsibleFor(mapping)),
    readyAt: outcome?.stage === 'done' ? outcome.at : undefined,
    certificateEnd: ssl.watched?.validTo,
    dnsProvider: name === undefined ? undefined : sharedText(`${name}\n${secondName}`.toLowerCase()),
    judgement: judge?.(mapping),
  };
}
