import { z } from 'zod'
import { actOf, type RecordKind, recorderKinds, recordKinds } from '../patterns/acts.ts'
import { type CaseFile, first } from '../patterns/case-file.ts'
import { adminProcedure, publicOrder2012, publicOrder2025 } from '../patterns/enactments.ts'
import { isAuxiliary } from '../patterns/officers.ts'
import { continuity, continuityDefaults, continuitySettings, coverage } from '../patterns/recording.ts'
import { byAct } from '../patterns/subjects.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

const schema = continuity.extend({ mostYuan: z.number(), oneAllowed: z.boolean() })

export const onTheSpotPenalty = wrongWhen<
  RecordKind | (typeof recorderKinds)[number] | 'penalty.imposed',
  z.infer<typeof schema>
>({
  id: 'inspection.on-the-spot-penalty',
  title: { zh: '当场处罚不符合条件', en: 'A penalty on the spot does not meet its conditions' },
  grade: 'B',
  citations: [
    publicOrder2025('第一百一十九条', '处警告或者五百元以下罚款的，可以当场作出治安管理处罚决定。'),
    publicOrder2025('第一百二十条', '可以由一名人民警察作出治安管理处罚决定，并应当全程同步录音录像。'),
    adminProcedure('第三十七条', '（一）对违反治安管理行为人或者道路交通违法行为人处二百元以下罚款或者警告的；'),
    adminProcedure('第三十七条', '涉及卖淫、嫖娼、赌博、毒品的案件，不适用当场处罚。'),
    publicOrder2012(
      '第一百条',
      '违反治安管理行为事实清楚，证据确凿，处警告或者二百元以下罚款的，可以当场作出治安管理处罚决定。',
    ),
  ],
  paramSchema: schema,
  params: [
    { from: '2013-01-01', value: { ...continuityDefaults, mostYuan: 200, oneAllowed: false } },
    { from: '2026-01-01', value: { ...continuityDefaults, mostYuan: 500, oneAllowed: true } },
  ],
  localSettings: continuitySettings,
  limits: {
    zh: '只看治安案件；有无异议以登记为准；录制情况看不到时不就录像作判断。2026年以前一名民警当场处罚由人核查。',
    en: 'Public-order cases only; objections are as recorded; when the recording cannot be seen it does not judge the recording. One officer before 2026 is for people to check.',
  },
  consumes: [...recordKinds, ...recorderKinds, 'penalty.imposed'],
  keeps: [...recordKinds, 'penalty.imposed'],
  subject: byAct,
  lawAt: (file) => first(file, 'penalty.imposed')?.at ?? file[0]!.at,
  judge(file, law, { now, register }) {
    const penalty = first(file, 'penalty.imposed')
    if (penalty?.data.caseType !== 'public-order') return undefined
    const act = actOf(file as CaseFile<RecordKind>)
    const { fineYuan, vice, objection, unit } = penalty.data
    const officers = act?.data.officers ?? []
    const wrong = (why: string, more: readonly number[] = []) => ({
      since: penalty.at,
      seen: [penalty, ...(act ? [act.started] : []), more],
      unit,
      officers,
      facts: { why, fineYuan, mostYuan: law.mostYuan },
    })
    if (fineYuan > law.mostYuan) return wrong('too-high')
    if (vice) return wrong('excluded-case')
    const police = officers.filter((o) => !isAuxiliary(register, o)).length
    if (!act || police !== 1 || !law.oneAllowed) return undefined
    if (objection) return wrong('objection-and-one-officer')
    const seen = coverage(file as CaseFile<RecordKind>, register.custody, now, law)
    if (seen.is === 'growing') return { dueAt: seen.dueAt, startedAt: seen.from }
    if (seen.is === 'unseen') return { missing: 'recording of the act' }
    return seen.is === 'gap' ? wrong('one-officer-unrecorded', seen.evidence) : undefined
  },
})
