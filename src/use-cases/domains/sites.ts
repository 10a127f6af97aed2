import { MultisiteError, type NetworkSite } from '../../multisite/multisite.js';
import { createCache } from '../../util/cache.js';
import { Ranking } from '../../util/collections.js';
import { visitInTurns } from '../../util/concurrency/event-loop.js';
import { type LongList, PartedList } from '../../util/parted-list.js';
import type { Actor } from '../actor.js';
import { type AuthorizeDeps, authorize } from '../authorize.js';
import { UserError } from '../errors.js';
import type { Ports } from '../ports.js';
import { chooseApp } from '../shared/destination.js';

/** A search must not read thousands of sites at every keystroke, but must find a site made a minute ago. */
const FRESH_SITES_MS = 30_000;
const STALE_SITES_MS = 10 * 60_000;
const SITE_ID = /^#?([1-9]\d{0,14})$/;
/** As many as a Slack menu shows. */
const MAX_FOUND_SITES = 100;

export interface SiteLists {
  get(app: string): Promise<SearchableSites>;
}

interface SearchableSites {
  readonly sites: LongList<NetworkSite>;
  /** Of each, what words are searched in: folded once, not at every keystroke. */
  readonly texts: LongList<string>;
}

export type SiteDeps = AuthorizeDeps & Pick<Ports, 'apps'> & { readonly siteLists: SiteLists };

/** Each app's sites, read from its network when somebody searches them. */
export const createSiteLists = ({ apps, now, log }: Pick<Ports, 'apps' | 'now' | 'log'>): SiteLists =>
  createCache({
    load: async (app) => {
      const sites = (await apps.get(app)?.multisite?.rest?.listSites()) ?? [];
      const texts = new PartedList<string>();
      await visitInTurns(sites, (site) => texts.push(searchedText(site)));
      return { sites, texts };
    },
    now,
    freshMs: FRESH_SITES_MS,
    staleMs: STALE_SITES_MS,
    max: 200,
    onFailure: (err) => log.warn({ err }, 'the list of sites can’t be read; an older one is used'),
  });

/**
 * The sites of an app's network whose title, address or ID has every word of `text`; all of them without a word. At most
 * 100, the best match first. Throws `UserError`, and `MultisiteError` if the network can't be read.
 */
export async function searchSites(
  deps: SiteDeps,
  { app, text }: { readonly app?: string | undefined; readonly text: string },
  actor: Actor,
): Promise<readonly NetworkSite[]> {
  await authorize(deps, actor, 'map');
  const { name, multisite } = chooseApp(deps.apps, app, actor.channel);
  if (!multisite?.rest) throw new UserError({ code: 'no-network', app: name });
  const words = folded(text).split(/\s+/).filter(Boolean);
  const found = new Ranking<RankedSite>(byRank, { offset: 0, limit: MAX_FOUND_SITES });
  const { sites, texts } = await deps.siteLists.get(name);
  const [, typedId] = SITE_ID.exec(text.trim()) ?? [];
  const id = Number(typedId);
  await visitInTurns(sites, (site, at) => {
    const rank = site.id === id ? 0 : siteRank(texts.at(at) ?? '', words);
    if (rank !== undefined) found.add({ site, rank: site.isClosed ? CLOSED_RANK : rank });
  });
  return found.page().map(({ site }) => site);
}

interface RankedSite {
  readonly site: NetworkSite;
  readonly rank: number;
}

const byRank = (one: RankedSite, other: RankedSite): number =>
  one.rank - other.rank || one.site.id - other.site.id;

/** Sites of an app's network. */
export interface FoundSites {
  readonly app: string;
  readonly sites: readonly NetworkSite[];
}

/**
 * The ID of the site that somebody means by its ID or a part of its title or address, or the sites among which they have
 * to choose. Throws `UserError` if none fits, or if the network can't be read.
 */
export async function meantSite(
  deps: SiteDeps,
  { app, typed }: { readonly app?: string | undefined; readonly typed: string },
  actor: Actor,
): Promise<number | FoundSites> {
  const [, id] = SITE_ID.exec(typed) ?? [];
  if (id !== undefined) return Number(id);
  const { name } = chooseApp(deps.apps, app, actor.channel);
  const sites = await searchSites(deps, { app: name, text: typed }, actor).catch((error: unknown) => {
    if (!(error instanceof MultisiteError)) throw error;
    throw new UserError({ code: 'site-search', why: 'unreadable', typed });
  });
  const [first, ...others] = sites;
  if (first === undefined) throw new UserError({ code: 'site-search', why: 'none', typed });
  return others.length === 0 ? first.id : { app: name, sites };
}

/** What is searched of a site, with a line break, which no word has, before its place. */
const searchedText = ({ title, address, path }: NetworkSite): string => `${folded(title)}\n${address}${path}`;

/** Behind all others: it can be found, to hear why it can't be chosen. */
const CLOSED_RANK = 3;

/** Undefined: doesn't match. An ID typed whole comes first, then what begins with the words. */
function siteRank(text: string, words: readonly string[]): number | undefined {
  for (const word of words) if (!text.includes(word)) return undefined;
  const [first = ''] = words;
  return text.startsWith(first) || text.includes(`\n${first}`) ? 1 : 2;
}

/** Lower case, without accents: people type “acai” for “Açaí”, and phones a curly apostrophe. */
const folded = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[‘’ʼ]/g, "'").toLowerCase();
