import { minutes } from '../../domain/time.ts'
import { orders } from '../basis.ts'
import {
  attendanceLimits,
  attendanceRule,
  attendanceSetting,
  conferenceFacts,
  thereFrom,
} from '../patterns/conference.ts'

/** 视频会议未到会 (legal table N, mtg-attendance: the right persons). */
export const conferenceAbsent = attendanceRule({
  id: 'duty.conference-absent',
  title: { zh: '应当参加视频会议的人员未到会', en: 'Somebody who had to attend a video conference did not' },
  grade: 'C',
  citations: [orders],
  params: [{ from: '2013-01-01', value: { toleranceMinutes: 15 } }],
  localSettings: attendanceSetting(
    '开会后仍未入会即为未到的时间',
    'How long after the beginning somebody counts as absent',
  ),
  limits: attendanceLimits,
  judge(attendance, { toleranceMinutes }, now) {
    const { startsAt, endsAt, unit, officer, seqs } = attendance
    const dueAt = Math.min(startsAt + minutes(toleranceMinutes), endsAt)
    // Who came, however late, was there in the end: late is another duty's.
    if (thereFrom(attendance) !== undefined) return undefined
    if (now <= dueAt) return { dueAt, startedAt: startsAt }
    return { since: startsAt, seen: [seqs], unit, officers: [officer], facts: conferenceFacts(attendance) }
  },
})
