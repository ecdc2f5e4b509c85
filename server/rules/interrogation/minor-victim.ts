import { z } from 'zod'
import { age, toldBy } from '../../domain/custody/people.ts'
import { actOf, actsOf, type RecordKind, recorderKinds, recordKinds, sensorKinds } from '../patterns/acts.ts'
import type { CaseFile } from '../patterns/case-file.ts'
import { minors } from '../patterns/enactments.ts'
import { continuity, continuityDefaults, continuitySettings, coverage } from '../patterns/recording.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const minorVictim = wrongWhen({
  id: 'interrogation.minor-victim',
  title: {
    zh: '询问遭受性侵害或者暴力伤害的未成年人未同步录音录像或者非由女性进行',
    en: 'A minor harmed sexually or by violence was questioned without recording, or a girl by men',
  },
  grade: 'A',
  citations: [
    minors(
      '第一百一十二条',
      '在询问未成年被害人、证人时，应当采取同步录音录像等措施，尽量一次完成；未成年被害人、证人是女性的，应当由女性工作人员进行。',
    ),
  ],
  paramSchema: continuity.extend({ underYears: z.number() }),
  params: [{ from: '2021-06-01', value: { ...continuityDefaults, underYears: 18 } }],
  localSettings: continuitySettings,
  limits: {
    zh: '以笔录标明的案件情形、登记的年龄性别为准，不明时不作判断；录制情况看不到时只看人员性别。',
    en: 'Goes by the record’s mark and the registered age and sex; when the recording cannot be seen it looks at the officers’ sex only.',
  },
  consumes: [...recordKinds, ...recorderKinds, ...sensorKinds],
  keeps: recordKinds,
  subject: actsOf((a) => a.kind === 'questioning'),
  judge(file, law, { now, register }) {
    const own = file as CaseFile<RecordKind>
    const act = actOf(own)
    if (!act?.data.sexualOrViolentHarm || act.data.personRole === 'suspect') return undefined
    const facts = register.custody.person(act.data.person)
    const years = age(facts, act.started.at)
    if (years === undefined) return { missing: 'person.described birthDate' }
    if (years >= law.underYears) return undefined
    const { officers, unit } = act.data
    const sexes = officers.map((o) => register.officer(o)?.sex)
    const grounds = { unit, officers, facts: { act: act.data.act, person: act.data.person, years } }
    if (facts?.values.sex === 'female' && sexes.length > 0 && sexes.every((s) => s === 'male'))
      return { since: act.started.at, seen: [act.started, toldBy(facts, 'sex', 'birthDate')], ...grounds }
    const seen = coverage(own, register.custody, now, law)
    if (seen.is === 'growing') return { dueAt: seen.dueAt, startedAt: seen.from }
    if (seen.is === 'unseen') return { missing: 'recording of the act' }
    return seen.is === 'gap' ? { since: seen.from, seen: [act.started, seen.evidence], ...grounds } : undefined
  },
})
