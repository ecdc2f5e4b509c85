import { actOf, actsOf, type RecordKind, recorderKinds, recordKinds } from '../patterns/acts.ts'
import type { CaseFile } from '../patterns/case-file.ts'
import { adminProcedure, publicOrder2025 } from '../patterns/enactments.ts'
import { continuity, continuityDefaults, continuitySettings, coverage } from '../patterns/recording.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const questioningRemoteUnrecorded = wrongWhen({
  id: 'questioning.remote-unrecorded',
  title: { zh: '远程视频询问未全程同步录音录像', en: 'Remote questioning by video was not recorded throughout' },
  grade: 'B',
  citations: [
    publicOrder2025('第一百条', '询问和宣读过程应当全程同步录音录像。'),
    adminProcedure('第一百二十条', '询问、告知过程应当全程录音录像。'),
  ],
  paramSchema: continuity,
  params: [{ from: '2019-01-01', value: continuityDefaults }],
  localSettings: continuitySettings,
  limits: {
    zh: '以视频平台或者录制设备报告的录制起止为准；没有任何录制信息时不作判断。',
    en: 'Goes by what the video platform or recorder reports; without any word of a recording it does not judge.',
  },
  consumes: [...recordKinds, ...recorderKinds],
  keeps: recordKinds,
  subject: actsOf((a) => a.kind === 'questioning' && a.caseType !== 'criminal'),
  judge(all, law, { now, register: { custody } }) {
    const file = all as CaseFile<RecordKind>
    const act = actOf(file)
    if (act?.data.place !== 'remote-video') return undefined
    const seen = coverage(file, custody, now, law)
    if (seen.is === 'growing') return { dueAt: seen.dueAt, startedAt: seen.from }
    if (seen.is === 'unseen') return { missing: 'recording of the act' }
    if (seen.is === 'whole') return undefined
    return {
      since: seen.from,
      seen: [act.started, seen.evidence],
      unit: act.data.unit,
      officers: act.data.officers,
      facts: { act: act.data.act, gapTo: seen.to },
    }
  },
})
