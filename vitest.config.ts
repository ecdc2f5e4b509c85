import { defineConfig } from 'vitest/config'

/** Unit, property and contract tests run side by side; whatever starts a server, a database or a browser runs alone. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
          exclude: ['test/journeys/**', 'test/**/*.services.test.ts', 'test/bench/**'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'services',
          include: ['test/**/*.services.test.ts', 'test/journeys/**/*.test.ts'],
          globalSetup: ['test/support/services.ts'],
          fileParallelism: false,
          maxConcurrency: 2,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
