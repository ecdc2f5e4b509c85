import type { TestProject } from 'vitest/node'
import { startPostgresql } from './postgresql-server.ts'
import { startRedis } from './redis-server.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** An administrator's URL of the run's own PostgreSQL with PostGIS; see database.ts for a fresh database. */
    postgresqlUrl: string
    /** The run's own Redis. */
    redisUrl: string
  }
}

/**
 * Starts, for one run of the tests, a PostgreSQL and a Redis of its own in temporary folders on private ports, and
 * returns how to end them. vitest calls that also when tests fail; `exit` covers an interrupted run.
 */
// biome-ignore lint/style/noDefaultExport: vitest asks for one
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const services = await Promise.allSettled([startPostgresql(), startRedis()])
  const started = services.flatMap((s) => (s.status === 'fulfilled' ? [s.value] : []))
  const killAll = (): void => {
    for (const service of started) service.kill()
  }
  process.on('exit', killAll)
  const stop = async (): Promise<void> => {
    await Promise.all(started.map((service) => service.stop()))
    process.off('exit', killAll)
  }
  const failed = services.find((s) => s.status === 'rejected')
  if (failed) {
    await stop()
    throw failed.reason
  }
  project.provide('postgresqlUrl', started[0]!.url)
  project.provide('redisUrl', started[1]!.url)
  return stop
}
