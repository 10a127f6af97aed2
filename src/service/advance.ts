import { type Closte, ClosteError } from '../closte/closte.js';
import { TurnLater } from '../closte/paced.js';
import type { Input } from '../mapping/lifecycle.js';
import type { HostInput } from '../mapping/lifecycle-host.js';
import type { Mapping } from '../mapping/mapping.js';
import { isFinal, recordWork } from '../mapping/stage.js';
import { apply } from './apply.js';
import type { App, Deps } from './deps.js';
import { ensureCompanion } from './family.js';
import type { Observe } from './observe.js';
import { workOnRecord } from './work-on-record.js';

/** Takes a mapping one step on: a call to Closte that is due, or a round of checks. */
export async function advance(deps: Deps, observe: Observe, id: string): Promise<void> {
  const record = await apply(deps, id, { type: 'clock.ticked' });
  await ensureCompanion(deps, record);
  if (isFinal(record.mapping) && recordWork(record.mapping) === undefined) return;
  const app = deps.apps.get(record.mapping.app);
  const input = app
    ? await nextInput(record.mapping, app, observe, deps.now()).catch((error: unknown) =>
        postponed(error, deps),
      )
    : unreached('unknown-app', `app ${record.mapping.app} is not configured`, false);
  await apply(deps, id, input);
}

/** Whose turn has not come holds no slot until then: the moment is stored. */
function postponed(error: unknown, { now }: Pick<Deps, 'now'>): Input {
  if (error instanceof TurnLater) return { type: 'step.postponed', until: now() + error.waitMs };
  throw error;
}

function nextInput(mapping: Mapping, app: App, observe: Observe, now: number): Promise<Input> {
  const work = recordWork(mapping);
  const rest = app.multisite?.rest;
  if (work !== undefined && mapping.site && (mapping.site.notBefore <= now || work === 'delete'))
    return workOnRecord(mapping, mapping.site, work, rest);
  if (mapping.host.intent === 'remove') return removeAlias(mapping, app);
  if (mapping.host.state === 'accepted') return observe(mapping, app);
  return addAlias(mapping, app);
}

async function addAlias({ hostname, host }: Mapping, { closte }: App): Promise<HostInput> {
  try {
    if (host.state === 'unknown' && (await isListed(closte, hostname)) === true)
      return { type: 'host.added', already: false };
    return { type: 'host.added', already: (await closte.addAlias(hostname)) === 'already' };
  } catch (error) {
    return hostFailure(error, 'host.refused');
  }
}

async function removeAlias({ hostname, host }: Mapping, { closte }: App): Promise<HostInput> {
  try {
    if (host.state === 'unknown' && (await isListed(closte, hostname)) === false)
      return { type: 'host.removed', already: false };
    return { type: 'host.removed', already: (await closte.removeAlias(hostname)) === 'already' };
  } catch (error) {
    return hostFailure(error, 'host.remove_refused');
  }
}

/** Undefined when the list can't be read: unknown, never absent. */
async function isListed(closte: Closte, hostname: string): Promise<boolean | undefined> {
  const aliases = await closte.listAliases();
  return aliases === 'unreadable' ? undefined : aliases.includes(hostname);
}

function hostFailure(error: unknown, refusal: 'host.refused' | 'host.remove_refused'): HostInput {
  if (!(error instanceof ClosteError)) throw error;
  const message = error.facts.said ?? error.message;
  // “Too many requests” is no verdict on the domain.
  if (error.code === 'refused' && !error.facts.retryable) return { type: refusal, code: error.code, message };
  return unreached(error.code, message, error.facts.outcomeUnknown);
}

const unreached = (code: string, message: string, outcomeUnknown: boolean): HostInput => ({
  type: 'host.unreached',
  code,
  message,
  outcomeUnknown,
});
