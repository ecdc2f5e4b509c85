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

export interface Crime {
  readonly day: string
  readonly next: string
  /** The day on which arrest is asked for, and the measure changed to bail. */
  readonly third: string
  readonly who?: Who
  /** How the person came: summoned, or compelled. */
  readonly kind?: 'criminal-summons' | 'compelled-appearance'
  readonly approvedBy?: string
  readonly extended?: { readonly at: string; readonly rank: string; readonly grounds: readonly string[] } | null
  /** When the summons ends and detention (刑事拘留) begins. */
  readonly detainedAt?: string
  /** When the detention house takes the person. */
  readonly admittedAt?: string
  readonly familyToldAt?: string | null
  /** When the person is interrogated after detention, in the detention house. */
  readonly interrogatedAt?: string
  readonly arrestAskedAt?: string
  readonly officers?: readonly string[]
  readonly badges?: readonly string[]
  readonly recorded?: readonly [from: string, to: string] | null
  readonly act?: object
  readonly person?: object
  readonly attendees?: readonly object[]
  readonly place?: string
  /** Who interrogates in the detention house, and who else is there. */
  readonly visitors?: readonly string[]
  readonly rightsTold?: boolean
  readonly plus?: readonly Step[]
}

/** A suspect is called in, interrogated, detained and put on bail: lawful throughout, unless told otherwise. */
export const crime = (o: Crime): Step[] => {
  const { day, next, third, who = first, kind = 'compelled-appearance' } = o
  const { officers = ['P01', 'P02'], badges = officers } = o
  const t = (time: string): Local => on(day, time)
  const calling = measureOf(who, kind)
  const held = { ...measureOf({ ...who, measure: `${who.measure}-d` }, 'criminal-detention'), stay: null }
  const bail = { ...measureOf({ ...who, measure: `${who.measure}-b` }, 'bail'), stay: null }
  const house = { facility: 'detention-house', facilityKind: 'detention-house' }
  const room = rooms.interrogation
  const detainedAt = t(o.detainedAt ?? '18:00')
  const admittedAt = t(o.admittedAt ?? '20:00')
  const interrogatedAt = on(next, o.interrogatedAt ?? '09:00')
  const tape = o.recorded === undefined ? (['09:20', '11:10'] as const) : o.recorded
  const familyToldAt = o.familyToldAt === undefined ? '20:30' : o.familyToldAt
  const later = { ...who, act: `${who.act}-2`, stay: who.stay }
  return [
    tell(t('08:00'), 'case.filed', {
      case: who.case ?? 'x1',
      unit: 'station-chengdong',
      type: 'criminal',
      rank: 'bureau-chief',
    }),
    described(t('08:10'), who, o.person),
    tell(t('08:20'), 'measure.decided', { ...calling, decision: 'approved', rank: o.approvedBy ?? 'bureau-chief' }),
    tell(t('08:30'), 'measure.started', { ...calling, officers }),
    arrive(t('09:00'), who, kind === 'criminal-summons' ? 'summoned' : 'compelled'),
    tell(t('09:05'), 'safety.checked', { stay: who.stay, person: who.person, officer: officers[0] }),
    tell(t('09:05'), 'belongings.listed', { stay: who.stay, signed: true }),
    ...(tape === null ? [] : recorded(room, t(tape[0]), t(tape[1]))),
    ...walk(t('09:28'), room, ...badges),
    bring(t('09:29'), who, room),
    ...session(who, {
      kind: 'interrogation',
      caseType: 'criminal',
      from: t('09:30'),
      to: t('10:50'),
      signedAt: t('11:00'),
      room,
      officers,
      ...(o.place === undefined ? {} : { place: o.place }),
      attendees: o.attendees ?? [],
      more: { chargeBand: 'major', ...o.act },
    }),
    ...(o.rightsTold === false
      ? []
      : [
          tell(t('09:31'), 'rights.told', {
            person: who.person,
            act: who.act,
            rights: ['procedural', 'lawyer', 'leniency'],
          }),
        ]),
    care(t('12:00'), who, 'meal'),
    care(t('13:00'), who, 'rest'),
    care(t('17:30'), who, 'meal'),
    ...(o.extended
      ? [
          tell(t(o.extended.at), 'measure.extended', {
            ...calling,
            total: { amount: 24, unit: 'hour' },
            grounds: o.extended.grounds,
            rank: o.extended.rank,
          }),
        ]
      : []),
    ...(o.plus ?? []),
    tell(detainedAt, 'measure.ended', { ...calling, how: 'changed', next: 'criminal-detention' }),
    tell(detainedAt, 'measure.decided', { ...held, decision: 'approved', rank: 'bureau-chief' }),
    tell(detainedAt, 'measure.started', { ...held, officers }),
    depart(detainedAt, who, 'handed-to-custody'),
    ...walk(detainedAt, null, ...badges),
    tell(admittedAt, 'custody.admitted', {
      person: who.person,
      ...house,
      measure: held.measure,
      papers: true,
      bodyExam: true,
    }),
    ...(familyToldAt === null ? [] : [notice(t(familyToldAt), held.measure, who)]),
    ...visit(later, interrogatedAt, o.visitors ?? ['P01', 'P02'], o.attendees ?? []),
    tell(on(third, o.arrestAskedAt ?? '16:00'), 'application.made', {
      application: `${who.measure}-ask`,
      kind: 'arrest-approval',
      person: who.person,
      unit: 'procuratorate',
      measure: held.measure,
    }),
    tell(on(third, '17:00'), 'measure.ended', { ...held, how: 'changed', next: 'bail' }),
    tell(on(third, '17:00'), 'custody.released', { person: who.person, ...house, measure: held.measure }),
    tell(on(third, '17:00'), 'measure.started', { ...bail, officers }),
  ]
}

/** 提讯: an interrogation in the detention house, recorded there. */
const visit = (who: Who, at: Local, officers: readonly string[], attendees: readonly object[]): Step[] => {
  const end = at.replace(
    /(\d\d):(\d\d)$/,
    (_, h: string, m: string) => `${String(Number(h) + 1).padStart(2, '0')}:${m}`,
  )
  const tape = { recording: `tape-${who.act}`, act: who.act, room: null }
  return [
    tell(at, 'custody.visited', {
      visit: `v-${who.act}`,
      person: who.person,
      facility: 'detention-house',
      facilityKind: 'detention-house',
      officers,
      permit: true,
    }),
    tell(at, 'recording.started', tape),
    ...session(
      { ...who },
      {
        kind: 'interrogation',
        caseType: 'criminal',
        from: at,
        to: end,
        signedAt: end,
        room: null,
        place: 'detention-house',
        officers,
        attendees,
        more: { chargeBand: 'major', stay: null },
      },
    ),
    tell(end, 'recording.stopped', tape),
  ]
}
