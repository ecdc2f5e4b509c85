import { z } from 'zod'
import { endOfDays } from '../../domain/calendar.ts'
import type { Register } from '../../domain/register.ts'
import { hours, type Instant } from '../../domain/time.ts'
import { all, first, last } from '../patterns/case-file.ts'
import { onSiteVideo, unread } from '../patterns/elsewhere.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

/** 视音频资料移交 (legal table K, bwc-upload). */
export const notUploaded = wrongWhen({
  id: 'body-camera.not-uploaded',
  title: { zh: '执法视音频资料未按时移交保存', en: 'Footage of a body camera was not handed in in time' },
  grade: 'B',
  citations: [
    onSiteVideo(
      '第十二条（条号待核）',
      '执法任务结束后当日移交视音频资料；连续工作、异地执法等确有困难的，返回后二十四小时内移交。',
    ),
  ],
  paramSchema: z.object({
    /** 0: until 24:00 of the day on which the duty ended. */
    afterDutyHours: z.number().min(0).max(240),
    remoteHours: z.number().min(0).max(240),
  }),
  params: [{ from: '2016-07-01', value: { afterDutyHours: 0, remoteHours: 24 } }],
  localSettings: [
    {
      param: 'afterDutyHours',
      title: {
        zh: '勤务结束后的移交时限（0为当日24时前；有的省定为24）',
        en: 'Time after the duty (0: until 24:00 of that day; some provinces say 24)',
      },
      unit: 'hour',
    },
    {
      param: 'remoteHours',
      title: { zh: '异地执法返回后的移交时限', en: 'Time after returning from elsewhere' },
      unit: 'hour',
    },
  ],
  shipsOff: unread,
  limits: {
    zh: '勤务结束以排班、值班安排为准，没有安排的按停止摄录当日；异地执法以批准的出县任务为准。记录仪没有报来停止摄录的看不到；因设备故障停止而未移交的不作判断。两个时限的出处均未核对原文。',
    en: 'When the duty ended goes by the rosters, without one by the day the recording stopped; work elsewhere by approved tasks out of the county. A camera that does not tell when it stops is invisible; one that stopped by a fault is not judged while nothing is handed in. Neither number was checked against the text.',
  },
  consumes: ['body-camera.started', 'body-camera.stopped', 'body-camera.uploaded'],
  subject: ({ data }) => data.recording,
  judge(file, law, { now, register }) {
    const stopped = last(file, 'body-camera.stopped')
    if (!stopped) return undefined
    const officer = stopped.data.officer ?? first(file, 'body-camera.started')?.data.officer ?? null
    const { dueAt, because } = due(register, officer, stopped.at, law)
    const uploaded = all(file, 'body-camera.uploaded')[0]
    if (
      !register.custody
        .fedTimes('body-cameras')
        .some((f) => f.from <= stopped.at && (f.to ?? now) >= Math.min(now, dueAt))
    )
      return uploaded && uploaded.at <= dueAt ? undefined : { missing: 'sensor.installed watches body-cameras' }
    // What a broken camera holds its bearer cannot hand in.
    if (stopped.data.reason === 'fault' && uploaded === undefined) return { missing: 'a body camera that works' }
    if ((uploaded?.at ?? now) <= dueAt) return uploaded ? undefined : { dueAt, startedAt: stopped.at }
    return {
      since: dueAt,
      seen: [...all(file, 'body-camera.started').slice(0, 1), stopped, ...(uploaded ? [uploaded] : [])],
      unit: stopped.data.unit,
      officers: officer === null ? [] : [officer],
      facts: {
        recording: stopped.data.recording,
        device: stopped.data.device,
        officer,
        stoppedAt: stopped.at,
        dueAt,
        because,
        doneAt: uploaded?.at ?? null,
      },
    }
  },
})

/** The last lawful instant to hand in, and which of the two limits gives it. */
const due = (
  register: Register,
  officer: string | null,
  stoppedAt: Instant,
  law: { readonly afterDutyHours: number; readonly remoteHours: number },
): { readonly dueAt: Instant; readonly because: 'after-duty' | 'remote' } => {
  const shifts = officer === null ? [] : register.shiftsWith(officer)
  const carriers = officer === null ? [] : [`officer/${officer}`, ...shifts.map((s) => s.carrier)]
  const away = carriers
    .flatMap((c) => register.tasksOf(c))
    .find((t) => t.purpose === 'out-of-county' && t.startsAt <= stoppedAt && stoppedAt <= t.endsAt)
  if (away) return { dueAt: away.endsAt + hours(law.remoteHours), because: 'remote' }
  const spans = [...shifts, ...(officer === null ? [] : register.duty.ofOfficer(officer))]
  const ends = spans.filter((s) => s.startsAt <= stoppedAt && stoppedAt <= s.endsAt).map((s) => s.endsAt)
  const endedAt = ends.length === 0 ? stoppedAt : Math.max(...ends)
  const dueAt = law.afterDutyHours === 0 ? endOfDays(endedAt, 0) : endedAt + hours(law.afterDutyHours)
  return { dueAt, because: 'after-duty' }
}
