import type { CustomerMessage } from '../../core/customer/message.js';
import { applyUrl } from '../../core/domain-connect/apply-url.js';
import { applicableTemplate, isApplicable } from '../../core/domain-connect/one-click.js';
import type { Mapping } from '../../core/mapping.js';
import { withTimeout } from '../../util/clock.js';
import type { AppPlace, OneClick, Ports } from '../ports.js';
import { type TransitionDeps, transition } from '../shared/transition.js';
import { forgetLink, isState, linkOfState, rememberLink } from './return-states.js';

export type OneClickDeps = TransitionDeps & Pick<Ports, 'oneClick' | 'log'>;

/** A dialog has 3 s to open; without an answer in time the message has no link. */
const OFFER_WITHIN_MS = 1_200;

/** The link with which the customer lets their DNS provider make the message's changes; undefined if there is none. */
export async function oneClickLink(
  deps: OneClickDeps,
  [primary, www]: readonly Mapping[],
  message: CustomerMessage,
): Promise<string | undefined> {
  const { oneClick } = deps;
  if (!oneClick || !primary || !isApplicable(message)) return undefined;
  try {
    return await withTimeout(linkFor(deps, oneClick, primary, www), OFFER_WITHIN_MS);
  } catch (err) {
    // The message works without it.
    deps.log.warn({ err, mapping: primary.id }, 'no Domain Connect link could be made');
    return undefined;
  }
}

async function linkFor(
  deps: OneClickDeps,
  oneClick: OneClick,
  { id, app: appName, hostname, dns }: Mapping,
  www: Mapping | undefined,
): Promise<string | undefined> {
  const app = deps.apps.get(appName);
  const { zone, dnsProvider } = dns.observation ?? {};
  // Only a provider that fits the zone's name servers has this source.
  if (!app || zone === undefined || dnsProvider?.source !== 'domain-connect') return undefined;
  const serviceId = app.service ?? app.name;
  const isPair = www?.hostname === `www.${hostname}`;
  const part = applicableTemplate({ hostname, hasWww: isPair, zone, target: app.target, serviceId });
  if (!part || (www && !isPair)) return undefined;
  const urlSyncUX = await oneClick.consentPage(zone, part.serviceId);
  if (urlSyncUX === undefined) return undefined;
  const { providerId, signing, returnUrl } = oneClick;
  return applyUrl({
    urlSyncUX,
    providerId,
    zone,
    ...part,
    ...(signing ? { signing } : {}),
    ...(returnUrl === undefined
      ? {}
      : { redirectUri: returnUrl, state: await newState(deps, id, dnsProvider.name) }),
  });
}

async function newState(deps: OneClickDeps, mapping: string, dnsProvider: string): Promise<string> {
  const state = deps.newId();
  await rememberLink(deps.store.documents, state, { mapping, dnsProvider, at: deps.now() });
  return state;
}

/** How a customer came back from their DNS provider; `unknown` for a link that is used, too old or not ours. */
export type ReturnOutcome = 'approved' | 'cancelled' | 'failed' | 'unknown';

export interface Returned {
  readonly outcome: ReturnOutcome;
  /** Empty if unknown. */
  readonly dnsProvider: string;
  /** The mapping's app and channel; empty if unknown. */
  readonly place: Partial<AppPlace>;
  /** The language of the message to the customer. */
  readonly language?: string | undefined;
}

/** Records a customer's return once, and checks an approval at once. `error`: the protocol's code, untrusted. */
export async function customerReturned(
  deps: OneClickDeps,
  { state, error }: { readonly state: string; readonly error: string | undefined },
): Promise<Returned> {
  const { store, now, wakeUp } = deps;
  const link = isState(state) ? await linkOfState(store.documents, state, now()) : undefined;
  const mapping = link && (await store.load(link.mapping))?.mapping;
  if (!link || !mapping) return { outcome: 'unknown', dnsProvider: '', place: {} };
  const { dnsProvider, hash } = link;
  const outcome = outcomeOf(error);
  const code = /^[a-z_]{1,40}$/.exec(error ?? '')?.[0] ?? 'unknown';
  const input = { type: 'domain_connect.returned', outcome, dnsProvider, code } as const;
  // Stored before the link is forgotten: after a crash in between, the same return counts once.
  await transition(deps, mapping.id, input, `domain-connect-${hash}`);
  await forgetLink(store.documents, link);
  if (outcome === 'approved')
    for (const id of [mapping.id, mapping.www?.id]) if (id !== undefined) wakeUp.check(id);
  const { app, channel, customerMessage } = mapping;
  return { outcome, dnsProvider, place: { app, channel }, language: customerMessage?.language };
}

/** The customer may also refuse by the provider's back button, which has the same code (draft, "Error codes"). */
const outcomeOf = (error: string | undefined): 'approved' | 'cancelled' | 'failed' => {
  if (error === undefined || error === '') return 'approved';
  return error === 'access_denied' ? 'cancelled' : 'failed';
};
