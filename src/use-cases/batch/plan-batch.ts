import { parseHostname, wwwOf } from '../../core/hostname.js';
import { DAY_MS } from '../../core/instant.js';
import type { MessageLink } from '../../core/mapping.js';
import { isLeftAlone } from '../../core/own-names.js';
import { canHold } from '../../multisite/multisite.js';
import type { StoredMapping } from '../../store/store.js';
import type { Actor } from '../actor.js';
import { type AuthorizeDeps, authorize, isWithinChannel, type Reach } from '../authorize.js';
import { assertSite } from '../domains/map.js';
import { UserError } from '../errors.js';
import { type App, internalDomainsOf, ownNamesOf, type Ports } from '../ports.js';
import { chooseApp } from '../shared/apps.js';
import { cardChannel } from '../shared/card-channel.js';
import { type Batch, type BatchKind, type BatchLine, MAX_LINES } from './batch.js';

export type BatchDeps = AuthorizeDeps & Pick<Ports, 'apps' | 'batches' | 'newId' | 'now' | 'places'>;

export interface BatchRequest {
  readonly kind: BatchKind;
  /** As pasted, each once. */
  readonly hostnames: readonly string[];
  readonly app?: string | undefined;
  readonly siteId?: number | undefined;
  readonly note?: string | undefined;
  readonly source?: MessageLink | undefined;
}

const MAX_PLANNED_AGE_MS = DAY_MS;
const MAX_PLANS_EACH = 3;
const MAX_BATCHES = 20;
const MAX_TYPED_LINE = 300;

/** Throws `UserError` unless the actor may do it, before anybody types a list. */
export const assertMayBatch = (deps: AuthorizeDeps, kind: BatchKind, actor: Actor): Promise<unknown> =>
  authorize(deps, actor, kind);

/**
 * A dry run: what each line would become. Nothing changes but that the plan is stored, for a day, under its ID. Throws
 * `UserError`.
 */
export async function planBatch(deps: BatchDeps, request: BatchRequest, actor: Actor): Promise<Batch> {
  const { kind, hostnames, siteId, note, source } = request;
  const reach = await authorize(deps, actor, kind);
  if (hostnames.length === 0) throw new UserError({ code: 'batch-empty' });
  if (hostnames.length > MAX_LINES)
    throw new UserError({ code: 'batch-too-long', most: MAX_LINES, lines: hostnames.length });
  const app = kind === 'map' ? chooseApp(deps.apps, request.app, actor.channel) : undefined;
  if (app && siteId !== undefined) await assertSite(app, undefined, siteId);
  const planned: Batch = {
    id: deps.newId(),
    kind,
    state: 'planned',
    by: actor.user,
    team: actor.team,
    askedIn: actor.channel,
    at: deps.now(),
    channel: await progressChannel(deps, kind, app, actor),
    ...(app ? { app: app.name } : {}),
    ...(siteId === undefined ? {} : { siteId }),
    ...(note === undefined ? {} : { note }),
    ...(source ? { source: { ...source } } : {}),
    lines: await forecastLines(deps, request, app, reach),
  };
  await deps.batches.change((batches) => [...withRoom(batches, planned), planned]);
  return planned;
}

/** Checks are for whoever asks; what changes something is shown where its cards are. */
async function progressChannel(
  deps: BatchDeps,
  kind: BatchKind,
  app: App | undefined,
  actor: Actor,
): Promise<string> {
  if (kind === 'check') return '';
  return cardChannel(deps, app ?? onlyApp(deps), actor);
}

function onlyApp({ apps }: Pick<Ports, 'apps'>): App | undefined {
  const [only, ...others] = apps.values();
  return others.length === 0 ? only : undefined;
}

/** Forgets plans that nobody started, old ones first. Throws `UserError` while too many batches are under way. */
function withRoom(batches: readonly Batch[], { by, at }: Batch): readonly Batch[] {
  const isPlan = ({ state }: Batch) => state === 'planned';
  const fresh = batches.filter((each) => !isPlan(each) || at - each.at < MAX_PLANNED_AGE_MS);
  const mine = fresh.filter((each) => isPlan(each) && each.by === by);
  const dropped = new Set(mine.slice(0, Math.max(0, mine.length - MAX_PLANS_EACH + 1)));
  const kept = fresh.filter((each) => !dropped.has(each));
  if (kept.length >= MAX_BATCHES) throw new UserError({ code: 'batch-busy', most: MAX_BATCHES });
  return kept;
}

async function forecastLines(
  deps: BatchDeps,
  { kind, hostnames, siteId }: BatchRequest,
  app: App | undefined,
  reach: Reach,
): Promise<BatchLine[]> {
  const internal = kind === 'map' ? internalDomainsOf(deps.apps) : [];
  const seen = new Set<string>();
  const lines: BatchLine[] = [];
  for (const each of hostnames) {
    const typed = each.slice(0, MAX_TYPED_LINE);
    const parsed = parseHostname(typed, internal);
    if (!parsed.ok) {
      lines.push({ typed, forecast: 'refused', problem: { code: 'hostname', problem: parsed.problem } });
      continue;
    }
    const { hostname } = parsed;
    if (seen.has(hostname)) lines.push({ typed, hostname, forecast: 'repeated' });
    else if (siteId !== undefined && !canHold(hostname))
      lines.push({ typed, hostname, forecast: 'refused', problem: { code: 'not-holdable', hostname } });
    else lines.push({ typed, hostname, ...(await forecastOf(deps, kind, hostname, app, reach)) });
    seen.add(hostname);
  }
  return withoutFollowing(app, lines);
}

async function forecastOf(
  { store }: BatchDeps,
  kind: BatchKind,
  hostname: string,
  app: App | undefined,
  reach: Reach,
): Promise<Pick<BatchLine, 'forecast' | 'problem' | 'app' | 'mapping'>> {
  const found = await store.findLive(hostname);
  const existing = found && isWithinChannel(reach, found.mapping) ? found : undefined;
  if (app) return mapForecast(hostname, app, existing);
  if (!existing) return { forecast: 'refused', problem: { code: 'not-mapped', hostname } };
  const { id, alias, app: itsApp } = existing.mapping;
  if (kind === 'unmap' && alias.intent === 'remove') return { forecast: 'nothing', app: itsApp, mapping: id };
  return { forecast: 'ready', app: itsApp, mapping: id };
}

function mapForecast(
  hostname: string,
  chosen: App,
  existing: StoredMapping | undefined,
): Pick<BatchLine, 'forecast' | 'problem' | 'app' | 'mapping'> {
  const { name } = chosen;
  if (isLeftAlone(hostname, ownNamesOf(chosen)))
    return { forecast: 'refused', problem: { code: 'own-domain', hostname, app: name } };
  if (!existing) return { forecast: 'ready' };
  const { id, app, alias } = existing.mapping;
  if (app !== name) return { forecast: 'other-app', app, mapping: id };
  if (alias.intent === 'remove')
    return { forecast: 'refused', problem: { code: 'being-removed', hostname }, app, mapping: id };
  return { forecast: 'nothing', app, mapping: id };
}

/** The `www.` name that comes with its primary needs no line of its own. */
function withoutFollowing(app: App | undefined, lines: readonly BatchLine[]): BatchLine[] {
  if (!app) return [...lines];
  const ready = lines.filter(({ forecast }) => forecast === 'ready');
  const following = new Set(ready.map(({ hostname = '' }) => wwwOf(hostname, app.www)));
  return lines.map((line) =>
    line.forecast === 'ready' && following.has(line.hostname) ? { ...line, forecast: 'repeated' } : line,
  );
}
