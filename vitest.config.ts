import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/build.ts'],
    testTimeout: 40_000,
    hookTimeout: 20_000,
    restoreMocks: true,
    // Most of them wait for a world on loopback, not for a processor.
    maxWorkers: 6,
    reporters: process.env['CI'] ? ['default', ['json', { outputFile: 'test-results.json' }]] : ['default'],
  },
});
