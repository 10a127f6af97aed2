import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { displayName } from '../../../core/hostname.js';
import { type DifferenceKind, type Domain, syncDifferenceKinds } from '../../../use-cases/admin/diff.js';
import {
  type BulkAction,
  type BulkResult,
  bulkActions,
  type SyncReport,
} from '../../../use-cases/admin/sync.js';
import { parseJson } from '../../../util/parse-json.js';
import { actions, button, context, dangerButton, overflow, section } from '../../blocks/blocks.js';
import { modalOf } from '../../blocks/inputs.js';
import { code, Mrkdwn } from '../../blocks/mrkdwn.js';
import type { View } from '../../blocks/view.js';
import type { Translator } from '../translator.js';

export const SYNC_ACTION = 'sync';
export const SYNC_DIALOG = 'sync-confirm';

const MAX_LISTED_HOSTNAMES = 10;
/** What the buttons under each difference do. */
const ACTIONS_OF: Readonly<Record<DifferenceKind, readonly BulkAction[]>> = {
  adopt: ['adopt'],
  orphan: ['adopt', 'remove'],
  map: ['map'],
  lost: ['restore'],
  unrouted: ['unmap'],
  'given-up': ['ready'],
};
const DANGEROUS: readonly BulkAction[] = ['remove'];
/** Actions that take live domains down are in a menu, not on a button. */
const IN_MENU: readonly BulkAction[] = ['unmap'];

const syncRequestShape = z.object({
  app: z.string().max(40),
  action: z.enum(bulkActions),
  channel: z.string().max(40),
});
export type SyncRequest = z.infer<typeof syncRequestShape>;

/** Undefined for foreign values. */
export const parseSyncRequest = (value: string): SyncRequest | undefined =>
  parseJson(value, syncRequestShape);

/** The three sides, their differences, and the actions for each. */
export function syncView(report: SyncReport, channel: string, reader: Translator): View {
  const translator = reader.about(report.app);
  const count = (value: number | undefined) => (value === undefined ? '?' : String(value));
  const title = translator.t('sync.title', {
    app: report.app,
    aliases: count(report.aliases),
    records: count(report.records),
    mappings: report.mappings,
    hasNetwork: report.hasNetwork,
    agreeing: report.agreeing,
  });
  const found = syncDifferenceKinds.filter((kind) => report.differences[kind].length > 0);
  return {
    text: title,
    blocks: [
      section(title),
      ...report.unreadable.map(({ side, reason }) =>
        context(translator.t(`sync.unknown.${side}`, { reason: code(reason) })),
      ),
      ...found.flatMap((kind) => differenceBlocks(kind, report, channel, translator)),
      ...ownBlocks(report, translator),
      ...(found.length === 0 && report.unreadable.length === 0 ? [context(translator.t('sync.agree'))] : []),
    ],
  };
}

/** Sites at the network's own subdomains, which get no card; listed, so that nobody misses one. */
const ownBlocks = ({ own }: SyncReport, translator: Translator): KnownBlock[] =>
  own.length === 0
    ? []
    : [
        context(
          translator.t('sync.own', {
            count: own.length,
            names: own.slice(0, MAX_LISTED_HOSTNAMES).map(displayName),
            more: Math.max(0, own.length - MAX_LISTED_HOSTNAMES),
          }),
        ),
      ];

function differenceBlocks(
  kind: DifferenceKind,
  { app, differences }: SyncReport,
  channel: string,
  translator: Translator,
): KnownBlock[] {
  const domains = differences[kind];
  const buttons = ACTIONS_OF[kind].map((action) => {
    const make = DANGEROUS.includes(action) ? dangerButton : button;
    const label = translator.tPlain(`sync.button.${action}`, { count: domains.length });
    const [actionId, value] = [`${SYNC_ACTION}:${kind}:${action}`, JSON.stringify({ app, action, channel })];
    return IN_MENU.includes(action) ? overflow(actionId, [{ label, value }]) : make(actionId, label, value);
  });
  const said = translator.t(`sync.${kind}`, { count: domains.length });
  return [section(`${said}\n${names(domains, translator)}`), actions(...buttons)];
}

function names(domains: readonly Domain[], translator: Translator): string {
  const shown = domains
    .slice(0, MAX_LISTED_HOSTNAMES)
    .map(({ hostname }) => translator.t('sync.name', { hostname: displayName(hostname) }));
  const more = domains.length - shown.length;
  return [...shown, ...(more > 0 ? [translator.t('sync.more', { count: more })] : [])].join('\n');
}

/** Asks for confirmation, listing the names. */
export function syncDialog(request: SyncRequest, domains: readonly Domain[], reader: Translator): ModalView {
  const translator = reader.about(request.app);
  return modalOf({
    id: SYNC_DIALOG,
    title: translator.tPlain('sync.dialog'),
    submit: translator.tPlain('sync.submit'),
    close: translator.tPlain('dialog.cancel'),
    data: request,
    blocks: [
      section(translator.t(`sync.question.${request.action}`, { count: domains.length, app: request.app })),
      ...(domains.length === 0 ? [] : [section(names(domains, translator))]),
      context(translator.t('sync.where')),
    ],
  });
}

const BAR = 20;

export function syncProgress(done: number, of: number, translator: Translator): View {
  const full = Math.round((done / Math.max(1, of)) * BAR);
  const bar = new Mrkdwn(`\`${'█'.repeat(full)}${'░'.repeat(BAR - full)}\``);
  const text = translator.t('sync.progress', { bar, done, of });
  return { text, blocks: [section(text)] };
}

export function syncResult({ done, failed }: BulkResult, translator: Translator): View {
  const text = translator.t('sync.result', { done, failed: failed.length });
  const listed = names(
    failed.map((hostname) => ({ hostname })),
    translator,
  );
  return { text, blocks: [section(failed.length === 0 ? text : `${text}\n${listed}`)] };
}
