import type { Local, Step } from './scenario.ts'
import {
  arrive,
  bring,
  care,
  depart,
  described,
  first,
  measureOf,
  notice,
  on,
  recorded,
  rooms,
  session,
  tell,
  type Who,
  walk,
} from './scene.ts'

export interface Stop {
  readonly day: string
  readonly who?: Who
  readonly arrive?: string
  readonly depart?: string
  readonly approvedBy?: string | null
  readonly approvedAt?: string
  readonly exclusions?: readonly string[]
  readonly extensions?: readonly {
    readonly at: string
    readonly hours: number
    readonly rank: string
    readonly grounds: readonly string[]
  }[]
  readonly officers?: readonly string[]
  readonly badges?: readonly string[]
  readonly person?: object
  readonly sex?: 'male' | 'female'
  readonly room?: string
  /** Where the person waits between and after the questions; null: in the interrogation room, under guard. */
  readonly waits?: string | null
  readonly notifiedAt?: string | null
  /** Whether a safety check is on record before the first room. */
  readonly checked?: boolean
  readonly belongings?: boolean
  readonly bedding?: string | null
  readonly plus?: readonly Step[]
}

/** Something to eat and drink at least every six hours, through the night as well. */
const mealtimes = (day: string): readonly Local[] => {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
  return [`${day} 12:00`, `${day} 18:00`, `${day} 23:00`, `${next} 05:00`, `${next} 11:00`]
}

/** Stopped in the street, brought in for continued questioning (继续盘问), let go: lawful throughout, unless told otherwise. */
export const stop = (o: Stop): Step[] => {
  const { day, who = { ...first, case: null }, officers = ['P25', 'P26'], badges = officers } = o
  const t = (time: string): Local => on(day, time)
  const [came, went] = [t(o.arrive ?? '10:00'), t(o.depart ?? '18:00')]
  const of = measureOf(who, 'continued-questioning')
  const check = { ...measureOf({ ...who, measure: `${who.measure}-check` }, 'on-the-spot-check'), stay: null }
  const approvedBy = o.approvedBy === undefined ? 'station-chief' : o.approvedBy
  const notifiedAt = o.notifiedAt === undefined ? '10:40' : o.notifiedAt
  const waits = o.waits === undefined ? rooms.waitingMen : o.waits
  const room = o.room ?? rooms.interrogation
  const sex = o.sex ?? 'male'
  return [
    tell(t('09:40'), 'measure.started', { ...check, officers, grounds: ['caught-in-act'], onScene: true }),
    tell(t('09:50'), 'measure.ended', { ...check, how: 'changed', next: 'continued-questioning' }),
    arrive(came, who, 'brought', sex),
    described(came, who, { sex, ...o.person }),
    ...(o.checked === false
      ? []
      : [tell(t('10:05'), 'safety.checked', { stay: who.stay, person: who.person, officer: officers[0] })]),
    ...(approvedBy === null
      ? []
      : [
          tell(t(o.approvedAt ?? '10:10'), 'measure.decided', {
            ...of,
            decision: 'approved',
            rank: approvedBy,
            grounds: ['caught-in-act'],
            document: '继盘〔2026〕1号',
          }),
        ]),
    tell(t('10:12'), 'measure.started', {
      ...of,
      officers,
      grounds: ['caught-in-act'],
      onScene: true,
      exclusions: o.exclusions ?? [],
    }),
    ...(o.belongings === false ? [] : [tell(t('10:13'), 'belongings.listed', { stay: who.stay, signed: true })]),
    ...recorded(room, t('10:14'), t('11:40')),
    ...walk(t('10:15'), room, ...badges),
    bring(t('10:16'), who, room),
    ...session(who, {
      kind: 'continued-questioning',
      caseType: 'administrative',
      from: t('10:20'),
      to: t('11:20'),
      signedAt: t('11:30'),
      room,
      officers,
    }),
    ...(notifiedAt === null ? [] : [notice(t(notifiedAt), who.measure, who)]),
    ...(waits === null ? [] : [bring(t('11:40'), who, waits), ...walk(t('11:40'), waits, ...badges)]),
    ...mealtimes(day)
      .filter((at) => at < went)
      .map((at) => care(at, who, 'meal')),
    ...(o.extensions ?? []).map(({ at, hours, rank, grounds }) =>
      tell(t(at), 'measure.extended', { ...of, total: { amount: hours, unit: 'hour' }, grounds, rank }),
    ),
    ...(o.bedding ? [care(t(o.bedding), who, 'bedding')] : []),
    ...(o.plus ?? []),
    tell(went, 'measure.ended', { ...of, how: 'released', reason: 'cleared' }),
    tell(went, 'belongings.returned', { stay: who.stay, signed: true }),
    depart(went, who),
    ...walk(went, null, ...badges),
  ]
}
