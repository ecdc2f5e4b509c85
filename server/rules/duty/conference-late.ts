import { minutes } from '../../domain/time.ts'
import { orders } from '../basis.ts'
import {
  attendanceLimits,
  attendanceRule,
  attendanceSetting,
  conferenceFacts,
  thereFrom,
} from '../patterns/conference.ts'

/** 视频会议迟到 (legal table N, mtg-attendance: on time). */
export const conferenceLate = attendanceRule({
  id: 'duty.conference-late',
  title: { zh: '参加视频会议迟到', en: 'Somebody came late to a video conference' },
  grade: 'C',
  citations: [orders],
  params: [{ from: '2013-01-01', value: { toleranceMinutes: 0 } }],
  localSettings: attendanceSetting('迟到的容许时间', 'How late somebody may be'),
  limits: attendanceLimits,
  judge(attendance, { toleranceMinutes }) {
    const { startsAt, marks, unit, officer, seqs } = attendance
    const from = thereFrom(attendance)
    if (from === undefined || from <= startsAt + minutes(toleranceMinutes)) return undefined
    const came = marks.filter((m) => m.at === from)
    return {
      since: startsAt + minutes(toleranceMinutes),
      seen: [seqs, ...came],
      unit,
      officers: [officer],
      facts: { ...conferenceFacts(attendance), joinedAt: from },
    }
  },
})
