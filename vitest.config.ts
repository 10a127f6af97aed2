import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

/** Thorough and slow: the same rules again over many random lives, crashes, outages, and beside other programs. */
const LONG = ['test/{chaos,outage,model,fuzz,lab,peers}/**/*.test.ts', 'test/**/*.long.test.ts'];

const shared: TestProjectInlineConfiguration['test'] = {
  globalSetup: ['test/support/build.ts'],
  testTimeout: 40_000,
  hookTimeout: 20_000,
  restoreMocks: true,
  // One import of Bolt and its like for each worker, not for each file.
  pool: 'forks',
  isolate: false,
};

export default defineConfig({
  test: {
    // Most of them wait for a world on loopback, not for a processor.
    maxWorkers: Number(process.env['MW'] ?? 10),
    reporters: process.env['CI'] ? ['default', ['json', { outputFile: 'test-results.json' }]] : ['default'],
    projects: [
      { test: { ...shared, name: 'fast', include: ['test/**/*.test.ts'], exclude: LONG } },
      { test: { ...shared, name: 'long', include: LONG } },
    ],
  },
});
