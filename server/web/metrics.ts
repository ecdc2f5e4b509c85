import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Supervision } from '../supervision/supervision.ts'
import type { Feed } from './live.ts'
import type { AnyRoute } from './route.ts'

/** What this side of the house counts. Names and counts only: nothing here identifies a person. */
export const createMetrics = (registry: Registry = new Registry()) => {
  const registers = [registry]
  const requests = new Histogram({
    name: 'custodes_http_request_seconds',
    help: 'Time from request to reply, by route and status',
    labelNames: ['route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers,
  })
  const refused = new Counter({
    name: 'custodes_http_refused_total',
    help: 'Requests refused, by status',
    labelNames: ['status'],
    registers,
  })

  const watch = (supervision: Supervision, feed: Feed): void => {
    const gauge = (name: string, help: string, read: () => number): void => {
      new Gauge({
        name,
        help,
        registers,
        collect() {
          this.set(read())
        },
      })
    }
    gauge('custodes_supervision_seq', 'Last journal entry that had its effect', supervision.seq)
    gauge('custodes_supervision_subjects', 'Subjects the rulebook watches', supervision.subjects)
    gauge('custodes_findings_open', 'Findings not finished', supervision.cases.size)
    gauge('custodes_rules_failing', 'Rules that threw', () => supervision.failing().size)
    gauge('custodes_journal_backlog', 'Drafts waiting to be committed', () => supervision.journal.backlog())
    gauge('custodes_consoles', 'Consoles on the live feed', feed.connections)
    gauge('custodes_console_buffer_bytes', 'The most that waits for one console', feed.buffered)
    gauge('custodes_consoles_lagging', 'Consoles that do not take what they are sent', feed.lagging)
  }

  return {
    registry,
    watch,
    answered: (route: AnyRoute, status: number, ms: number): void => {
      requests.observe({ route: `${route.method} ${route.path}`, status }, ms / 1000)
      if (status >= 400) refused.inc({ status })
    },
  }
}
