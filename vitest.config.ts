import { defineConfig } from 'vitest/config';

// A zone with a quarter-hour offset and another date than UTC for half of the day:
// what depends on the machine's clock or zone does not pass by luck.
process.env['TZ'] = 'Pacific/Chatham';

const shared = {
  environment: 'node',
  // Tests ask what happens, not how fast: a busy machine fails none of them.
  testTimeout: 120_000,
  hookTimeout: 180_000,
  pool: 'forks',
  restoreMocks: true,
} as const;

/** Runners: `unit` asks functions, `sites` builds whole folders, `browser` opens built sites in Chromium, one file at a time. */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          ...shared,
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/sites/**', 'tests/browser/**', 'tests/bench/**'],
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'sites',
          include: ['tests/sites/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          fileParallelism: false,
        },
      },
    ],
  },
});
