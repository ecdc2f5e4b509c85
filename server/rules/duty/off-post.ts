import type { Watch } from '../../domain/duty/register.ts'
import { common, joined, type Stretch, stretchOf, without } from '../../domain/duty/spans.ts'
import type { Register } from '../../domain/register.ts'
import { hours } from '../../domain/time.ts'
import { orders } from '../basis.ts'
import { sensorKinds } from '../patterns/acts.ts'
import { discipline } from '../patterns/elsewhere.ts'
import { noLongerThan } from '../patterns/stretches.ts'
import {
  absenceKinds,
  dutiesOf,
  insideTimes,
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
  signsBefore,
  whileFed,
} from '../patterns/watch.ts'

const roles = ['officer', 'window', 'command', 'guard'] as const
const byRole = dutiesOf(...roles)

/** 脱岗 (legal table N, duty-off-post): leaving a post is reported, and somebody stands in. */
export const offPost = noLongerThan({
  id: 'duty.off-post',
  title: { zh: '值班人员离岗未报告或者未安排替岗', en: 'A post was left without a report and a substitute' },
  grade: 'B',
  citations: [orders, discipline('第十二条', '（五）在值班、备勤、执勤时擅离岗位，造成不良后果的；')],
  paramSchema: signSchema,
  params: [{ from: '2013-01-01', value: { toleranceMinutes: 15, signInHours: 24 } }],
  localSettings: [
    {
      param: 'toleranceMinutes',
      title: { zh: '短暂离岗的容许时间', en: 'How long a post may be left' },
      unit: 'minute',
    },
    signSetting,
  ],
  limits: {
    zh: '只看安排了岗位的值班。岗位有门禁的看门禁，没有的看签退；报告离岗而无替岗人的，自报告时起视为离岗；在本单位其他登记房间内的不算离岗。已报告并有替岗人、按指令出警、批准的任务、休假不计；口头报告未录入的看不到。不说明是否造成后果。',
    en: 'Only watches at a post. Where the post has a badge door it goes by the door, elsewhere by signing out; whoever reports leaving without a substitute has left from then on; another registered room of the unit is not away. Reported with a substitute, ordered out, at an approved task or on leave is not counted; a spoken report that nobody entered is invisible. It says nothing of consequences.',
  },
  consumes: [
    ...rosterKinds,
    ...signKinds,
    ...absenceKinds,
    ...leaveKinds,
    ...orderKinds,
    ...sensorKinds,
    'room.entered',
    'room.left',
  ],
  subject(o, register) {
    if (o.kind !== 'room.entered' && o.kind !== 'room.left') return byRole(o, register)
    return register.duty.dutyOf(o.data.who, o.observedAt).flatMap((w) => (w.post === null ? [] : [w.duty]))
  },
  look(subject, { signInHours }, { now, register }) {
    let blind = false
    const stretches = register.duty
      .watches(subject)
      .filter((w) => w.post !== null && (roles as readonly string[]).includes(w.role))
      .flatMap((w) => {
        const { away, known } = awayFrom(register, w, hours(signInHours), now)
        blind ||= isBlind(away, known, now)
        const told = (s: Stretch) =>
          register.duty.absences(w.officer).filter((a) => a.at <= s.to && (a.endedAt ?? s.from) >= s.from)
        return known.map((s) => ({
          ...s,
          unit: w.unit,
          officers: [w.officer],
          seen: [
            ...w.seqs,
            ...signsBefore(register, w.officer, w.startsAt, s.from),
            ...doorBefore(register, w, s),
            ...told(s).map((a) => a.seq),
          ],
          facts: {
            duty: w.duty,
            officer: w.officer,
            post: w.post,
            reported: told(s).length > 0,
            substitute: null,
          },
        }))
      })
    return { stretches, missing: blind ? 'sensor.installed watches duty' : undefined }
  },
})

/** From when the officer first came until the end, the time at the post and the time excused taken off. */
const awayFrom = (register: Register, w: Watch, holdMs: number, now: number) => {
  const signed = signedInTimes(register, w.officer, w.unit, holdMs)
  const inside = insideTimes(register, w.officer, w.unit)
  const came = common([{ from: w.startsAt, to: w.endsAt }], [...signed, ...inside])[0]
  if (!came) return { away: [], known: [] }
  const since = [{ from: came.from, to: w.endsAt }]
  const absences = register.duty.absences(w.officer)
  // Whoever reports leaving has left, until they report back or sign in again; a sign-out says better when.
  const leftAlone = absences
    .filter((a) => a.data.substitute === null)
    .flatMap((a) => {
      const end = a.endedAt ?? a.data.until ?? w.endsAt
      const next = register.duty.signs(w.officer).find((m) => m.unit === w.unit && m.at > a.at && m.at <= end)
      return next?.on === false ? [] : [{ from: a.at, to: next?.at ?? end }]
    })
  const excused = joined([
    ...inside,
    ...orderedAway(register, w.officer),
    ...onLeave(register, w.officer),
    ...absences
      .filter((a) => a.data.substitute !== null)
      .map((a) => ({ from: a.at, to: a.endedAt ?? a.data.until ?? Number.POSITIVE_INFINITY })),
  ])
  const byDoor = register.custody.watched(w.post!, 'badges').map(stretchOf)
  const gone: Stretch[] = without(since, excused)
  // A door tells where it works; elsewhere whoever is signed in is taken to be there.
  const atDoor = common(gone, byDoor)
  const elsewhere = without(without(gone, byDoor), without(signed, leftAlone))
  return {
    away: joined([...atDoor, ...elsewhere]),
    known: joined([...atDoor, ...whileFed(register, 'duty', elsewhere, now)]),
  }
}

const doorBefore = (register: Register, w: Watch, { from }: Stretch): readonly number[] =>
  register.custody
    .presence(w.post!)
    .filter((p) => p.who === w.officer && p.from <= from)
    .slice(-1)
    .flatMap((p) => p.evidence)
