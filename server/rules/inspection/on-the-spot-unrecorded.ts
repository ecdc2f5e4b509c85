import { actOf, actsOf, type RecordKind, recorderKinds, recordKinds } from '../patterns/acts.ts'
import type { CaseFile } from '../patterns/case-file.ts'
import { publicOrder2025 } from '../patterns/enactments.ts'
import { continuity, continuityDefaults, continuitySettings, coverage } from '../patterns/recording.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const onTheSpotUnrecorded = wrongWhen({
  id: 'inspection.on-the-spot-unrecorded',
  title: {
    zh: '当场检查、当场扣押未全程同步录音录像',
    en: 'An inspection or seizure on the spot was not recorded throughout',
  },
  grade: 'B',
  citations: [
    publicOrder2025(
      '第一百零三条',
      '对确有必要立即进行检查的，人民警察经出示人民警察证，可以当场检查，并应当全程同步录音录像。',
    ),
    publicOrder2025('第一百零五条', '当场实施扣押的，应当全程同步录音录像。'),
  ],
  paramSchema: continuity,
  params: [{ from: '2026-01-01', value: continuityDefaults }],
  localSettings: continuitySettings,
  limits: {
    zh: '以执法记录仪等注明所属办案活动的录制起止为准；没有任何录制信息时不作判断。',
    en: 'Goes by recordings that name the act, such as body cameras; without any word of a recording it does not judge.',
  },
  consumes: [...recordKinds, ...recorderKinds],
  keeps: recordKinds,
  subject: actsOf((a) => (a.kind === 'inspection' || a.kind === 'seizure') && a.caseType === 'public-order'),
  judge(all, law, { now, register: { custody } }) {
    const file = all as CaseFile<RecordKind>
    const act = actOf(file)
    if (!act?.data.onTheSpot) return undefined
    const seen = coverage(file, custody, now, law)
    if (seen.is === 'growing') return { dueAt: seen.dueAt, startedAt: seen.from }
    if (seen.is === 'unseen') return { missing: 'recording of the act' }
    if (seen.is === 'whole') return undefined
    return {
      since: seen.from,
      seen: [act.started, seen.evidence],
      unit: act.data.unit,
      officers: act.data.officers,
      facts: { act: act.data.act, kind: act.data.kind, gapTo: seen.to },
    }
  },
})
