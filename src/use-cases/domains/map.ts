import { parseHostname } from '../../core/hostname.js';
import type { MessageLink } from '../../core/mapping.js';
import { isLeftAlone, siteAddress } from '../../core/own-names.js';
import { canHold, type Multisite, MultisiteError, type NetworkSite } from '../../multisite/multisite.js';
import { resolveCard } from '../../store/cards.js';
import { HostnameTaken, type StoredMapping } from '../../store/store.js';
import { withTimeout } from '../../util/clock.js';
import type { Actor } from '../actor.js';
import { authorize } from '../authorize.js';
import { UserError } from '../errors.js';
import { type App, internalDomainsOf, ownNamesOf } from '../ports.js';
import { cardChannel, chooseApp, prefer } from '../shared/destination.js';
import { startMapping } from '../shared/start-mapping.js';
import { transitionPair } from '../shared/transition.js';
import { isOutOfReach, type MoveDeps, moveTarget, moveTo } from './move.js';

/** A person waits; a network that is slower is asked by the worker. */
const SITE_WAIT_MS = 5_000;

export interface MapRequest {
  /** As typed. */
  readonly hostname: string;
  /** An app's name. Default: the channel's app, or the only one. */
  readonly app?: string | undefined;
  /** The domain's site in the app's Ultimate Multisite network. */
  readonly siteId?: number | undefined;
  /** For the team. */
  readonly note?: string | undefined;
  /** The message that asks for it. */
  readonly source?: MessageLink | undefined;
}

export interface Mapped {
  readonly stored: StoredMapping;
  /** Its card was out of reach, and moves to where the actor asks. */
  readonly isMoved?: boolean | undefined;
  /** False if the hostname was already mapped: nothing changed, apart from its site. */
  readonly isNew: boolean;
  /** The site that a mapped hostname gets a domain record for. */
  readonly newSite?: number | undefined;
}

export type MapDeps = MoveDeps;

/** Stores the request to map a hostname; the worker carries it out. Throws `UserError`. */
export async function mapHostname(
  deps: MapDeps,
  { hostname, app, siteId, note, source }: MapRequest,
  actor: Actor,
): Promise<Mapped> {
  const parsed = parseHostname(hostname, internalDomainsOf(deps.apps));
  if (!parsed.ok) throw new UserError({ code: 'hostname', problem: parsed.problem });
  const reach = await authorize(deps, actor, 'view', { hostname: parsed.hostname }, 'map');
  // An actor limited to one channel must not learn of other apps or channels.
  if (reach.channel !== undefined) await authorize(deps, actor, 'map', { hostname: parsed.hostname });
  // A typo in the app's name must not match another app that has the hostname.
  const wanted = app === undefined ? undefined : chooseApp(deps.apps, app, actor.channel).name;
  const existing = await deps.store.findLive(parsed.hostname);
  if (existing) {
    const mapped = alreadyMapped(await resolveCard(deps.store, existing), wanted, actor);
    const known = await withReachableCard(deps, mapped, actor);
    return siteId === undefined ? known : addDomainRecord(deps, known.stored, siteId, actor);
  }
  const chosen = chooseApp(deps.apps, wanted, actor.channel);
  if (siteId !== undefined) await assertSite(chosen, parsed.hostname, siteId);
  if (isLeftAlone(parsed.hostname, ownNamesOf(chosen)))
    throw new UserError({ code: 'own-domain', hostname: parsed.hostname, app: chosen.name });
  await authorize(deps, actor, 'map', { hostname: parsed.hostname });
  const { user: by, requestId } = actor;
  const channel = await cardChannel(deps, chosen, actor);
  const siteLink = siteId === undefined ? undefined : { siteId };
  const start = { hostname: parsed.hostname, channel, by, siteLink, note, source, withWww: true, requestId };
  try {
    const stored = await startMapping(deps, chosen, start);
    prefer(deps, stored.mapping);
    deps.wakeUp.deliver(stored.mapping.id);
    deps.wakeUp.check(stored.mapping.id);
    return { stored, isNew: true };
  } catch (error) {
    if (error instanceof HostnameTaken)
      return alreadyMapped(await resolveCard(deps.store, error.existing), wanted, actor);
    throw error;
  }
}

/** Moves a card whose channel is archived, gone, or without the bot to where the actor asks. */
async function withReachableCard(deps: MapDeps, mapped: Mapped, actor: Actor): Promise<Mapped> {
  const { mapping, card } = mapped.stored;
  if (mapped.isNew || !(await isOutOfReach(deps, card.channel))) return mapped;
  await authorize(deps, actor, 'move', { mapping: mapping.id });
  const to = await moveTarget(deps, mapping.app, undefined, actor);
  if (to === card.channel) return mapped;
  return { ...mapped, ...(await moveTo(deps, mapping, to, actor)) };
}

/** Gives a mapping without a domain record one in the network. */
async function addDomainRecord(
  deps: MapDeps,
  { mapping }: StoredMapping,
  siteId: number,
  actor: Actor,
): Promise<Mapped> {
  await authorize(deps, actor, 'map', { mapping: mapping.id });
  const app = deps.apps.get(mapping.app);
  if (app) await assertSite(app, mapping.hostname, siteId);
  const input = { type: 'domain_record.requested', siteId, by: actor.user } as const;
  const stored = await transitionPair(deps, mapping.id, input, actor.requestId);
  deps.wakeUp.check(mapping.id);
  return { stored, isNew: false, newSite: siteId };
}

/** Checks what Ultimate Multisite would refuse before anything changes; if it is unreachable, the worker asks later. */
export async function assertSite(
  { name, multisite }: App,
  hostname: string | undefined,
  siteId: number,
): Promise<void> {
  const rest = multisite?.rest;
  if (!rest) throw new UserError({ code: 'no-network', app: name });
  if (hostname !== undefined && !canHold(hostname)) throw new UserError({ code: 'not-holdable', hostname });
  const site = await withTimeout(askForSite(rest, siteId), SITE_WAIT_MS);
  if (site === 'none') throw new UserError({ code: 'no-site', app: name, site: siteId });
  if (site !== 'unknown' && site?.isClosed)
    throw new UserError({ code: 'site-closed', site: siteId, title: site.title || siteAddress(site) });
}

async function askForSite(rest: Multisite, siteId: number): Promise<NetworkSite | 'none' | 'unknown'> {
  try {
    return (await rest.getSite(siteId)) ?? 'none';
  } catch (error) {
    if (error instanceof MultisiteError) return 'unknown';
    throw error;
  }
}

/** A redelivered request gets the same answer. */
function alreadyMapped(stored: StoredMapping, wanted: string | undefined, { requestId }: Actor): Mapped {
  if (stored.requests.includes(requestId)) return { stored, isNew: true };
  const { app, hostname } = stored.mapping;
  if (wanted !== undefined && wanted !== app) throw new UserError({ code: 'on-other-app', hostname, app });
  if (stored.mapping.alias.intent === 'remove') throw new UserError({ code: 'being-removed', hostname });
  return { stored, isNew: false };
}
