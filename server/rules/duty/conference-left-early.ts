import { minutes } from '../../domain/time.ts'
import { orders } from '../basis.ts'
import { attendanceLimits, attendanceRule, attendanceSetting, conferenceFacts } from '../patterns/conference.ts'

/** 视频会议早退、中途离会 (legal table N, mtg-attendance: until the end). Judged when the end is known. */
export const conferenceLeftEarly = attendanceRule({
  id: 'duty.conference-left-early',
  title: { zh: '视频会议早退或者中途离会', en: 'Somebody left a video conference before its end' },
  grade: 'C',
  citations: [orders],
  params: [{ from: '2013-01-01', value: { toleranceMinutes: 5 } }],
  localSettings: attendanceSetting(
    '中途离开、提前离会的容许时间',
    'How long somebody may be out, or leave before the end',
  ),
  limits: attendanceLimits,
  judge(attendance, { toleranceMinutes }) {
    const { startsAt, endsAt, closed, marks, unit, officer, seqs } = attendance
    // Until it is closed nobody knows how long it lasts.
    if (!closed) return undefined
    const gone = marks.flatMap((m, i) => {
      if (m.kind !== 'conference.left' || m.at < startsAt) return []
      const back = marks.slice(i + 1).find((x) => x.kind === 'conference.joined')
      const until = Math.min(back?.at ?? endsAt, endsAt)
      return until - m.at > minutes(toleranceMinutes) ? [{ left: m, back, until }] : []
    })
    const first = gone[0]
    if (!first) return undefined
    return {
      since: first.left.at,
      seen: [seqs, ...gone.flatMap((g) => [g.left, ...(g.back ? [g.back] : [])])],
      unit,
      officers: [officer],
      facts: { ...conferenceFacts(attendance), leftAt: first.left.at, until: first.until, times: gone.length },
    }
  },
})
