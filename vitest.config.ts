import { defineConfig } from 'vitest/config'

/** Tests of pure folders hold no state between files: they share one loaded program, which is five times as quick. */
const pure = ['rules', 'protocols', 'domain', 'engine'].map((folder) => `test/${folder}/**/*.test.ts`)
const services = ['test/**/*.services.test.ts', 'test/journeys/**/*.test.ts']

/** Whatever starts a server, a database or a browser is a project of its own: two such files run at a time (scripts/test). */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'pure',
          include: pure,
          exclude: services,
          isolate: false,
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
          exclude: [...services, ...pure, 'test/bench/**'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          name: 'services',
          include: services,
          globalSetup: ['test/support/services.ts'],
          maxConcurrency: 2,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
