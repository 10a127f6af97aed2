import { parseHostname, wwwOf } from '../../core/hostname.js';
import type { ListedRow } from '../../core/hostname-lists.js';
import { DAY_MS } from '../../core/instant.js';
import { MAX_NOTE, type MessageLink } from '../../core/mapping.js';
import { isLeftAlone } from '../../core/own-names.js';
import { canHold } from '../../multisite/multisite.js';
import type { IndexedMapping } from '../../store/store.js';
import { inTurns } from '../../util/concurrency/event-loop.js';
import type { Actor } from '../actor.js';
import { type AuthorizeDeps, authorize, isWithinChannel, type Reach } from '../authorize.js';
import { noneUnlessSeen } from '../domains/find.js';
import { assertSite } from '../domains/map.js';
import { meantSite, type SiteDeps } from '../domains/sites.js';
import { UserError, userErrorOf } from '../errors.js';
import { type App, appAt, internalDomainsOf, ownNamesOf, type Ports } from '../ports.js';
import { cardChannel, chooseApp } from '../shared/destination.js';
import { type Batch, type BatchKind, type BatchLine, MAX_LINES } from './batch.js';

export type BatchDeps = SiteDeps & Pick<Ports, 'batches' | 'newId' | 'now' | 'places'>;

export interface BatchRequest {
  readonly kind: BatchKind;
  /** As pasted, each once. */
  readonly hostnames: readonly string[];
  /** Of a file: each may have an app, a site and a note of its own. */
  readonly rows?: readonly ListedRow[] | undefined;
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

/** A dry run: what each line would become. Only stores the plan, for a day, under its ID. Throws `UserError`. */
export async function planBatch(deps: BatchDeps, request: BatchRequest, actor: Actor): Promise<Batch> {
  const { kind, siteId, note, source } = request;
  const rows = rowsOf(request);
  const reach = await authorize(deps, actor, kind);
  if (rows.length === 0) throw new UserError({ code: 'batch-empty' });
  if (rows.length > MAX_LINES)
    throw new UserError({ code: 'batch-too-long', most: MAX_LINES, lines: rows.length });
  const isAppNeeded = kind === 'map' && rows.some((row) => row.app === undefined);
  const app = isAppNeeded ? chooseApp(deps.apps, request.app, actor.channel) : undefined;
  if (app && siteId !== undefined) await assertSite(app, undefined, siteId);
  const channel = await progressChannel(deps, kind, app, actor);
  const planned: Batch = {
    id: deps.newId(),
    kind,
    state: 'planned',
    by: actor.user,
    team: actor.team,
    askedIn: actor.channel,
    at: deps.now(),
    channel,
    ...(app ? { app: app.name } : {}),
    ...(siteId === undefined ? {} : { siteId }),
    ...(note === undefined ? {} : { note }),
    ...(source ? { source: { ...source } } : {}),
    lines: await forecastLines(deps, { kind, rows, siteId, channel, actor }, app, reach),
  };
  await deps.batches.change((batches) => [...withRoom(batches, planned), planned]);
  return planned;
}

/** Typed hostnames come first. */
const rowsOf = ({ hostnames, rows = [] }: BatchRequest): readonly ListedRow[] => [
  ...hostnames.map((hostname) => ({ hostname })),
  ...rows,
];

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

interface Planned {
  readonly kind: BatchKind;
  readonly rows: readonly ListedRow[];
  readonly siteId: number | undefined;
  readonly channel: string;
  readonly actor: Actor;
}

async function forecastLines(
  deps: BatchDeps,
  { kind, rows, siteId, channel, actor }: Planned,
  app: App | undefined,
  reach: Reach,
): Promise<BatchLine[]> {
  const internal = kind === 'map' ? internalDomainsOf(deps.apps) : [];
  const seen = new Set<string>();
  const lines: BatchLine[] = [];
  const siteCheck = createSiteCheck();
  const siteOf = createSiteSearch(deps, actor);
  for await (const row of inTurns(rows)) {
    const typed = row.hostname.slice(0, MAX_TYPED_LINE);
    const parsed = parseHostname(typed, internal);
    if (!parsed.ok) {
      lines.push({ typed, forecast: 'refused', problem: { code: 'hostname', problem: parsed.problem } });
      continue;
    }
    const { hostname } = parsed;
    const line = { typed, hostname };
    if (seen.has(hostname)) lines.push({ ...line, forecast: 'repeated' });
    else lines.push({ ...line, ...(await forecastRow(hostname, row).catch(refused)) });
    seen.add(hostname);
  }
  return withoutFollowing(deps, { app, channel }, lines);

  /** A row's own app, site and note override the batch's. */
  async function forecastRow(hostname: string, row: ListedRow): Promise<Forecasted> {
    if (kind !== 'map') return forecastOf(deps, kind, hostname, reach);
    const chosen = row.app === undefined && app ? app : chooseApp(deps.apps, row.app, '');
    const own = row.site === undefined ? undefined : await siteOf(chosen, row.site);
    const site = own ?? siteId;
    if (site !== undefined && !canHold(hostname)) throw new UserError({ code: 'not-holdable', hostname });
    if (own !== undefined) await siteCheck(chosen, own);
    const found = await findVisible(deps, hostname, reach);
    return {
      ...mapForecast(hostname, chosen, found),
      ...(chosen === app ? {} : { onApp: chosen.name }),
      ...(own === undefined ? {} : { siteId: own }),
      ...(row.note === undefined ? {} : { note: row.note.slice(0, MAX_NOTE) }),
    };
  }
}

function refused(error: unknown): Forecasted {
  const refusal = userErrorOf(error);
  if (!refusal) throw error;
  return { forecast: 'refused', problem: refusal.problem };
}

const MAX_SITE_WORDS = 200;

/** Finds the one site that a cell means, each once. Throws `UserError` if none or several fit. */
function createSiteSearch(deps: SiteDeps, actor: Actor): (app: App, cell: string) => Promise<number> {
  const found = new Map<string, ReturnType<typeof meantSite>>();
  return async ({ name }, cell) => {
    const typed = cell.slice(0, MAX_SITE_WORDS);
    const key = `${name} ${typed}`;
    const search = found.get(key) ?? meantSite(deps, { app: name, typed }, actor);
    found.set(key, search);
    const meant = await search;
    if (typeof meant === 'number') return meant;
    throw new UserError({ code: 'site-search', why: 'several', typed });
  };
}

/** More are checked when their line's turn comes. */
const MAX_SITE_CHECKS = 20;

/** Each site is asked for once. */
function createSiteCheck(): (app: App, siteId: number) => Promise<void> {
  const asked = new Map<string, Promise<void>>();
  return async (app, siteId) => {
    const key = `${siteId} ${app.name}`;
    const known = asked.get(key);
    if (known) return known;
    if (asked.size >= MAX_SITE_CHECKS) return undefined;
    const check = assertSite(app, undefined, siteId);
    asked.set(key, check);
    return check;
  };
}

type Forecasted = Omit<BatchLine, 'typed' | 'hostname'>;

async function findVisible({ store }: BatchDeps, hostname: string, reach: Reach) {
  const found = await store.findIndexed(hostname).catch(noneUnlessSeen(reach));
  return found && isWithinChannel(reach, found) ? found : undefined;
}

async function forecastOf(
  deps: BatchDeps,
  kind: BatchKind,
  hostname: string,
  reach: Reach,
): Promise<Pick<BatchLine, 'forecast' | 'problem' | 'app' | 'mapping'>> {
  const existing = await findVisible(deps, hostname, reach);
  if (!existing) return { forecast: 'refused', problem: { code: 'not-mapped', hostname } };
  const { id, alias, app: itsApp } = existing;
  if (kind === 'unmap' && alias.intent === 'remove') return { forecast: 'nothing', app: itsApp, mapping: id };
  return { forecast: 'ready', app: itsApp, mapping: id };
}

function mapForecast(
  hostname: string,
  chosen: App,
  existing: IndexedMapping | undefined,
): Pick<BatchLine, 'forecast' | 'problem' | 'app' | 'mapping'> {
  const { name } = chosen;
  if (isLeftAlone(hostname, ownNamesOf(chosen)))
    return { forecast: 'refused', problem: { code: 'own-domain', hostname, app: name } };
  if (!existing) return { forecast: 'ready' };
  const { id, app, alias } = existing;
  if (app !== name) return { forecast: 'other-app', app, mapping: id };
  if (alias.intent === 'remove')
    return { forecast: 'refused', problem: { code: 'being-removed', hostname }, app, mapping: id };
  return { forecast: 'nothing', app, mapping: id };
}

/** The `www.` name that comes with its primary needs no line of its own. */
function withoutFollowing(
  { apps }: Pick<BatchDeps, 'apps'>,
  { app, channel }: { readonly app: App | undefined; readonly channel: string },
  lines: readonly BatchLine[],
): BatchLine[] {
  const appOfLine = ({ onApp = app?.name ?? '' }: BatchLine) => appAt(apps, { app: onApp, channel });
  const following = new Set(
    lines.flatMap((line) => {
      const own = appOfLine(line);
      return line.forecast === 'ready' && own ? [wwwOf(line.hostname ?? '', own.www)] : [];
    }),
  );
  return lines.map((line) =>
    line.forecast === 'ready' && following.has(line.hostname) ? { ...line, forecast: 'repeated' } : line,
  );
}
