import type { BeatRow, PresenceEvidence, ShiftBoard, StopRow, UnitShift } from '../../../server/contract/duty.ts'
import { say, words } from '../../i18n/language.ts'
import { csvOf, save } from '../../ui/csv.ts'
import { dateOf, dateTimeOf, placeOf } from '../../ui/format.ts'
import { unitName } from '../../ui/unit-name.ts'
import { alcoholWords, awayWords } from './unit-card.tsx'

const evidence = (all: readonly PresenceEvidence[]): string => {
  const t = words().duty
  return all
    .map((e) => `${t.sources[e.source]} ${t.says[e.says]}${e.at === null ? '' : ` ${dateTimeOf(e.at)}`}`)
    .join('; ')
}
const names = (all: readonly { readonly name: string }[]): string => all.map((p) => p.name).join(' ')

/** The board as a table: one line a duty or a patrol. */
export const saveBoard = (board: ShiftBoard, units: readonly UnitShift[]): void => {
  const t = words().duty
  const c = t.columns
  const rows = units.flatMap((u) => [
    ...u.watches.map((w) => [
      say(u.name),
      t.roles[w.role],
      `${w.person.name} ${w.person.id}`,
      w.post ? say(w.post.name) : '',
      dateTimeOf(w.startsAt),
      dateTimeOf(w.endsAt),
      t.states[w.state],
      [evidence(w.evidence), w.away ? awayWords(w.away) : ''].filter((x) => x !== '').join('; '),
      w.alcohol ? alcoholWords(w.alcohol) : '',
    ]),
    ...u.patrols.map((p) => [
      say(u.name),
      t.roles.patrol,
      names(p.crew),
      `${say(p.name)} ${p.plate ?? ''} ${p.beat ? say(p.beat.name) : ''}`,
      dateTimeOf(p.startsAt),
      dateTimeOf(p.endsAt),
      t.states[p.state],
      [evidence(p.evidence), p.order === null ? '' : t.underOrder(p.order)].filter((x) => x !== '').join('; '),
      p.alcohol.map((a) => `${a.person.name} ${alcoholWords(a)}`).join('; '),
    ]),
  ])
  const header = [t.unit, c.role, c.person, c.post, t.stops.from, t.stops.to, c.state, c.evidence, c.checks]
  save(`shifts-${dateTimeOf(board.at).replace(/\D/g, '')}.csv`, csvOf(header, rows))
}

/** Beats as a table, minutes as numbers. */
export const saveBeats = (rows: readonly BeatRow[], from: number): void => {
  const t = words().duty
  const b = t.beats
  const header = [
    ...[t.unit, b.shift, t.columns.carrier, t.columns.beat, t.columns.crew, t.stops.from, t.stops.to],
    ...[
      `${b.duty} (min)`,
      `${b.observed} (min)`,
      `${b.inBeat} (min)`,
      '%',
      b.required(0).replace('0', ''),
      b.share,
      b.findings,
    ],
  ]
  const table = rows.map((r) => [
    ...[unitName(r.unit), r.shift, `${say(r.name)} ${r.plate ?? ''}`, say(r.beat.name), names(r.crew)],
    ...[dateTimeOf(r.startsAt), dateTimeOf(r.endsAt)],
    ...[r.dutyMinutes, r.observedMinutes, r.inBeatMinutes, r.sharePercent, r.requiredPercent],
    b.verdicts[r.verdict],
    r.findings.map((f) => say(f.title)).join('; '),
  ])
  save(`beats-${dateOf(from)}.csv`, csvOf(header, table))
}

export const saveStops = (rows: readonly StopRow[], from: number): void => {
  const t = words().duty
  const header = [
    t.unit,
    t.columns.carrier,
    t.stops.from,
    t.stops.to,
    `${t.stops.long} (min)`,
    t.stops.place,
    t.columns.beat,
    t.stops.why,
  ]
  const table = rows.map((r) => [
    unitName(r.unit),
    `${say(r.name)} ${r.plate ?? ''}`,
    dateTimeOf(r.from),
    dateTimeOf(r.to),
    Math.round((r.to - r.from) / 60_000),
    `${placeOf(r.place)}${r.zone ? ` ${say(r.zone)}` : ''}`,
    r.inBeat === null ? '' : r.inBeat ? t.stops.inBeat : t.stops.outside,
    r.reasons.map(reasonWords).join('; '),
  ])
  save(`stops-${dateOf(from)}.csv`, csvOf(header, table))
}

export const reasonWords = (reason: StopRow['reasons'][number]): string => {
  const t = words().duty.stops
  switch (reason.is) {
    case 'order':
      return t.reasons.order(reason.id)
    case 'task':
      return t.reasons.task(t.tasks[reason.purpose] ?? reason.purpose)
    case 'finding':
      return say(reason.finding.title)
    default:
      return t.reasons[reason.is]
  }
}
