import type { Watch } from '../../domain/duty/register.ts'
import { common, joined, type Stretch } from '../../domain/duty/spans.ts'
import type { Register } from '../../domain/register.ts'
import { hours } from '../../domain/time.ts'
import { orders } from '../basis.ts'
import { sensorKinds } from '../patterns/acts.ts'
import { supervisionRegulation } from '../patterns/enactments.ts'
import { noLongerThan } from '../patterns/stretches.ts'
import {
  absenceKinds,
  dutiesOf,
  isBlind,
  leaveKinds,
  rosterKinds,
  signedInTimes,
  signKinds,
  signSchema,
  signSetting,
  signsBefore,
  uncovered,
  whileFed,
} from '../patterns/watch.ts'

/** 带班领导不在岗 (legal table N, duty-24h-leader). */
export const leaderAbsent = noLongerThan({
  id: 'duty.leader-absent',
  title: { zh: '值班期间带班领导不在岗', en: 'The leader in charge of a watch is not there' },
  grade: 'B',
  citations: [orders, supervisionRegulation('第四条', '(九)组织管理和警务保障的情况；')],
  paramSchema: signSchema,
  params: [{ from: '2013-01-01', value: { toleranceMinutes: 15, signInHours: 24 } }],
  localSettings: [
    {
      param: 'toleranceMinutes',
      title: { zh: '带班领导到岗宽限、短暂离开的容许时间', en: 'Grace for the leader to come, and to be away' },
      unit: 'minute',
    },
    signSetting,
  ],
  limits: {
    zh: '以值班安排和签到为准：签到后人是否仍在，看不到；同单位其他领导、备岗人、替岗人签到均视为有人带班。签到系统没有登记或者中断的时间不作判断。分钟数为本局设定。',
    en: 'Goes by the roster and by sign-ins: whether somebody who signed in is still there it cannot see. Any other leader of the unit, a backup or a substitute who signs in counts. It does not judge a time in which no sign-in system was declared, or it was down. The minutes are the bureau’s.',
  },
  consumes: [...rosterKinds, ...signKinds, ...absenceKinds, ...leaveKinds, ...sensorKinds],
  subject: dutiesOf('leader'),
  look(subject, { signInHours }, { now, register }) {
    const parts = register.duty.watches(subject).filter((w) => w.role === 'leader')
    const found = parts.map((w) => {
      const away = uncovered(w, leadersThere(register, w, hours(signInHours)))
      const known = whileFed(register, 'duty', away, now)
      const stretches = known.map((s) => ({
        ...s,
        unit: w.unit,
        officers: [w.officer],
        seen: [...w.seqs, ...signsBefore(register, w.officer, w.startsAt, s.from)],
        facts: {
          duty: w.duty,
          role: w.role,
          officer: w.officer,
          startsAt: w.startsAt,
          endsAt: w.endsAt,
          onLeave: register.duty.leaveAt(w.officer, s.from) !== undefined,
        },
      }))
      return { stretches, blind: isBlind(away, known, now) }
    })
    return {
      stretches: found.flatMap((f) => f.stretches),
      missing: found.some((f) => f.blind) ? 'sensor.installed watches duty' : undefined,
    }
  },
})

/** Everybody who may stand for the leader: the backup, reported substitutes, other leaders of the unit or of the watch. */
const leadersThere = (register: Register, w: Watch, holdMs: number): Stretch[] => {
  const { duty } = register
  const others = [
    w.backup,
    ...duty.absences(w.officer).map((a) => a.data.substitute),
    ...[w.startsAt, w.endsAt].flatMap((at) => duty.leaders(w.unit, at).map((l) => l.data.officer)),
    ...duty
      .ofUnit(w.unit)
      .filter((x) => x.role === 'leader' && x.endsAt > w.startsAt && x.startsAt < w.endsAt)
      .map((x) => x.officer),
  ]
  const all = new Set([w.officer, ...others.flatMap((o) => o ?? [])])
  return common(
    [{ from: w.startsAt, to: w.endsAt }],
    joined([...all].flatMap((officer) => signedInTimes(register, officer, w.unit, holdMs))),
  )
}
