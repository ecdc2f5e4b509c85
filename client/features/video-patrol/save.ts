import type { LookRate, LookRow } from '../../../server/contract/video-patrol.ts'
import { say, words } from '../../i18n/language.ts'
import { csvOf, save } from '../../ui/csv.ts'
import { dateTimeOf } from '../../ui/format.ts'
import { unitName } from '../../ui/unit-name.ts'

/** Hands looks to the browser as a table. */
export const saveLooks = (rows: readonly LookRow[]): void => {
  const t = words().videoPatrol
  const h = t.history
  const header = [h.at, h.camera, h.unit, h.result, h.note, t.recognised, h.by, h.correct]
  const table = rows.map((row) => [
    dateTimeOf(row.at),
    row.name ? say(row.name) : (row.camera ?? h.onSite),
    unitName(row.unit),
    row.results.map((r) => t.results[r]).join('; '),
    row.note,
    row.officers.join(' '),
    row.by,
    row.corrected ? `${row.corrected.by}: ${row.corrected.note}` : '',
  ])
  save(`${t.title}-${dateTimeOf(rows[0]?.at ?? 0).replace(/\D/g, '')}.csv`, csvOf(header, table))
}

/** The same of the statistics: numbers as numbers, each beside its base. */
export const saveRates = (rates: readonly LookRate[]): void => {
  const t = words().videoPatrol
  const r = t.rates
  const wrong = (Object.keys(t.results) as (keyof typeof t.results)[]).filter((k) => k !== 'good' && k !== 'cannot-see')
  const total = words().wall.cameras
  const header = [r.unit, total, r.cameras, r.looks, r.seen, r.good, ...wrong.map((k) => t.results[k]), r.cannotSee]
  const table = rates.map((one) => [
    unitName(one.unit),
    ...[one.cameras, one.camerasSeen, one.looks, one.seen, one.good],
    ...wrong.map((k) => one.results[k] ?? 0),
    one.cannotSee,
  ])
  save(
    `${t.title}-${t.views.rates}.csv`,
    csvOf(
      [...header, r.corrected],
      table.map((row, i) => [...row, rates[i]!.corrected]),
    ),
  )
}
