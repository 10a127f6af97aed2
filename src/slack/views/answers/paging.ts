import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import { parseJson } from '../../../util/parse-json.js';
import { actions, button } from '../../blocks/blocks.js';
import type { Translator } from '../translator.js';

const MAX_FILTER = 253;
const page = z.object({ filter: z.string().max(MAX_FILTER), offset: z.int().min(0).max(1_000_000) });

export type PageRequest = z.infer<typeof page>;

/** A paging button's value; `parsePage` reads it. */
export const pageValue = (filter: string, offset: number): string =>
  JSON.stringify({ filter: filter.slice(0, MAX_FILTER), offset });

/** Undefined for foreign values. */
export const parsePage = (value: string): PageRequest | undefined => parseJson(value, page);

export interface ViewPage {
  readonly filter: string;
  readonly offset: number;
  readonly size: number;
  readonly total: number;
}

/** Previous and Next, where they exist; `action` is the prefix of their action IDs. */
export function pageButtons(
  action: string,
  { filter, offset, size, total }: ViewPage,
  translator: Translator,
): KnownBlock[] {
  const to = (which: 'previous' | 'next', at: number) =>
    button(`${action}:${which}`, translator.tPlain(`list.${which}`), pageValue(filter, at));
  const buttons = [
    ...(offset > 0 ? [to('previous', Math.max(0, offset - size))] : []),
    ...(offset + size < total ? [to('next', offset + size)] : []),
  ];
  return buttons.length > 0 ? [actions(...buttons)] : [];
}
