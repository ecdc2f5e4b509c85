import { common, joined, stretchOf, without } from '../../domain/duty/spans.ts'
import type { Shift } from '../../domain/register.ts'
import { hours } from '../../domain/time.ts'
import { sensorKinds } from '../patterns/acts.ts'
import { tellsOfCameras } from '../patterns/body-camera.ts'
import { internalAffairs, unread } from '../patterns/elsewhere.ts'
import { isAuxiliary } from '../patterns/officers.ts'
import { noLongerThan, toleranceOf } from '../patterns/stretches.ts'
import { isBlind, leaveKinds, onLeave } from '../patterns/watch.ts'

const SEPARATOR = '#'

/** 执勤携带执法记录仪 (legal table K, bwc-carry). */
export const notCarried = noLongerThan({
  id: 'body-camera.not-carried',
  title: { zh: '巡逻执勤民警没有领用执法记录仪', en: 'An officer on patrol has no body camera' },
  grade: 'C',
  citations: [internalAffairs('第一百七十二条', '执法执勤按规定携带单警装备、执法记录仪。')],
  paramSchema: toleranceOf,
  params: [{ from: '2021-12-28', value: { toleranceMinutes: 30 } }],
  localSettings: [
    {
      param: 'toleranceMinutes',
      title: { zh: '上班后领用的时间', en: 'Time to draw it after the shift begins' },
      unit: 'minute',
    },
  ],
  shipsOff: unread,
  limits: {
    zh: '以领用、归还登记为准：领了没有佩戴看不到。只看有巡区的班次的民警，辅警不看；休假、经批准不携带的不计。',
    en: 'Goes by issue and return: whether it is worn it cannot see. Only officers on shifts with a beat, no auxiliaries; leave and approved exemptions are not counted.',
  },
  consumes: [
    'shift.scheduled',
    'shift.cancelled',
    'body-camera.issued',
    'body-camera.returned',
    'body-camera.exempted',
    ...leaveKinds,
    ...sensorKinds,
  ],
  subject(o, register) {
    if (o.kind === 'shift.scheduled')
      return o.data.beat === null ? [] : o.data.crew.map((officer) => `${o.data.shift}${SEPARATOR}${officer}`)
    if (o.kind === 'shift.cancelled') return []
    // A leave or an exemption is about its own time, whenever it was given; a camera about the time around.
    const [from, to] =
      'startsAt' in o.data ? [o.data.startsAt, o.data.endsAt] : [o.observedAt - hours(12), o.observedAt + hours(12)]
    const near = (s: Shift): boolean => s.beat !== null && s.startsAt <= to && from <= s.endsAt
    // The platform went or came back: every patrol of then is to be looked at again.
    if ('sensor' in o.data)
      return tellsOfCameras(o.data.sensor, register)
        ? register
            .shifts()
            .filter(near)
            .flatMap((s) => s.crew.map((one) => `${s.shift}${SEPARATOR}${one}`))
        : []
    const { officer } = o.data
    if (officer === null) return []
    return register
      .shiftsWith(officer)
      .filter(near)
      .map((s) => `${s.shift}${SEPARATOR}${officer}`)
  },
  look(subject, _law, { now, register }) {
    const officer = subject.slice(subject.lastIndexOf(SEPARATOR) + 1)
    const shift = register.shiftsWith(officer).find((s) => `${s.shift}${SEPARATOR}${officer}` === subject)
    if (!shift || isAuxiliary(register, officer)) return { stretches: [] }
    const carried = [
      ...register.duty.cameras(officer).map((c) => stretchOf({ from: c.from, to: c.to ?? undefined })),
      ...register.duty.cameraExemptions(officer).map((e) => ({ from: e.data.startsAt, to: e.data.endsAt })),
      ...onLeave(register, officer),
    ]
    const bare = without([{ from: shift.startsAt, to: shift.endsAt }], carried)
    const fed = joined(register.custody.fedTimes('body-cameras').map(stretchOf))
    const known = bare.flatMap((s) => (s.from >= now ? [s] : common([s], fed)))
    return {
      stretches: known.map((s) => ({
        ...s,
        unit: shift.unit,
        officers: [officer],
        carrier: shift.carrier,
        seen: register.duty
          .cameras(officer)
          .flatMap((c) => c.seqs)
          .slice(-4),
        facts: { shift: shift.shift, officer, beat: shift.beat, startsAt: shift.startsAt },
      })),
      missing: isBlind(bare, known, now) ? 'sensor.installed watches body-cameras' : undefined,
    }
  },
})
