import type { KnownBlock } from '@slack/types';
import { displayName } from '../../core/hostname.js';
import type { Mapping } from '../../core/mapping.js';
import { type Batch, type BatchLine, countResults } from '../../use-cases/batch/batch.js';
import { mapInTurns } from '../../util/concurrency/event-loop.js';
import { csvText } from '../../util/csv.js';
import { actions, button, context, dangerButton, plain, section } from '../blocks/blocks.js';
import { code, Mrkdwn, mention, moment, person } from '../blocks/mrkdwn.js';
import type { DirectMessageFile, View } from '../blocks/view.js';
import { stageText } from './card/condition.js';
import { problemText } from './problem.js';
import type { Translator } from './translator.js';

export const STOP_BATCH_ACTION = 'batch-stop';
export const APPROVE_BATCH_ACTION = 'batch-approve';
export const DECLINE_BATCH_ACTION = 'batch-decline';

const BAR_CELLS = 10;

/** The message of a batch: its progress, or its result. */
export function batchView(batch: Batch, translator: Translator): View {
  const { kind, by, state } = batch;
  const counts = countResults(batch);
  const title = translator.t('batch.title', { kind, all: counts.all, person: person(by) });
  const text = state === 'ended' ? endText(batch, translator) : progressText(batch, translator);
  return {
    text: state === 'ended' ? text : title,
    blocks: [
      section(`${title}\n${text}`),
      ...failedLines(batch, translator),
      ...approvalBlocks(batch, translator),
      ...batchButtons(batch, translator),
    ],
  };
}

function progressText(batch: Batch, translator: Translator): string {
  const { state, approval, by } = batch;
  if (state === 'proposed')
    return [
      translator.t('batch.proposed', { person: person(by), until: moment(approval?.until ?? 0) }),
      ...approverLine(batch, translator),
    ].join('\n');
  const { all, open, failed, late } = countResults(batch);
  const finished = all - open;
  const filled = all === 0 ? BAR_CELLS : Math.floor((finished / all) * BAR_CELLS);
  const bar = '▓'.repeat(filled) + '░'.repeat(BAR_CELLS - filled);
  return translator.t('batch.progress', { bar, finished, all, failed, late });
}

/** Mentions who can approve; nobody if every member can. */
function approverLine({ by }: Batch, translator: Translator): string[] {
  const ids = translator.approvers.filter((id) => id !== by);
  if (ids.length === 0) return [];
  const approvers = new Mrkdwn(translator.list(ids.map((id) => mention(id).text)));
  return [translator.t('unmap.approvers', { approvers })];
}

function endText(batch: Batch, translator: Translator): string {
  const { kind, endedBecause, endedBy = '' } = batch;
  const { done, failed, late, stopped } = countResults(batch);
  const why =
    endedBecause === undefined
      ? []
      : [translator.t(`batch.ended.${endedBecause}`, { person: person(endedBy) })];
  if (endedBecause === 'declined' || endedBecause === 'expired') return why.join('');
  return [...why, translator.t('batch.ended', { kind, done, failed, late, stopped })].join(' ');
}

/** A file names the others. */
const MAX_FAILED = 5;

/** Which lines failed, and why. */
function failedLines({ state, lines }: Batch, translator: Translator): KnownBlock[] {
  const failed = lines.filter(({ result }) => result === 'failed');
  if (state !== 'ended' || failed.length === 0) return [];
  const said = failed.slice(0, MAX_FAILED).map((line) => lineProblemText(line, translator));
  const left = failed.length - said.length;
  const more = left === 0 ? [] : [translator.t('batch.plan.more', { count: left })];
  return [section([...said, ...more].join('\n'))];
}

/** A line that can't be done, or couldn't, and why. */
export function lineProblemText({ typed, hostname, problem }: BatchLine, translator: Translator): string {
  const name = hostname === undefined ? code(typed) : displayName(hostname);
  if (!problem) return translator.t('batch.line', { hostname: name });
  if (problem.code === 'not-mapped') return translator.t('batch.line.not-mapped', { hostname: name });
  const reason = new Mrkdwn(problemText(problem, translator));
  // A sentence with the hostname in it needs it no second time.
  if (hostname === undefined || 'hostname' in problem) return reason.text;
  return translator.t('batch.line.refused', { hostname: name, reason });
}

const approvalBlocks = ({ approval }: Batch, translator: Translator): KnownBlock[] =>
  approval?.by === undefined
    ? []
    : [context(translator.t('batch.approved', { person: person(approval.by) }))];

function batchButtons({ id, state, endedBecause }: Batch, translator: Translator): KnownBlock[] {
  if (state === 'ended' || endedBecause !== undefined) return [];
  const t = translator.tPlain;
  if (state === 'proposed')
    return [
      actions(
        dangerButton(APPROVE_BATCH_ACTION, t('unmap.approve'), id),
        button(DECLINE_BATCH_ACTION, t('unmap.decline'), id),
      ),
    ];
  const confirm = {
    title: plain(t('batch.stop.title')),
    text: plain(t('batch.stop.text')),
    confirm: plain(t('batch.stop.confirm')),
    deny: plain(t('batch.stop.deny')),
  };
  return [actions({ ...button(STOP_BATCH_ACTION, t('batch.stop'), id), confirm })];
}

/** Every line with its result. `mappings`: the mappings as they are now, by ID. Yields to other work. */
export async function batchFile(
  batch: Batch,
  mappings: ReadonlyMap<string, Mapping>,
  translator: Translator,
): Promise<DirectMessageFile> {
  const t = translator.tPlain;
  const head = (['line', 'typed', 'hostname', 'result', 'reason', 'status'] as const).map((name) =>
    t(`batch.file.${name}`),
  );
  const rows = await mapInTurns(batch.lines.entries(), ([index, line]) => [
    String(index + 1),
    line.typed,
    line.hostname === undefined ? '' : displayName(line.hostname),
    lineResultText(batch, line, translator),
    line.problem ? unmarked(problemText(line.problem, translator)) : (line.app ?? ''),
    lineStatus(mappings.get(line.mapping ?? ''), translator),
  ]);
  return { name: `${batch.kind}-${momentIn(batch.at)}.csv`, content: csvText([head, ...rows]) };
}

function lineResultText({ kind }: Batch, { result, forecast }: BatchLine, translator: Translator): string {
  const key = result ?? (forecast === 'ready' ? 'open' : forecast);
  return translator.tPlain(`batch.result.${key}`, { kind });
}

const lineStatus = (mapping: Mapping | undefined, translator: Translator): string =>
  mapping ? unmarked(stageText(mapping, translator)) : '';

/** A sentence without mark-up, for a file or a plain_text object. */
export const unmarked = (mrkdwn: string): string =>
  mrkdwn
    .replace(/`([^`]*)`/g, '$1')
    .replace(/:[a-z_]+: ?/g, '')
    .replace(/<[^|<>]*\|([^<>]*)>/g, '$1')
    .replace(/<([#@][A-Z0-9]+)>/g, '$1')
    .replaceAll('*', '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** For a file's name: `2026-11-26-0809`, UTC. */
const momentIn = (at: number): string =>
  new Date(at).toISOString().slice(0, 16).replace('T', '-').replace(':', '');
