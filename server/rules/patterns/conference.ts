import { z } from 'zod'
import { stretchOf } from '../../domain/duty/spans.ts'
import type { ObservationKind } from '../../domain/observation/index.ts'
import type { Register } from '../../domain/register.ts'
import { type Instant, minutes } from '../../domain/time.ts'
import type { Rule } from '../define-rule.ts'
import { all, type CaseFile, last, type Seen } from './case-file.ts'
import { onLeave, orderedAway } from './watch.ts'
import { type Judgement, wrongWhen } from './wrong-when.ts'

export const conferenceKinds = [
  'conference.scheduled',
  'conference.cancelled',
  'conference.excused',
  'conference.joined',
  'conference.left',
  'conference.closed',
] as const
type Kind = (typeof conferenceKinds)[number]

export const conferenceSchema = z.object({ toleranceMinutes: z.number().min(0).max(240) })
type Law = z.infer<typeof conferenceSchema>

/** What is known of one person's attendance at one conference. */
export interface Attendance {
  readonly officer: string
  readonly unit: string
  readonly conference: string
  readonly startsAt: Instant
  /** When it was closed; as planned until it is. */
  readonly endsAt: Instant
  readonly closed: boolean
  /** Comings and goings of this officer, oldest first. */
  readonly marks: readonly (Seen<'conference.joined'> | Seen<'conference.left'>)[]
  readonly title: string
  readonly seqs: readonly number[]
}

const SEPARATOR = '#'
const subjectOf = (conference: string, officer: string): string => `${conference}${SEPARATOR}${officer}`

/** Everybody an observation of a conference concerns: those who must attend, those who came, those who stand in. */
const concerned = (
  o: { readonly kind: ObservationKind; readonly data: object },
  register: Register,
): readonly string[] => {
  const { conference, officer, substitute, venues } = o.data as {
    conference: string
    officer?: string | null
    substitute?: string | null
    venues?: readonly { readonly required: readonly string[] }[]
  }
  const named = [
    ...(venues ?? []).flatMap((v) => v.required),
    ...(officer ? [officer] : []),
    ...(substitute ? [substitute] : []),
  ]
  const people = officer === undefined || officer === null ? [...named, ...register.duty.required(conference)] : named
  return [...new Set(people)].map((who) => subjectOf(conference, who))
}

/** A duty of one person who must attend a conference, judged when `judge` has what it needs. */
export const attendanceRule = (
  rule: Pick<
    Rule<CaseFile<Kind>, Law, Kind>,
    'id' | 'title' | 'grade' | 'citations' | 'limits' | 'params' | 'localSettings'
  > & {
    readonly judge: (attendance: Attendance, law: Law, now: Instant) => Judgement
  },
): Rule<CaseFile<Kind>, Law, Kind> => {
  const { judge, ...head } = rule
  return wrongWhen<Kind, Law>({
    ...head,
    paramSchema: conferenceSchema,
    consumes: conferenceKinds,
    subject: concerned,
    // The notice names the day; a file may begin with an excuse or a joining.
    lawAt: (file) => last(file, 'conference.scheduled')?.data.startsAt ?? file[0]!.at,
    judge(file, law, { now, register, subject }) {
      const attendance = attendanceOf(file, subject, register)
      if (!attendance) return undefined
      const { startsAt, officer } = attendance
      if (excusedAt(file, register, officer, startsAt + minutes(law.toleranceMinutes))) return undefined
      const fedFrom = register.custody.fedTimes('conferences').map(stretchOf)
      const until = Math.min(now, attendance.endsAt)
      const fed = fedFrom.some((f) => f.from <= startsAt && f.to >= until)
      const found = judge(attendance, law, now)
      if (found === undefined || 'missing' in found || 'dueAt' in found) return found
      if (!fed) return { missing: 'sensor.installed watches conferences' }
      // A terminal that joins without anybody being recognised shows nothing of who sat before it.
      const faceless = all(file, 'conference.joined').some(
        (j) => j.data.officer === null && j.data.unit === attendance.unit,
      )
      const anybody = all(file, 'conference.joined').some((j) => j.data.officer === officer)
      if (faceless && !anybody) return { missing: 'who sat at the terminal' }
      const excuses = all(file, 'conference.excused').filter((e) => e.data.officer === officer)
      if (excuses.length === 0) return found
      return { ...found, seen: [...found.seen, ...excuses], facts: { ...found.facts, excuse: 'not-approved' } }
    },
  })
}

const attendanceOf = (file: CaseFile<Kind>, subject: string, register: Register): Attendance | undefined => {
  // A substitute is named after the notice: only the register has it for them.
  const scheduled = register.duty.conference(subject.slice(0, subject.lastIndexOf(SEPARATOR)))
  const cancelled = last(file, 'conference.cancelled')
  if (!scheduled || (cancelled && cancelled.at >= scheduled.at)) return undefined
  const officer = subject.slice(subject.lastIndexOf(SEPARATOR) + 1)
  const venue = scheduled.data.venues.find((v) => v.required.includes(officer))
  const standsIn = all(file, 'conference.excused').find((e) => e.data.substitute === officer && isApproved(e))
  const unit = venue?.unit ?? standsIn?.data.unit
  if (unit === undefined) return undefined
  const closed = last(file, 'conference.closed')
  return {
    officer,
    unit,
    conference: scheduled.data.conference,
    startsAt: scheduled.data.startsAt,
    endsAt: closed?.at ?? scheduled.data.endsAt,
    closed: closed !== undefined,
    marks: all(file, 'conference.joined', 'conference.left').filter((m) => m.data.officer === officer),
    title: scheduled.data.title,
    seqs: [scheduled.seq, ...(standsIn ? [standsIn.seq] : []), ...(closed ? [closed.seq] : [])],
  }
}

/** An excuse is somebody else's to give: one that nobody approved, or they themselves, is an announcement. */
const isApproved = ({ data: { approvedBy, officer } }: Seen<'conference.excused'>): boolean =>
  approvedBy !== null && approvedBy !== officer

/** Excused, on leave, or ordered out: the conference must then do without them. */
const excusedAt = (file: CaseFile<Kind>, register: Register, officer: string, at: Instant): boolean =>
  all(file, 'conference.excused').some((e) => e.data.officer === officer && isApproved(e)) ||
  [...onLeave(register, officer), ...orderedAway(register, officer)].some((s) => s.from <= at && at < s.to)

/** From when on the officer was there, not before the beginning; undefined when never. */
export const thereFrom = ({ marks, startsAt, endsAt }: Attendance): Instant | undefined => {
  const before = marks.findLast((m) => m.at <= startsAt)
  if (before?.kind === 'conference.joined') return startsAt
  return marks.find((m) => m.kind === 'conference.joined' && m.at > startsAt && m.at <= endsAt)?.at
}

export const conferenceFacts = ({ conference, officer, startsAt, endsAt, title }: Attendance) => ({
  conference,
  title,
  officer,
  startsAt,
  endsAt,
})

export const attendanceSetting = (zh: string, en: string) =>
  [{ param: 'toleranceMinutes', title: { zh, en }, unit: 'minute' }] as const

export const attendanceLimits = {
  zh: '以会议系统的入会、离会记录为准：人脸或者账号认出的人才算到会；只有终端入会而认不出人的不作判断。经他人批准的请假、休假、按指令出警的不计；没有登记批准人的请假、替会不算，在线索中注明；替会人按原参会人要求。分钟数为本局设定。',
  en: 'Goes by the conference system’s entries: only who was recognised by face or account attended; a terminal alone shows nobody. Whoever was excused with somebody else’s approval, on leave or ordered out is not judged; an excuse or substitute without an approver on record counts for nothing and stands in the finding; a substitute is held to the same. The minutes are the bureau’s.',
}
