import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    // Real databases and a real browser on two cores take their time; a test fails on what it sees, not on the clock.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    maxWorkers: 2,
    // What a page shows is looked at until it is so: one part of it comes before another.
    expect: { poll: { timeout: 30_000, interval: 100 } },
  },
});
