import { defineConfig } from 'vitest/config'

const shared = { pool: 'threads' as const, isolate: false, testTimeout: 30_000, hookTimeout: 60_000 }

/** `rules` need no database, `database` share one cluster with a cloned database per file, `journeys` start the system as a user does. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: 'rules',
          include: [
            'src/**/domain/**/*.test.ts',
            'src/kernel/*.test.ts',
            'src/platform/config/*.test.ts',
            'src/modules/*/domain.test.ts',
            'web/src/**/*.test.ts',
          ],
        },
      },
      {
        test: {
          ...shared,
          name: 'database',
          globalSetup: 'test/support/cluster.ts',
          include: ['src/**/*.test.ts', 'test/*.test.ts'],
          exclude: ['src/**/domain/**/*.test.ts', 'src/kernel/*.test.ts', 'src/platform/config/*.test.ts', 'src/modules/*/domain.test.ts'],
        },
      },
      {
        test: {
          ...shared,
          name: 'journeys',
          globalSetup: 'test/support/demo-copies.ts',
          sequence: { groupOrder: 1 },
          include: ['test/journeys/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
