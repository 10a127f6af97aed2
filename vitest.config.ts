import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Slow and thorough: the same rules again over many random lives, crashes and outages, and beside other programs. */
const LONG = [
  'test/{resilience,lab,interop}/**/*.test.ts',
  'test/**/*.{long,fuzz}.test.ts',
  // Whole lives of domains, step by step in real time: most of what they show, unit tests show as well.
  'test/e2e/{access,answers,apps,audit,audit-command,batch,channel-settings,closte-faults,customer,demo,digest,doctor,findings,history,home,logs,map-dialog,mentions,metrics,move,network}.test.ts',
  'test/e2e/{one-click,places,process,process-edges,proxy,races,site,slack-faults,slack-posts,sync,team,unreadable-record,www}.test.ts',
  'test/outbox/lifecycles.test.ts',
  'test/{slack/views/every-event,store/store}.property.test.ts',
  'test/use-cases/batch/run-batch.test.ts',
  'test/cli/{check-domain,domain-connect}.test.ts',
];

/** Those that take longest, as measured: whoever begins them last waits for them alone. */
const LONGEST = [
  'resilience/liveness/liveness',
  'interop/lab',
  'e2e/network',
  'lab/findings',
  'e2e/findings',
  'resilience/outage/outage',
  'e2e/slack-answers.long',
  'e2e/doctor-walks.long',
  'e2e/move',
  'e2e/process',
  'e2e/www',
  'e2e/audit',
  'interop/wordpress',
  'slack/inbound/payloads.fuzz',
  'resilience/chaos/chaos',
  'deploy/image.long',
  'slack/views/every-event.property',
  'cli/bin',
  'store/lowdb/faults',
  'outbox/dispatcher',
  'probe/http/probe',
  'store/lowdb/index/snapshot',
  'store/lowdb/lock/lock',
  'multisite/rest/client',
].map((name) => `/test/${name}.test.ts`);

/** The longest first, then end-to-end tests, which wait most: none of them is left over at the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rankOf = ({ moduleId }: TestSpecification): number => {
      const at = LONGEST.findIndex((name) => moduleId.endsWith(name));
      if (at !== -1) return at;
      return LONGEST.length + (moduleId.includes('/test/e2e/') ? 0 : 1);
    };
    return (await super.sort(files)).toSorted((one, other) => rankOf(one) - rankOf(other));
  }
}

const shared: TestProjectInlineConfiguration['test'] = {
  globalSetup: ['test/support/build.ts'],
  testTimeout: 40_000,
  hookTimeout: 20_000,
  // By default a second, which a disk under load may take for one flush.
  expect: { poll: { timeout: 10_000 } },
  restoreMocks: true,
  // On a shared machine a test that waits for the wire may lose a race: it has to lose three times. Empty counts as set.
  retry: process.env['CI'] === undefined ? 0 : 2,
  // Bolt and its like are imported once for each worker, not for each of 120 files.
  isolate: false,
};

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    reporters: process.env['CI'] ? ['default', ['json', { outputFile: 'test-results.json' }]] : ['default'],
    projects: [
      // Most of them wait for a world on loopback, not for a processor.
      {
        test: {
          ...shared,
          name: 'fast',
          include: ['test/**/*.test.ts'],
          exclude: LONG,
          maxWorkers: 6,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...shared,
          name: 'long',
          include: LONG,
          maxWorkers: 6,
          testTimeout: 120_000,
          // A database is made and started before the first of its tests.
          hookTimeout: 60_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
