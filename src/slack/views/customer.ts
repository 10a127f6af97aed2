import type { Condition } from '../../core/condition.js';
import type { Finding } from '../../core/diagnosis/findings/finding.js';
import { allSeeAt } from '../../core/diagnosis/prediction.js';
import { dnsProviderOf } from '../../core/dns-providers/observed.js';
import { type DnsRecordLine, dnsRecordsFor } from '../../core/dns-records.js';
import { HOUR_MS } from '../../core/instant.js';
import type { Mapping } from '../../core/mapping.js';
import type { ObservedDnsProvider } from '../../core/observation/observation.js';
import { isPublished } from '../../core/stage.js';
import type { Pair } from '../../use-cases/find.js';
import { section } from '../blocks/blocks.js';
import { codeBlock } from '../blocks/mrkdwn.js';
import type { View } from '../blocks/view.js';
import { displayName } from './display-name.js';
import { plainly } from './findings.js';
import type { RecordStep } from './records.js';
import { NO_TARGET, type Translator } from './translator.js';

export const CUSTOMER_ACTION = 'customer';

/** The provider's name and panel address, as the message shows them. */
export type NamedProvider = Pick<ObservedDnsProvider, 'name' | 'panelUrl' | 'hostField'>;

const MAX_FINDINGS = 3;

/** The message to copy into an e-mail: plain words, exact records, no mark-up. */
export function customerView(pair: Pair, reader: Translator): View {
  const translator = reader.about(pair.stored.mapping.app);
  const title = translator.t('customer.title');
  const text = customerText(pair, translator, providerOf(pair.stored.mapping));
  return { text: title, blocks: [section(title), section(codeBlock(text.split('\n')).text)] };
}

/** The provider whose panel the customer signs in to; undefined unless the name servers identify it. */
export function providerOf({ dns }: Mapping): NamedProvider | undefined {
  const provider = dnsProviderOf(dns);
  return provider?.secondName === undefined ? provider : undefined;
}

/** Chooses the message by the state of both names now and before. */
export function customerText(
  { stored, www }: { readonly stored: { readonly mapping: Mapping }; readonly www?: Mapping | undefined },
  translator: Translator,
  dnsProvider?: NamedProvider,
): string {
  const both = [stored.mapping, ...(www ? [www] : [])];
  const steps = stepsOf(both, translator, dnsProvider);
  const state = stateOf(both, steps.length > 0, translator);
  const names = { ...bothNames(both, state, translator), count: both.length };
  if (steps.length === 0)
    return [
      translator.tPlain('customer.greeting'),
      '',
      translator.tPlain(`customer.${state}`, names),
      ...untilWhen(both, state, translator),
    ].join('\n');
  return [
    translator.tPlain('customer.greeting'),
    '',
    `${translator.tPlain(`customer.${state}`, names)} ${signIn(dnsProvider, translator)}`,
    '',
    ...steps.map((step, at) => `${at + 1}. ${step}`),
    ...otherWay(both, translator, dnsProvider),
    '',
    `${howLong(both, translator)} ${translator.tPlain('customer.reply')}`,
  ].join('\n');
}

type State = 'refused' | 'down' | 'expiring' | 'one-left' | 'to-do' | 'works' | 'waiting';

function stateOf(both: readonly Mapping[], hasSteps: boolean, translator: Translator): State {
  const healths = both.map((mapping) => translator.condition(mapping).health);
  if (both.some(({ alias }) => alias.state === 'refused')) return 'refused';
  if (both.some((mapping) => isDown(mapping, translator.condition(mapping)))) return 'down';
  if (both.some(({ ssl, outcome }) => outcome?.stage === 'done' && ssl.state === 'expiring'))
    return 'expiring';
  if (!hasSteps) return healths.every((health) => health === 'good') ? 'works' : 'waiting';
  return both.some(({ dns }) => isPublished(dns)) ? 'one-left' : 'to-do';
}

/** It was connected and no longer is. */
const isDown = ({ outcome }: Mapping, { health }: Condition): boolean =>
  outcome?.stage === 'done' && health === 'alarm';

/** The names that the state is about, and all names. */
function bothNames(both: readonly Mapping[], state: State, translator: Translator) {
  const down = both.filter((mapping) => isDown(mapping, translator.condition(mapping)));
  const about = state === 'down' && down.length > 0 ? down : both;
  return {
    hostname: translator.list(about.map(({ hostname }) => displayName(hostname))),
    about: about.length,
  };
}

function signIn(dnsProvider: NamedProvider | undefined, translator: Translator): string {
  if (!dnsProvider) return translator.tPlain('customer.sign-in');
  const { name, panelUrl } = dnsProvider;
  return translator.tPlain('customer.sign-in-at', {
    dnsProvider: name,
    hasPanel: String(panelUrl !== undefined),
    panel: panelUrl ?? '',
  });
}

/** What the customer has to do for both names: each step once, in an order that works. */
function stepsOf(both: readonly Mapping[], translator: Translator, dnsProvider?: NamedProvider): string[] {
  const steps = both.flatMap((mapping) => {
    if (mapping.alias.state === 'refused' || mapping.alias.intent === 'remove') return [];
    if (mapping.dns.observation === undefined) return firstSteps(mapping, translator);
    return customersOwn(mapping, translator).flatMap((finding) => stepsFor(finding, translator));
  });
  const first = steps.filter(({ record }) => record === undefined || record.action === 'delete');
  const ordered = [...first, ...steps.filter((step) => !first.includes(step))];
  return [
    ...new Set(
      ordered.map(({ record, text }) => (record ? recordStep(record, translator, dnsProvider) : text)),
    ),
  ];
}

interface CustomerStep {
  readonly text: string;
  readonly record?: RecordStep;
}

const customersOwn = (mapping: Mapping, translator: Translator): Finding[] =>
  translator
    .findings(mapping)
    .filter(({ severity, whoActs }) => severity === 'problem' && whoActs === 'customer')
    .slice(0, MAX_FINDINGS);

/** A finding's records say what to do; without records, its advice does. */
const stepsFor = (finding: Finding, translator: Translator): CustomerStep[] =>
  finding.fixes.length > 0
    ? finding.fixes.map((record) => ({ text: '', record }))
    : [{ text: `${plainly('finding', finding, translator)} ${plainly('fix', finding, translator)}` }];

const firstSteps = ({ hostname, app }: Mapping, translator: Translator): CustomerStep[] =>
  dnsRecordsFor(hostname, translator.appOf(app)?.target ?? NO_TARGET).preferred.map((record) => ({
    text: '',
    record: { ...record, action: 'create' },
  }));

function recordStep(record: RecordStep, translator: Translator, dnsProvider?: NamedProvider): string {
  const { action, type, name, value } = record;
  return translator.tPlain(`customer.${action}`, {
    type,
    name,
    value,
    host: hostIn(record, dnsProvider, translator),
  });
}

/** The name as this provider's panel expects it. */
function hostIn(
  { host, name }: RecordStep,
  dnsProvider: NamedProvider | undefined,
  translator: Translator,
): string {
  const { style, apex } = dnsProvider?.hostField ?? {};
  if (host !== '@') return style === 'full' ? name : host;
  if (apex === 'empty') return translator.tPlain('customer.empty-name');
  return apex === 'domain' || style === 'full' ? name : host;
}

/** Address records, for panels that accept no CNAME for the name. */
function otherWay(both: readonly Mapping[], translator: Translator, dnsProvider?: NamedProvider): string[] {
  const alternatives = both.flatMap((mapping): readonly DnsRecordLine[] => {
    if (isPublished(mapping.dns)) return [];
    const target = translator.appOf(mapping.app)?.target ?? NO_TARGET;
    return dnsRecordsFor(mapping.hostname, target, mapping.dns.observation?.zone).alternative ?? [];
  });
  if (alternatives.length === 0) return [];
  const lines = alternatives.map(
    (record) => `   ${recordStep({ ...record, action: 'create' }, translator, dnsProvider)}`,
  );
  return ['', translator.tPlain('customer.alternative'), ...lines];
}

/** Old answers stay cached for their TTL: in whole hours, rounded up. */
function howLong(both: readonly Mapping[], translator: Translator): string {
  const ttls = both.flatMap(({ dns }) =>
    (dns.observation?.authoritative ?? []).flatMap(({ a, aaaa }) =>
      [...a.records, ...aaaa.records].map(({ ttlS }) => ttlS * 1_000),
    ),
  );
  const hours = Math.max(1, Math.ceil(Math.max(0, ...ttls) / HOUR_MS));
  return translator.tPlain('customer.time', { hours });
}

/** When the last cache drops the old answer, if known. */
function untilWhen(both: readonly Mapping[], state: State, translator: Translator): string[] {
  if (state !== 'waiting') return [];
  const moments = both.flatMap(({ dns, app }) => {
    if (dns.state !== 'published' || !dns.observation) return [];
    return allSeeAt(dns.observation, translator.appOf(app)?.target ?? NO_TARGET, dns) ?? [];
  });
  if (moments.length === 0) return [];
  const hours = Math.max(1, Math.ceil((Math.max(...moments) - translator.now()) / HOUR_MS));
  return ['', translator.tPlain('customer.waiting-hours', { hours })];
}
