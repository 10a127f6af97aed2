import type { Input } from '../../core/lifecycle/decide.js';
import type { AliasInput } from '../../core/lifecycle/inputs/alias.js';
import type { Mapping } from '../../core/mapping.js';
import { domainRecordWork, isFinal } from '../../core/stage.js';
import { ProviderError } from '../../hosting/provider.js';
import { TurnLater } from '../../hosting/rate-limited.js';
import { NotAsked } from '../../probe/probe.js';
import type { StoredMapping } from '../../store/store.js';
import { askedNow, withWww } from '../customer/message-now.js';
import { type App, appAt } from '../ports.js';
import type { NetworkPauses } from '../shared/network-pauses.js';
import type { MappingProbe } from '../shared/probe-mapping.js';
import { ensureWww } from '../shared/start-mapping.js';
import { type TransitionDeps, transition, transitionPair } from '../shared/transition.js';
import type { AliasLists } from './alias-lists.js';
import { syncDomainRecord } from './sync-domain-record.js';

export interface AdvanceDeps extends TransitionDeps {
  /** Backoff of the apps' networks; shared by all work in the background. */
  readonly networkPauses: NetworkPauses;
  readonly aliasLists: AliasLists;
}

/** By then, the waiting queries have been answered or given up. */
const NOT_ASKED_PAUSE_MS = 15_000;

/** Advances a mapping one step: a call due to the hosting provider or network, or a check. */
export async function advance(deps: AdvanceDeps, probeMapping: MappingProbe, id: string): Promise<void> {
  const stored = await transitionPair(deps, id, { type: 'clock.ticked' });
  await ensureWww(deps, stored);
  if (isFinal(stored.mapping) && domainRecordWork(stored.mapping) === undefined) return;
  const app = appAt(deps.apps, stored.mapping);
  const input = app
    ? await nextInput(deps, stored.mapping, app, probeMapping).catch((error: unknown) =>
        postponed(error, deps),
      )
    : unreached('configuration', 'unknown-app', `app ${stored.mapping.app} is not configured`, false);
  const advanced = await transitionPair(deps, id, input);
  await remindSender(deps, advanced);
  const { mapping } = advanced;
  if (input.type === 'observed' && mapping.lastHash !== stored.mapping.lastHash) checkOther(deps, mapping);
}

/** What changed at one name of a pair has most likely changed at the other, too: one reply tells both. */
function checkOther({ wakeUp }: AdvanceDeps, { primary, www }: Mapping): void {
  const other = primary ?? www?.id;
  if (other !== undefined) wakeUp.check(other);
}

/** What must wait for its turn holds no slot meanwhile: the time is stored. */
function postponed(error: unknown, { now }: Pick<TransitionDeps, 'now'>): Input {
  if (error instanceof TurnLater) return { type: 'step.postponed', until: now() + error.waitMs };
  if (error instanceof NotAsked) return { type: 'step.postponed', until: now() + NOT_ASKED_PAUSE_MS };
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
  // While the network is unreachable, a mapping that waits for its domain record is checked instead, in the lane of
  // checks: in the network's few slots a thousand of them would wait for each other. A deletion waits.
  if (work !== undefined && isDue) {
    const pause = isFinal(mapping) ? undefined : deps.networkPauses.pauseOf(app.name);
    if (!pause)
      return syncDomainRecord(mapping, siteLink, work, deps.networkPauses.guarded(app).multisite?.rest);
    const { code, message } = pause.error;
    return { type: 'domain_record.postponed', until: deps.now() + pause.leftMs, code, message };
  }
  if (mapping.alias.intent === 'remove') return removeAlias(deps, mapping, app);
  if (mapping.alias.state === 'accepted') return probeMapping(mapping, app);
  return addAlias(deps, mapping, app);
}

async function addAlias(
  { aliasLists }: Pick<AdvanceDeps, 'aliasLists'>,
  { hostname, alias }: Mapping,
  { name, hosting, provider }: App,
): Promise<AliasInput> {
  try {
    if (alias.state === 'unknown' && (await aliasLists.has(name, provider, hostname)) === true)
      return { type: 'alias.added', already: false };
    const answer = await aliasLists.change(name, () => provider.addAlias(hostname));
    return { type: 'alias.added', already: answer === 'already' };
  } catch (error) {
    return aliasFailure(error, hosting.id, 'alias.refused');
  }
}

async function removeAlias(
  { aliasLists }: Pick<AdvanceDeps, 'aliasLists'>,
  { hostname, alias }: Mapping,
  { name, hosting, provider }: App,
): Promise<AliasInput> {
  try {
    if (alias.state === 'unknown' && (await aliasLists.has(name, provider, hostname)) === false)
      return { type: 'alias.removed', already: false };
    const answer = await aliasLists.change(name, () => provider.removeAlias(hostname));
    return { type: 'alias.removed', already: answer === 'already' };
  } catch (error) {
    return aliasFailure(error, hosting.id, 'alias.remove_refused');
  }
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

/** After the check: reminds the sender of a message that changed nothing. Does nothing before its time. */
export async function remindSender(deps: TransitionDeps, { mapping }: StoredMapping): Promise<void> {
  const { customerMessage } = mapping;
  if (customerMessage?.remindAt === undefined || deps.now() < customerMessage.remindAt) return;
  const asked = askedNow(deps, await withWww(deps.store, mapping));
  await transition(deps, mapping.id, { type: 'customer_message.compared', asked });
}
