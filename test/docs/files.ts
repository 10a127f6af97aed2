import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';

/** The one job of a file that is among the most imported or the longest ones, or nearly. */
const JOBS: Readonly<Record<string, string>> = {
  'config/config.ts': 'environment and apps file become one validated `Config`',
  'core/diagnosis/findings/table.ts': 'every finding: its axis, severity, who acts, what it explains',
  'core/diagnosis/verdict.ts': 'what the answers of DNS say together',
  'core/events/event.ts': 'every event type, with its details',
  'core/hostname.ts': 'what a hostname is, typed and shown',
  'core/instant.ts': 'moments and durations in ms',
  'core/lifecycle/replay.ts': 'what each event means for a mapping',
  'core/mapping.ts': 'the shape of a mapping: stage, four axes, plans',
  'core/observation/observation.ts': 'the shapes of what a check saw: DNS, certificate, port 80',
  'locale/messages.ts': 'what a translation must have to compile',
  'multisite/reconcile.ts': 'what differs between a network and the bot',
  'outbox/dispatcher.ts': 'posts in order, each event once',
  'probe/dns/delegation.ts': 'which name servers are responsible for a name',
  'probe/dns/probe.ts': 'asks name servers and resolvers for one observation',
  'sandbox/dns/wire.ts': 'DNS messages, byte by byte, for the stand-in servers',
  'sandbox/edge/edge.ts': 'the stand-in for the host’s TLS edge',
  'sandbox/slack/workspace.ts': 'what the stand-in for Slack keeps: people, channels, messages',
  'sandbox/wordpress/rest.ts': 'the routes of the stand-in for Ultimate Multisite',
  'slack/blocks/mrkdwn.ts': 'text that is escaped for Slack, and can’t be mixed with other text',
  'slack/blocks/view.ts': 'a message or answer: its blocks and its plain text',
  'slack/views/card/card.ts': 'what a card shows',
  'slack/views/dialogs/customer-dialog.ts': 'the dialog of the message for the customer',
  'slack/views/dialogs/texts-dialog.ts': 'the dialog of an agency’s own sentences for customers',
  'slack/views/translator.ts': 'sentences of the catalogue, written for Slack',
  'store/lowdb/file-records.ts': 'reads, writes and sets aside the records in their files',
  'store/lowdb/lock/lock.ts': 'one process for each folder',
  'store/postgres/records/row.ts': 'a mapping as a row, and back',
  'store/store.ts': 'the `Store` port and the shape of a stored mapping',
  'use-cases/actor.ts': 'who asks, where, and what they may do',
  'use-cases/batch/plan-batch.ts': 'what a list of hostnames would do, row by row',
  'use-cases/ports.ts': 'what use cases need from outside, and an app',
  'use-cases/worker/reconcile-network.ts': 'brings mappings and a network’s domain records together',
  'util/clock.ts': 'the time, durations, waits and back-off',
  'util/log.ts': 'JSON log lines without secrets',
};

const TOP = 10;

/** The files that the most others import. */
export function mostImported(): string {
  const importers = new Map<string, number>();
  for (const [path, text] of sources()) {
    const targets = [...text.matchAll(/(?:from|import\() ?'(\.\.?\/[^']+)'/g)].map(([, target = '']) =>
      normalize(join(path, '..', target)).replace(/\.js$/, '.ts'),
    );
    for (const target of new Set(targets)) importers.set(target, (importers.get(target) ?? 0) + 1);
  }
  return topTen(importers);
}

/** The longest files, without the catalogue's. */
export function longest(): string {
  const lengths = [...sources()].map(([path, text]) => [path, text.split('\n').length] as const);
  return topTen(new Map(lengths.filter(([path]) => !path.startsWith('src/locale/'))));
}

function* sources(): Generator<readonly [path: string, text: string]> {
  const listed = execFileSync('git', ['ls-files', 'src/*.ts', 'commands/*.ts'], { encoding: 'utf8' });
  for (const path of listed.split('\n').filter((each) => each !== ''))
    yield [path, readFileSync(path, 'utf8')];
}

/** By name, so that a line more or less changes the page only when another file comes in. */
function topTen(figures: ReadonlyMap<string, number>): string {
  const top = [...figures].sort(
    ([one, first], [other, second]) => second - first || one.localeCompare(other),
  );
  const paths = top.slice(0, TOP).map(([path]) => path.replace(/^src\//, ''));
  return ['| file | its job |', '| --- | --- |', ...paths.sort().map(row)].join('\n');
}

function row(path: string): string {
  const job = JOBS[path];
  if (job === undefined) throw new Error(`say in test/docs/files.ts what the one job of ${path} is`);
  return `| \`${path}\` | ${job} |`;
}
