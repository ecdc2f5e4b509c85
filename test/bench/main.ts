import fs from 'node:fs'
import os from 'node:os'
import { startPostgresql } from '../support/postgresql-server.ts'
import { benchCasework } from './casework.ts'
import { benchCustody } from './custody.ts'
import { benchFanout } from './fanout.ts'
import { benchGeofence } from './geofence.ts'
import { benchIngest } from './ingest.ts'
import { benchJournal } from './journal.ts'
import { benchLatency } from './latency.ts'
import { benchMap } from './map.ts'
import { benchRestart } from './restart.ts'
import { benchReview } from './review.ts'
import type { BenchRow } from './row.ts'
import { benchRules } from './rules.ts'
import { benchTickets } from './tickets.ts'
import { benchVideo } from './video.ts'
import { benchFrames } from './video-frames.ts'
import { benchWallOf16 } from './wall-of-16.ts'

/** `npm run bench [-- P1 P4 …]`: each figure beside its peer in the same run; `--write` puts them into docs/benchmarks.md. */
const args = process.argv.slice(2)
const wanted = new Set(args.filter((a) => !a.startsWith('--')))
const benches: Readonly<Record<string, (postgresqlUrl: string) => Promise<readonly BenchRow[]>>> = {
  P1: benchIngest,
  P2: benchGeofence,
  P3: benchJournal,
  P4: benchFanout,
  P5: async () => [...(await benchRules()), ...(await benchCustody())],
  P6: benchLatency,
  P7: benchMap,
  P8: benchVideo,
  FRAMES: benchFrames,
  WALL16: benchWallOf16,
  P9: benchReview,
  P10: benchRestart,
  TICKETS: benchTickets,
  CASES: benchCasework,
}

const figure = (n: number | null): string => {
  if (n === null) return '–'
  const digits = Math.abs(n) >= 100 ? 0 : Math.abs(n) >= 10 ? 1 : 3
  return n.toLocaleString('en-US', { maximumFractionDigits: digits })
}

const line = (r: BenchRow): string =>
  `| ${r.id} | ${r.what} | ${figure(r.value)} ${r.unit} | ${r.peer ?? '–'} | ${figure(r.peerValue)} | ${r.ratio === null ? '–' : `${figure(r.ratio)} ×`} | ${r.goal ?? '–'} | ${r.met === null ? '' : r.met ? 'met' : '**not met**'} |`

const machine = (): string =>
  `${os.cpus().length} × ${os.cpus()[0]!.model.trim()}, ${Math.round(os.totalmem() / 2 ** 30)} GiB, ${os.type()} ${os.release()}, Node ${process.versions.node}`

const postgresql = await startPostgresql()
const lines: string[] = []
try {
  for (const [id, bench] of Object.entries(benches)) {
    if (wanted.size > 0 && !wanted.has(id)) continue
    console.error(`${id} …`)
    for (const row of await bench(postgresql.url)) {
      lines.push(line(row))
      console.log(line(row))
    }
  }
} finally {
  await postgresql.stop()
}

if (args.includes('--write')) {
  const page = fs.readFileSync('docs/benchmarks.md', 'utf8')
  const table = `| goal | what | figure | peer | peer’s | ratio | goal | |\n|---|---|---|---|---|---|---|---|\n${lines.join('\n')}`
  const text = `Machine: ${machine()}. ${new Date().toISOString().slice(0, 10)}.\n\n${table}\n`
  fs.writeFileSync('docs/benchmarks.md', page.replace(/(<!-- figures -->\n)[\s\S]*?(<!-- end -->)/, `$1${text}$2`))
}
process.exit(0)
