import { z } from 'zod';
import { instant } from '../../core/instant.js';
import type { DocumentKind } from '../../store/documents.js';
import type { UserProblem } from '../errors.js';

/** What can be done to many hostnames at once. */
export const batchKinds = ['map', 'unmap', 'check'] as const;
export type BatchKind = (typeof batchKinds)[number];

/** For more, a second list is needed. */
export const MAX_LINES = 500;

/**
 * What a dry run says of a line. `ready`: it will be done. `nothing`: it is so already. `other-app`: it is mapped on
 * another app. `repeated`: an earlier line has the hostname. `refused`: it can't be done, for the line's problem.
 */
export const forecasts = ['ready', 'nothing', 'other-app', 'repeated', 'refused'] as const;
export type Forecast = (typeof forecasts)[number];

/** How a line ended. `late`: started, but not confirmed in time. `stopped`: not started. */
const lineResults = ['done', 'failed', 'late', 'stopped'] as const;
export type LineResult = (typeof lineResults)[number];

const problemShape = z.custom<UserProblem>(
  (value) => z.object({ code: z.string() }).safeParse(value).success,
);

const batchLine = z.object({
  /** As pasted. */
  typed: z.string(),
  /** In A-label form; absent if it can't be read. */
  hostname: z.string().optional(),
  forecast: z.enum(forecasts),
  problem: problemShape.optional(),
  /** The app that the hostname is mapped on. */
  app: z.string().optional(),
  /** The app in its row of a file, which overrides the batch's. */
  onApp: z.string().optional(),
  siteId: z.number().optional(),
  note: z.string().optional(),
  /** The mapping's ID, and since when it is worked on. */
  mapping: z.string().optional(),
  startedAt: instant.optional(),
  /** Since when something that passes keeps it from being started: Slack or DNS can't be asked. */
  heldUpSince: instant.optional(),
  result: z.enum(lineResults).optional(),
});
export type BatchLine = z.output<typeof batchLine>;

const batch = z.object({
  id: z.string(),
  kind: z.enum(batchKinds),
  /** `proposed`: a second person has to approve it. `running` until every line has a result. */
  state: z.enum(['planned', 'proposed', 'running', 'ended']),
  by: z.string(),
  team: z.string(),
  /** Where it was asked for; empty outside channels. */
  askedIn: z.string(),
  at: instant,
  /** Where its progress is shown while that works; empty: in a direct message. */
  channel: z.string(),
  app: z.string().optional(),
  siteId: z.number().optional(),
  note: z.string().optional(),
  source: z.object({ channel: z.string(), ts: z.string(), threadTs: z.string().optional() }).optional(),
  lines: z.array(batchLine),
  /** Who approved it, and until when somebody may. */
  approval: z.object({ until: instant, by: z.string().optional() }).optional(),
  /** Why it ended before its end. */
  endedBecause: z.enum(['stopped', 'declined', 'expired']).optional(),
  endedBy: z.string().optional(),
  /** The progress message. `isTried`: it may have been posted although there is no `ts`. */
  message: z
    .object({
      channel: z.string(),
      ts: z.string().optional(),
      isTried: z.boolean(),
      isFileTried: z.boolean(),
    })
    .optional(),
});
export type Batch = z.output<typeof batch>;

const storedBatches = z.object({ batches: z.array(batch) });

export const batchesKind: DocumentKind<z.output<typeof storedBatches>> = {
  name: 'batches',
  isKept: true,
  form: { schema: 1, migrations: new Map() },
  content: storedBatches,
};

/** Slack gave a channel another ID. */
export function batchWithChannelId(batch: Batch, from: string, to: string): Batch {
  const idOf = (channel: string) => (channel === from ? to : channel);
  const { source, message } = batch;
  return {
    ...batch,
    askedIn: idOf(batch.askedIn),
    channel: idOf(batch.channel),
    ...(source && { source: { ...source, channel: idOf(source.channel) } }),
    ...(message && { message: { ...message, channel: idOf(message.channel) } }),
  };
}

export type Counts<Key extends string> = Readonly<Record<Key, number>>;

export const countForecasts = ({ lines }: Batch): Counts<Forecast> => ({
  ready: countIf(lines, ({ forecast }) => forecast === 'ready'),
  nothing: countIf(lines, ({ forecast }) => forecast === 'nothing'),
  'other-app': countIf(lines, ({ forecast }) => forecast === 'other-app'),
  repeated: countIf(lines, ({ forecast }) => forecast === 'repeated'),
  refused: countIf(lines, ({ forecast }) => forecast === 'refused'),
});

/** Of the lines that are ready: how many have each result, and how many have none yet. */
export const countResults = ({ lines }: Batch): Counts<LineResult | 'open' | 'all'> => ({
  done: countIf(lines, ({ result }) => result === 'done'),
  failed: countIf(lines, ({ result }) => result === 'failed'),
  late: countIf(lines, ({ result }) => result === 'late'),
  stopped: countIf(lines, ({ result }) => result === 'stopped'),
  open: countIf(lines, isOpenLine),
  all: countIf(lines, ({ forecast }) => forecast === 'ready'),
});

/** To be done, and not done yet. */
export const isOpenLine = ({ forecast, result }: BatchLine): boolean =>
  forecast === 'ready' && result === undefined;

const countIf = (lines: readonly BatchLine[], fits: (line: BatchLine) => boolean): number =>
  lines.filter(fits).length;
