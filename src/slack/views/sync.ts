import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { type DifferenceKind, type Domain, differenceKinds } from '../../multisite/compare.js';
import { type BulkAction, type BulkResult, bulkActions, type SyncReport } from '../../service/sync.js';
import { actions, button, context, dangerButton, plain, section } from '../blocks.js';
import { code, Mrkdwn } from '../mrkdwn.js';
import type { View } from '../view.js';
import { displayName } from './display-name.js';
import type { Voice } from './voice.js';

export const SYNC_ACTION = 'sync';
export const SYNC_DIALOG = 'sync-confirm';

const MOST_NAMES = 10;
/** What the buttons under each difference do. */
const ACTIONS_OF: Readonly<Record<DifferenceKind, readonly BulkAction[]>> = {
  adopt: ['adopt'],
  orphan: ['adopt', 'remove'],
  map: ['map'],
  lost: ['restore'],
  unrouted: ['unmap'],
};
const DANGEROUS: readonly BulkAction[] = ['remove', 'unmap'];

const wish = z.object({ app: z.string().max(40), action: z.enum(bulkActions), channel: z.string().max(40) });
export type SyncWish = z.infer<typeof wish>;

/** Undefined for what is none of ours. */
export function parseSyncWish(value: string): SyncWish | undefined {
  try {
    return wish.safeParse(JSON.parse(value)).data;
  } catch {
    return undefined;
  }
}

/** The three sides, their differences, and what can be done about each. */
export function syncView(report: SyncReport, channel: string, voice: Voice): View {
  const count = (value: number | undefined) => (value === undefined ? '?' : String(value));
  const title = voice.say('sync.title', {
    app: report.app,
    aliases: count(report.aliases),
    records: count(report.records),
    mappings: report.mappings,
    hasNetwork: report.hasNetwork,
    agreeing: report.agreeing,
  });
  const found = differenceKinds.filter((kind) => report.differences[kind].length > 0);
  return {
    text: title,
    blocks: [
      section(title),
      ...report.unreadable.map(({ side, words }) =>
        context(voice.say(`sync.unknown.${side}`, { words: code(words) })),
      ),
      ...found.flatMap((kind) => differenceBlocks(kind, report, channel, voice)),
      ...(found.length === 0 && report.unreadable.length === 0 ? [context(voice.say('sync.agree'))] : []),
    ],
  };
}

function differenceBlocks(
  kind: DifferenceKind,
  { app, differences }: SyncReport,
  channel: string,
  voice: Voice,
): KnownBlock[] {
  const domains = differences[kind];
  const buttons = ACTIONS_OF[kind].map((action) => {
    const make = DANGEROUS.includes(action) ? dangerButton : button;
    const label = voice.sayPlain(`sync.button.${action}`, { count: domains.length });
    return make(`${SYNC_ACTION}:${kind}:${action}`, label, JSON.stringify({ app, action, channel }));
  });
  const said = voice.say(`sync.${kind}`, { count: domains.length });
  return [section(`${said}\n${names(domains, voice)}`), actions(...buttons)];
}

function names(domains: readonly Domain[], voice: Voice): string {
  const shown = domains
    .slice(0, MOST_NAMES)
    .map(({ hostname }) => voice.say('sync.name', { hostname: displayName(hostname) }));
  const more = domains.length - shown.length;
  return [...shown, ...(more > 0 ? [voice.say('sync.more', { count: more })] : [])].join('\n');
}

/** Asks once more, with the names. */
export function syncDialog(wish: SyncWish, domains: readonly Domain[], voice: Voice): ModalView {
  return {
    type: 'modal',
    callback_id: SYNC_DIALOG,
    private_metadata: JSON.stringify(wish),
    title: plain(voice.sayPlain('sync.dialog')),
    submit: plain(voice.sayPlain('sync.submit')),
    close: plain(voice.sayPlain('dialog.cancel')),
    blocks: [
      section(voice.say(`sync.question.${wish.action}`, { count: domains.length, app: wish.app })),
      ...(domains.length === 0 ? [] : [section(names(domains, voice))]),
      context(voice.say('sync.where')),
    ],
  };
}

const BAR = 20;

export function syncProgress(done: number, of: number, voice: Voice): View {
  const full = Math.round((done / Math.max(1, of)) * BAR);
  const bar = new Mrkdwn(`\`${'█'.repeat(full)}${'░'.repeat(BAR - full)}\``);
  const text = voice.say('sync.progress', { bar, done, of });
  return { text, blocks: [section(text)] };
}

export function syncResult({ done, failed }: BulkResult, voice: Voice): View {
  const text = voice.say('sync.result', { done, failed: failed.length });
  const listed = names(
    failed.map((hostname) => ({ hostname })),
    voice,
  );
  return { text, blocks: [section(failed.length === 0 ? text : `${text}\n${listed}`)] };
}
