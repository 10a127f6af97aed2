import { domainToASCII } from 'node:url';
import { type Health, shownStage } from '../../core/condition.js';
import type { Mapping } from '../../core/mapping.js';
import type { ShownStage } from '../../core/stage.js';
import { resolveCard } from '../../store/cards.js';
import type { Card, MappingSummary } from '../../store/store.js';
import { Ranking } from '../../util/collections.js';
import type { Actor } from '../actor.js';
import { type AuthorizeDeps, authorize, isWithinChannel, type Reach } from '../authorize.js';
import type { Ports } from '../ports.js';
import { byUrgency, type ConditionDeps, type Ranked, rankOf, scanSummaries } from '../shared/conditions.js';
import type { Fits, Tally } from './tally.js';

export const PAGE_SIZE = 10;

/** Filters of a list; all that are set must match. */
export interface ListFilter {
  readonly stages?: readonly ShownStage[];
  readonly health?: readonly Health[];
  /** The Slack user ID of whoever takes care of it: the assignee, else the requester. */
  readonly person?: string;
  /** An app's name, or part of the hostname, the app's name or the DNS provider's. */
  readonly text?: string;
}

/** A mapping and the card it is on. */
export interface ListedMapping {
  readonly mapping: Mapping;
  readonly card?: Card | undefined;
}

export interface Listing {
  readonly mappings: readonly ListedMapping[];
  readonly total: number;
  /** As typed. */
  readonly filter: string;
  readonly offset: number;
  readonly setAside?: number;
}

/** How many stored mappings can't be used; nothing if all can. Without them an empty list would not be the truth. */
export function countSetAside({ store }: Pick<Ports, 'store'>): { readonly setAside?: number } {
  const { length } = store.setAside();
  return length > 0 ? { setAside: length } : {};
}

export type ListDeps = AuthorizeDeps & ConditionDeps & { readonly tally?: Tally | undefined };

/** A page of mappings, most urgent first. `typed`: the filter as typed. Throws `UserError`. */
export async function list(
  deps: ListDeps,
  filter: ListFilter,
  typed: string,
  offset: number,
  actor: Actor,
): Promise<Listing> {
  const reach = await authorize(deps, actor, 'view');
  const { page, total } = await pageFor(deps, filter, offset, reach);
  return {
    mappings: await listedMappings(deps, page),
    total,
    filter: typed,
    offset,
    ...countSetAside(deps),
  };
}

type Page = Awaited<ReturnType<Tally['page']>>;

/** The counted mappings are in order already. Removed ones aren't counted, nor is anything where other processes write, too. */
async function pageFor(deps: ListDeps, filter: ListFilter, offset: number, reach: Reach): Promise<Page> {
  const { tally, apps } = deps;
  const isApp = filter.text !== undefined && apps.has(filter.text);
  const isRemoved = filter.stages?.length === 1 && filter.stages[0] === 'removed';
  const { text, ...others } = filter;
  const isAbout = text === undefined ? () => true : isApp ? isOfApp(text) : aboutText(text);
  const fits: Fits = (summary, { health }) =>
    isWithinChannel(reach, summary) && fitsFilter(summary, health, others) && isAbout(summary);
  if (tally && !isRemoved) {
    const isEverything =
      reach.channel === undefined && Object.values(filter).every((each) => each === undefined);
    return isEverything ? tally.page(offset, PAGE_SIZE) : tally.pageOf(fits, offset, PAGE_SIZE);
  }
  const found = new Ranking<Ranked>(byUrgency, { offset, limit: PAGE_SIZE });
  const query = { app: isApp ? text : undefined, stage: isRemoved ? ('removed' as const) : undefined };
  await scanSummaries(deps, query, (summary, urgency) => {
    if (fits(summary, urgency)) found.add(rankOf(summary, urgency));
  });
  return { page: found.page(), total: found.size };
}

/** Loads the mappings with their cards; omits those that are gone by now or can't be read. */
export async function listedMappings(
  { store, log }: Pick<Ports, 'store' | 'log'>,
  ranked: readonly Pick<Ranked, 'id'>[],
): Promise<ListedMapping[]> {
  const found: ListedMapping[] = [];
  for (const { id } of ranked) {
    try {
      const stored = await store.load(id);
      if (stored) found.push({ mapping: stored.mapping, card: (await resolveCard(store, stored))?.card });
    } catch (error) {
      log.error({ err: error, mapping: id }, 'a mapping could not be read and is not listed');
    }
  }
  return found;
}

function fitsFilter(
  summary: MappingSummary,
  health: Health,
  { stages, health: wanted, person }: Omit<ListFilter, 'text'>,
): boolean {
  if (stages && !stages.includes(shownStage(summary.stage, summary.setback, health))) return false;
  if (wanted && !wanted.includes(health)) return false;
  return person === undefined || summary.responsible === person;
}

const isOfApp =
  (name: string) =>
  ({ app }: MappingSummary): boolean =>
    app === name;

/** The text is read once, not for each mapping. */
function aboutText(typed: string): (summary: MappingSummary) => boolean {
  const text = typed.toLowerCase();
  const name = domainToASCII(text) || text;
  return ({ hostname, app, dnsProvider = '' }) =>
    hostname.includes(name) || app.toLowerCase().includes(text) || dnsProvider.includes(text);
}
