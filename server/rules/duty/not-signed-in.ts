import { joined, without } from '../../domain/duty/spans.ts'
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
  onLeave,
  orderedAway,
  orderKinds,
  rosterKinds,
  signedInTimes,
  signKinds,
  signSchema,
  signSetting,
  uncovered,
  whileFed,
} from '../patterns/watch.ts'

const roles = ['officer', 'standby', 'window', 'command', 'guard'] as const

/** 值班、备勤人员未到岗 (legal table N, duty-24h-leader, duty-absence). */
export const notSignedIn = noLongerThan({
  id: 'duty.not-signed-in',
  title: { zh: '值班备勤人员未按时到岗', en: 'Somebody on duty or standby has not come in time' },
  grade: 'C',
  citations: [orders, supervisionRegulation('第四条', '(九)组织管理和警务保障的情况；')],
  paramSchema: signSchema,
  params: [{ from: '2013-01-01', value: { toleranceMinutes: 15, signInHours: 24 } }],
  localSettings: [
    { param: 'toleranceMinutes', title: { zh: '到岗宽限', en: 'Grace to come' }, unit: 'minute' },
    signSetting,
  ],
  limits: {
    zh: '以值班安排和签到为准，没有签到不等于人没有来。备岗人、报告的替岗人签到视为到岗；休假、按指令出警和批准的任务不计。签到系统没有登记或者中断的时间不作判断。',
    en: 'Goes by the roster and by sign-ins: somebody who did not sign in may be there. A backup or a reported substitute who signs in counts. Leave, orders and approved tasks are not counted. It does not judge a time in which no sign-in system was declared, or it was down.',
  },
  consumes: [...rosterKinds, ...signKinds, ...absenceKinds, ...leaveKinds, ...orderKinds, ...sensorKinds],
  subject: dutiesOf(...roles),
  look(subject, { signInHours }, { now, register }) {
    let blind = false
    const stretches = register.duty
      .watches(subject)
      .filter((w) => (roles as readonly string[]).includes(w.role))
      .flatMap((w) => {
        const stands = [w.officer, w.backup, ...register.duty.absences(w.officer).map((a) => a.data.substitute)]
        const there = stands.flatMap((o) => (o ? signedInTimes(register, o, w.unit, hours(signInHours)) : []))
        // Only until they first came: leaving again is another duty's.
        const first = uncovered(w, there).filter((s) => s.from === w.startsAt)
        const away = without(first, joined([...onLeave(register, w.officer), ...orderedAway(register, w.officer)]))
        const known = whileFed(register, 'duty', away, now)
        blind ||= isBlind(away, known, now)
        return known.map((s) => ({
          ...s,
          unit: w.unit,
          officers: [w.officer],
          seen: w.seqs,
          facts: {
            duty: w.duty,
            role: w.role,
            officer: w.officer,
            post: w.post,
            startsAt: w.startsAt,
            endsAt: w.endsAt,
          },
        }))
      })
    return { stretches, missing: blind ? 'sensor.installed watches duty' : undefined }
  },
})
