import { findingsOf } from '../../core/diagnosis/findings/findings.js';
import type { AliasInput } from '../../core/lifecycle/alias.js';
import type { Input } from '../../core/lifecycle/decide.js';
import type { Mapping, SiteLink } from '../../core/mapping.js';
import { domainRecordWork, isFinal } from '../../core/stage.js';
import { type HostingProvider, ProviderError } from '../../hosting/provider.js';
import { TurnLater } from '../../hosting/rate-limited.js';
import type { App } from '../ports.js';
import type { TransitionDeps } from '../shared/transition.js';
import { transitionPair } from '../shared/transition-pair.js';
import { ensureWww } from '../shared/www.js';
import type { NetworkPauses } from './network-pauses.js';
import type { MappingProbe } from './probe-mapping.js';
import { syncDomainRecord } from './sync-domain-record.js';

export interface AdvanceDeps extends TransitionDeps {
  /** Called with the code of each finding of a check. */
  readonly found?: (code: string) => void;
  /** Backoff of the apps' networks; shared by all mappings. */
  readonly networkPauses?: NetworkPauses;
}

/** Advances a mapping one step: a call due to the hosting provider or network, or a check. */
export async function advance(deps: AdvanceDeps, probeMapping: MappingProbe, id: string): Promise<void> {
  const stored = await transitionPair(deps, id, { type: 'clock.ticked' });
  await ensureWww(deps, stored);
  if (isFinal(stored.mapping) && domainRecordWork(stored.mapping) === undefined) return;
  const app = deps.apps.get(stored.mapping.app);
  const input = app
    ? await nextInput(deps, stored.mapping, app, probeMapping).catch((error: unknown) =>
        postponed(error, deps),
      )
    : unreached('configuration', 'unknown-app', `app ${stored.mapping.app} is not configured`, false);
  const { mapping } = await transitionPair(deps, id, input);
  if (input.type === 'observed' && mapping.lastHash !== stored.mapping.lastHash) checkOther(deps, mapping);
  if (app && deps.found && input.type === 'observed')
    for (const { code } of findingsOf(mapping, app.target, { now: deps.now(), policy: deps.policy }))
      deps.found(code);
}

/** What changed at one name of a pair has most likely changed at the other, too: one reply tells both. */
function checkOther({ wakeUp }: AdvanceDeps, { primary, www }: Mapping): void {
  const other = primary ?? www?.id;
  if (other !== undefined) wakeUp.check(other);
}

/** A rate-limited change holds no slot while it waits: its time is stored. */
function postponed(error: unknown, { now }: Pick<TransitionDeps, 'now'>): Input {
  if (error instanceof TurnLater) return { type: 'step.postponed', until: now() + error.waitMs };
  throw error;
}

async function nextInput(
  deps: AdvanceDeps,
  mapping: Mapping,
  app: App,
  probeMapping: MappingProbe,
): Promise<Input> {
  const work = domainRecordWork(mapping);
  const { siteLink } = mapping;
  const isDue = siteLink !== undefined && (siteLink.notBefore <= deps.now() || work === 'delete');
  // While the network is unreachable, a mapping that waits for its domain record is checked instead; a deletion waits.
  if (work !== undefined && isDue) {
    const { networkPauses } = deps;
    const mayAsk = isFinal(mapping) || networkPauses?.mayAsk(app.name) !== false;
    if (mayAsk) return syncWithNetwork(deps, mapping, siteLink, work, app);
    if (work === 'delete')
      return { type: 'step.postponed', until: deps.now() + (networkPauses?.leftMs(app.name) ?? 0) };
  }
  if (mapping.alias.intent === 'remove') return removeAlias(mapping, app);
  if (mapping.alias.state === 'accepted') return probeMapping(mapping, app);
  return addAlias(mapping, app);
}

const SILENT_CODES: ReadonlySet<string> = new Set(['timed-out', 'unreachable']);

async function syncWithNetwork(
  { networkPauses }: AdvanceDeps,
  mapping: Mapping,
  siteLink: SiteLink,
  work: 'create' | 'delete',
  { name, multisite }: App,
): Promise<Input> {
  const input = await syncDomainRecord(mapping, siteLink, work, multisite?.rest);
  // A network that refuses a key has answered: only silence pauses calls.
  const isSilent = input.type === 'domain_record.unreached' && SILENT_CODES.has(input.code);
  if (isSilent) networkPauses?.failed(name);
  else networkPauses?.answered(name);
  return input;
}

async function addAlias({ hostname, alias }: Mapping, { hosting, provider }: App): Promise<AliasInput> {
  try {
    if (alias.state === 'unknown' && (await isListed(provider, hostname)) === true)
      return { type: 'alias.added', already: false };
    return { type: 'alias.added', already: (await provider.addAlias(hostname)) === 'already' };
  } catch (error) {
    return aliasFailure(error, hosting.id, 'alias.refused');
  }
}

async function removeAlias({ hostname, alias }: Mapping, { hosting, provider }: App): Promise<AliasInput> {
  try {
    if (alias.state === 'unknown' && (await isListed(provider, hostname)) === false)
      return { type: 'alias.removed', already: false };
    return { type: 'alias.removed', already: (await provider.removeAlias(hostname)) === 'already' };
  } catch (error) {
    return aliasFailure(error, hosting.id, 'alias.remove_refused');
  }
}

/** Undefined if the list can't be read: unknown, never absent. */
async function isListed(provider: HostingProvider, hostname: string): Promise<boolean | undefined> {
  const aliases = await provider.listAliases();
  return aliases === 'unreadable' ? undefined : aliases.includes(hostname);
}

function aliasFailure(
  error: unknown,
  source: string,
  refusal: 'alias.refused' | 'alias.remove_refused',
): AliasInput {
  if (!(error instanceof ProviderError)) throw error;
  const message = error.facts.said ?? error.message;
  // "Too many requests" says nothing about the domain.
  if (error.code === 'refused' && !error.facts.retryable) return { type: refusal, code: error.code, message };
  return unreached(source, error.code, message, error.facts.outcomeUnknown);
}

const unreached = (source: string, code: string, message: string, outcomeUnknown: boolean): AliasInput => ({
  type: 'alias.unreached',
  source,
  code,
  message,
  outcomeUnknown,
});
