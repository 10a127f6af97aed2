import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { displayName } from '../../../core/hostname.js';
import {
  type Batch,
  type BatchKind,
  type BatchLine,
  batchKinds,
  countForecasts,
  type Forecast,
  forecasts,
} from '../../../use-cases/batch/batch.js';
import { parseJson } from '../../../util/parse-json.js';
import { context, section } from '../../blocks/blocks.js';
import { dialogField, modalOf, textField } from '../../blocks/inputs.js';
import { lineProblemText } from '../batch.js';
import type { Translator } from '../translator.js';
import { hostnamesFile, MAP_FIELDS } from './map-dialog.js';

export const BATCH_DIALOG = 'batch';
export const PLAN_DIALOG = 'batch-plan';

const openedBatchDialog = z.object({ kind: z.enum(batchKinds), channel: z.string().max(40) });
const openedPlan = z.object({ batch: z.string().max(80), channel: z.string().max(40) });

export const parseBatchDialog = (privateMetadata: string) => parseJson(privateMetadata, openedBatchDialog);
export const parsePlan = (privateMetadata: string) => parseJson(privateMetadata, openedPlan);

/** Asks for the hostnames to unmap or check. */
export function batchDialog(
  kind: Exclude<BatchKind, 'map'>,
  channel: string,
  translator: Translator,
): ModalView {
  const t = translator.tPlain;
  return modalOf({
    id: BATCH_DIALOG,
    title: t(`batch.dialog.${kind}.title`),
    submit: t('map.dialog.submit'),
    close: t('dialog.cancel'),
    data: { kind, channel },
    blocks: [
      dialogField(
        {
          id: MAP_FIELDS.hostnames,
          label: t('map.dialog.hostnames'),
          hint: t('map.dialog.hostnames.hint'),
          isOptional: true,
        },
        textField({ multiline: true, focus_on_load: true }),
      ),
      hostnamesFile(translator),
    ],
  });
}

/** Most lines are fine: a few of them are enough to recognise the list. The others are what people need. */
const MAX_SHOWN_LINES: Readonly<Record<Forecast, number>> = {
  ready: 10,
  nothing: 20,
  'other-app': 30,
  repeated: 10,
  refused: 30,
};
/** Sections hold 3,000 characters. */
const MAX_SECTION = 2_800;

/** What each line would become; its button carries it out. */
export function planDialog(batch: Batch, paceMs: number, translator: Translator): ModalView {
  const { kind, app = '', id } = batch;
  const about = app === '' ? translator : translator.about(app);
  const counts = countForecasts(batch);
  const { ready } = counts;
  const approvalMs = translator.approvalMs(app);
  const isProposed = kind === 'unmap' && approvalMs !== undefined;
  const summary =
    ready === 0
      ? about.t('batch.plan.none', { kind })
      : about.t(`batch.plan.${kind}`, { ready, app: about.list(appsIn(batch)) });
  const hints = [
    ...(isProposed && ready > 0
      ? [about.t('batch.plan.approval', { duration: about.duration(approvalMs) })]
      : []),
    ...(ready > 0 && paceMs > 0 ? [about.t('batch.plan.pace', { duration: about.duration(paceMs) })] : []),
  ];
  const groups = forecasts.filter((forecast) => counts[forecast] > 0);
  return modalOf({
    id: PLAN_DIALOG,
    title: about.tPlain('batch.plan.title'),
    submit: ready === 0 ? undefined : about.tPlain('batch.plan.submit', { kind, count: ready, isProposed }),
    close: about.tPlain('dialog.back'),
    data: { batch: id, channel: batch.askedIn },
    blocks: [
      section(summary),
      ...(hints.length === 0 ? [] : [context(...hints)]),
      ...groups.map((forecast) => groupSection(batch, forecast, about)),
    ],
  });
}

/** Of the lines that will be mapped. */
const appsIn = ({ app = '', lines }: Batch): string[] => [
  ...new Set(
    lines.flatMap(({ forecast, onApp = app }) => (forecast === 'ready' && onApp !== '' ? [onApp] : [])),
  ),
];

function groupSection(batch: Batch, forecast: Forecast, translator: Translator): KnownBlock {
  const { kind } = batch;
  const lines = batch.lines.filter((line) => line.forecast === forecast);
  const title = translator.t(`batch.forecast.${forecast}`, { kind, count: lines.length });
  const shown: string[] = [];
  let room = MAX_SECTION - title.length;
  for (const line of lines.slice(0, MAX_SHOWN_LINES[forecast])) {
    const text = lineText(line, translator);
    room -= text.length + 1;
    if (room < 0) break;
    shown.push(text);
  }
  const left = lines.length - shown.length;
  const more = left === 0 ? [] : [translator.t('batch.plan.more', { count: left })];
  return section([title, ...shown, ...more].join('\n'));
}

function lineText(line: BatchLine, translator: Translator): string {
  const { hostname, forecast, app } = line;
  if (forecast !== 'other-app' || hostname === undefined) return lineProblemText(line, translator);
  return translator.t('batch.line.other-app', { hostname: displayName(hostname), app: app ?? '' });
}
