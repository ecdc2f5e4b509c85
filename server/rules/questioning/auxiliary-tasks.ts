import { z } from 'zod'
import { actKinds } from '../../domain/observation/act.ts'
import { actOf, actsOf, type RecordKind, recorderKinds, recordKinds, sensorKinds } from '../patterns/acts.ts'
import type { CaseFile } from '../patterns/case-file.ts'
import { adminProcedure } from '../patterns/enactments.ts'
import { isAuxiliary } from '../patterns/officers.ts'
import { continuity, continuityDefaults, continuitySettings, coverage } from '../patterns/recording.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const questioningAuxiliaryTasks = wrongWhen({
  id: 'questioning.auxiliary-tasks',
  title: {
    zh: '一名民警带领辅警工作未全程录音录像或者没有民警带领',
    en: 'One officer led auxiliaries without recording throughout, or no officer led them',
  },
  grade: 'B',
  citations: [
    adminProcedure(
      '第五十二条',
      '接报案、受案登记、接受证据、信息采集、调解、送达文书等工作，可以由一名人民警察带领警务辅助人员进行，但应当全程录音录像。',
    ),
  ],
  paramSchema: continuity.extend({ tasks: z.array(z.enum(actKinds)) }),
  params: [
    {
      from: '2019-01-01',
      value: {
        ...continuityDefaults,
        tasks: ['report-taking', 'case-registration', 'evidence-taking', 'data-capture', 'mediation', 'service'],
      },
    },
  ],
  localSettings: continuitySettings,
  limits: {
    zh: '只看笔录载有辅警的活动；录制情况看不到时不作判断。',
    en: 'Only acts whose record names auxiliaries; when the recording cannot be seen it does not judge.',
  },
  consumes: [...recordKinds, ...recorderKinds, ...sensorKinds],
  keeps: recordKinds,
  subject: actsOf((a) => a.caseType !== 'criminal'),
  judge(all, law, { now, register }) {
    const file = all as CaseFile<RecordKind>
    const act = actOf(file)
    if (!act || !law.tasks.includes(act.data.kind)) return undefined
    const auxiliaries = act.data.officers.filter((o) => isAuxiliary(register, o))
    const police = act.data.officers.length - auxiliaries.length
    if (auxiliaries.length === 0 || police > 1) return undefined
    const grounds = { unit: act.data.unit, officers: act.data.officers }
    if (police === 0)
      return {
        since: act.started.at,
        seen: [act.started],
        ...grounds,
        facts: { act: act.data.act, kind: act.data.kind, police },
      }
    const seen = coverage(file, register.custody, now, law)
    if (seen.is === 'growing') return { dueAt: seen.dueAt, startedAt: seen.from }
    if (seen.is === 'unseen') return { missing: 'recording of the act' }
    if (seen.is === 'whole') return undefined
    return {
      since: seen.from,
      seen: [act.started, seen.evidence],
      ...grounds,
      facts: { act: act.data.act, kind: act.data.kind, gapTo: seen.to },
    }
  },
})
