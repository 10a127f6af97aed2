import { domainToASCII } from 'node:url';
import { stages } from '../core/mapping.js';
import type { MappingPage, MappingQuery } from '../store/store.js';
import type { Actor } from './actor.js';
import { type AuthorizeDeps, authorize } from './authorize.js';
import type { Ports } from './ports.js';

export const PAGE_SIZE = 10;

export interface Listing extends MappingPage {
  readonly filter: string;
  readonly offset: number;
}

export type ListDeps = AuthorizeDeps & Pick<Ports, 'apps'>;

/** A page of mappings. The filter is a stage, an app's name, or a part of the hostname. */
export async function list(deps: ListDeps, filter: string, offset: number, actor: Actor): Promise<Listing> {
  const reach = await authorize(deps, actor, 'view');
  const page = await deps.store.list({ ...queryOf(deps, filter), ...reach, offset, limit: PAGE_SIZE });
  return { ...page, filter, offset };
}

function queryOf(deps: Pick<Ports, 'apps'>, filter: string): Pick<MappingQuery, 'app' | 'stage' | 'text'> {
  const word = filter.trim().toLowerCase();
  if (word === '') return {};
  const stage = stages.find((name) => name === word);
  if (stage) return { stage };
  if (deps.apps.has(word)) return { app: word };
  return { text: domainToASCII(word) || word };
}
