import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';

/** Tested as part of what they belong to, or without anything to do. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'batch/batch': 'shapes and counts, in plan-batch and run-batch',
  'batch/batches': 'in start-batch and report-batch',
  'customer/message-now': 'in customer-message',
  'doctor/result': 'shapes',
  'doctor/webhook-checks': 'in network-checks',
  'shared/conditions': 'in summaries, list, home and overview',
  'shared/digest-posts': 'in worker/digest and audit',
  'shared/live-mappings': 'in isolation',
  'shared/pair-wait': 'in start-mapping',
  'shared/reschedule-held': 'in admin/settings',
  'worker/fault-reports': 'in app-notices',
};

const listed = (path: string, suffix: string): string[] =>
  execFileSync('git', ['ls-files', `${path}/*${suffix}`], { encoding: 'utf8' })
    .split('\n')
    .filter((file) => file.split('/').length === 4)
    .map((file) => file.slice(path.length + 1, -suffix.length));

it('every use case has a test of its own', () => {
  const tested = new Set(listed('test/use-cases', '.test.ts'));
  const untested = listed('src/use-cases', '.ts').filter((name) => !tested.has(name));
  expect(untested.filter((name) => !(name in ELSEWHERE))).toEqual([]);
});

it('every subcommand has a test, with others of its kind or alone', () => {
  const together: Readonly<Record<string, string>> = {
    ...{ ack: 'attention', mute: 'attention', snooze: 'attention' },
    ...{ assign: 'team', follow: 'team', note: 'team' },
  };
  const names = (path: string, suffix: string) =>
    execFileSync('git', ['ls-files', `${path}/*${suffix}`], { encoding: 'utf8' })
      .split('\n')
      .filter((file) => file !== '')
      .map((file) => file.slice(path.length + 1, -suffix.length));
  const tested = new Set(names('test/commands', '.test.ts'));
  const commands = names('commands', '.ts').filter((name) => name !== 'index');
  expect(commands.filter((name) => !tested.has(together[name] ?? name))).toEqual([]);
});
