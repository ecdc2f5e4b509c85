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

export interface Summons {
  readonly day: string
  readonly who?: Who
  readonly kind?: string
  /** Times of that day, or with a day of their own. */
  readonly arrive?: string
  readonly depart?: string
  readonly how?: string
  /** Who approved, before the person came; null: nobody. */
  readonly approvedBy?: string | null
  readonly grounds?: readonly string[]
  readonly started?: object
  readonly extended?: { readonly at: string; readonly hours: number; readonly grounds: readonly string[] }
  /** Whom the record names, and whose cards open the door. */
  readonly officers?: readonly string[]
  readonly badges?: readonly string[]
  readonly room?: string
  readonly place?: string
  readonly caseType?: 'public-order' | 'administrative'
  readonly act?: readonly [from: string, to: string, signedAt: string]
  readonly recorded?: readonly [from: string, to: string] | null
  readonly notifiedAt?: string | null
  readonly meals?: readonly string[]
  readonly person?: object
  readonly attendees?: readonly object[]
  readonly plus?: readonly Step[]
}

/** A person is summoned, questioned and goes home: lawful throughout, unless told otherwise. */
export const summons = (o: Summons): Step[] => {
  const { day, who = first, kind = 'summons-written', room = rooms.questioning } = o
  const { officers = ['P01', 'P02'], badges = officers, act = ['09:20', '10:40', '10:50'] } = o
  const t = (time: string): Local => on(day, time)
  const [came, went] = [t(o.arrive ?? '09:00'), t(o.depart ?? '15:00')]
  const of = measureOf(who, kind)
  const approvedBy = o.approvedBy === undefined ? 'station-chief' : o.approvedBy
  const tape = o.recorded === undefined ? (['09:05', o.depart ?? '15:00'] as const) : o.recorded
  const notifiedAt = o.notifiedAt === undefined ? '09:40' : o.notifiedAt
  const caseType = o.caseType ?? 'public-order'
  return [
    described(t('08:00'), who, o.person),
    ...(approvedBy === null
      ? []
      : [tell(t('08:30'), 'measure.decided', { ...of, decision: 'approved', rank: approvedBy })]),
    tell(t('08:50'), 'measure.started', { ...of, officers, grounds: o.grounds ?? [], ...o.started }),
    arrive(came, who, o.how ?? 'summoned'),
    tell(came, 'safety.checked', { stay: who.stay, person: who.person, officer: officers[0] }),
    tell(came, 'belongings.listed', { stay: who.stay, signed: true }),
    ...walk(t('09:14'), room, ...badges),
    bring(t('09:15'), who, room),
    ...session(who, {
      kind: 'questioning',
      caseType,
      from: t(act[0]),
      to: t(act[1]),
      signedAt: t(act[2]),
      room,
      officers,
      ...(o.place === undefined ? {} : { place: o.place }),
      ...(o.attendees === undefined ? {} : { attendees: o.attendees }),
    }),
    tell(t('09:21'), 'rights.told', { person: who.person, act: who.act, rights: ['procedural'] }),
    ...(tape === null ? [] : recorded(room, t(tape[0]), t(tape[1]))),
    ...(notifiedAt === null ? [] : [notice(t(notifiedAt), who.measure, who)]),
    ...(o.meals ?? ['12:00']).map((at) => care(t(at), who, 'meal')),
    ...(o.extended
      ? [
          tell(t(o.extended.at), 'measure.extended', {
            ...of,
            total: { amount: o.extended.hours, unit: 'hour' },
            grounds: o.extended.grounds,
            rank: 'station-chief',
          }),
        ]
      : []),
    ...(o.plus ?? []),
    tell(went, 'measure.ended', { ...of, how: 'released' }),
    tell(went, 'belongings.returned', { stay: who.stay, signed: true }),
    depart(went, who),
    ...walk(went, null, ...badges),
  ]
}
