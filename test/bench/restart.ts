import type { Observation } from '../../server/domain/observation/index.ts'
import type { Draft } from '../../server/journal/journal.ts'
import { openJournal } from '../../server/journal/open.ts'
import { rulebook } from '../../server/rules/index.ts'
import { quiet } from '../../server/storage/log.ts'
import { migrate, openDatabase } from '../../server/storage/open.ts'
import { startSupervision } from '../../server/supervision/supervision.ts'
import { freshPostgresqlUrl, temporaryFolder } from '../support/database.ts'
import type { BenchRow } from './row.ts'

/** How many entries the journal holds at the restart; BENCH_ENTRIES for the goal's ten million. */
const ENTRIES = Number(process.env.BENCH_ENTRIES ?? 500_000)
const CARS = 500
const CALL = 1_000
const CALLERS = 8
const EVERY_MS = 5_000

const observation = (n: number, at: number): Observation => {
  const car = n % CARS
  const turn = Math.floor(n / CARS)
  const angle = turn / 40 + car
  const carrier = `vehicle/L${car}`
  return {
    kind: 'position.reported',
    observedAt: at,
    data: {
      device: `jt808:${car}`,
      carrier,
      position: [106.3 + 0.05 * Math.cos(angle), 38.3 + 0.05 * Math.sin(angle)],
      accuracyM: null,
      altitudeM: 1_100,
      speedKmh: 30,
      headingDeg: 90,
      satellites: 12,
      ignitionOn: true,
      delivery: 'live',
      mocked: null,
    },
  }
}

/** P10: a restart with a snapshot beside one that folds the journal from its first entry. */
export const benchRestart = async (adminUrl: string): Promise<BenchRow[]> => {
  const dir = temporaryFolder('bench')
  const database = await openDatabase({ databaseUrl: await freshPostgresqlUrl(adminUrl), dataDir: dir, log: quiet })
  await migrate(database)
  const start = Date.now() - (ENTRIES / CARS) * EVERY_MS
  let now = start
  const journal = await openJournal({ database, clock: () => now, signingKey: `${dir}/signing-key`, log: quiet })
  for (let from = 0; from < ENTRIES; from += CALL * CALLERS) {
    now = start + (from / CARS) * EVERY_MS
    const calls = Array.from({ length: CALLERS }, (_, c) =>
      Array.from({ length: CALL }, (_, i): Draft => {
        const n = from + c * CALL + i
        return { source: 'bench', key: String(n), observation: observation(n, now) }
      }),
    )
    await Promise.all(calls.map((drafts) => journal.append(drafts)))
  }
  const options = { database, journal, rulebook, log: quiet }
  const timed = async (): Promise<number> => {
    const from = performance.now()
    const supervision = await startSupervision(options)
    const took = (performance.now() - from) / 1_000
    await supervision.stop()
    return took
  }
  const fold = await timed()
  const snapshot = await timed()
  await journal.close()
  await database.close()
  const what = `state back and live, ${ENTRIES.toLocaleString('en-US')} entries`
  const peer = 'folding from the first entry'
  const ratio = fold / snapshot
  return [
    { id: 'P10', what, value: snapshot, unit: 's', peer, peerValue: fold, ratio, goal: '≤ 5 s', met: snapshot <= 5 },
  ]
}
