import { age, toldBy } from '../../domain/custody/people.ts'
import { seconds } from '../../domain/time.ts'
import { actOf, actsOf, namedAt, type RecordKind, recorderKinds, recordKinds, sensorKinds } from '../patterns/acts.ts'
import { attendanceSettings, firstLack } from '../patterns/attendance.ts'
import type { CaseFile } from '../patterns/case-file.ts'
import { minors } from '../patterns/enactments.ts'
import { minorAttended } from '../patterns/guardian.ts'
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
  paramSchema: continuity.extend(minorAttended.shape),
  params: [{ from: '2021-06-01', value: { ...continuityDefaults, underYears: 18, toleranceSeconds: 120 } }],
  localSettings: [...continuitySettings, ...attendanceSettings],
  limits: {
    zh: '以笔录标明的案件情形、登记的年龄性别为准，不明时不作判断；进行询问的人员以笔录所载各时刻在场的民警为准，其中有一名女性即可；录制情况看不到时只看人员性别。',
    en: 'Goes by the record’s mark and the registered age and sex. Who questions is whom the record has there at each moment, as some join and others leave; one woman among them is enough. When the recording cannot be seen it looks at the officers’ sex only.',
  },
  consumes: [...recordKinds, ...recorderKinds, ...sensorKinds, 'person.described'],
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
    const { unit } = act.data
    const told = (officers: readonly string[]) => ({
      unit,
      officers,
      facts: { act: act.data.act, person: act.data.person, years },
    })
    const girl = facts?.values.sex === 'female'
    let unknownSex = facts?.values.sex === undefined
    const women = firstLack(own, [], now, law, (at) => {
      if (!girl) return 'yes'
      const sexes = namedAt(own, act.started, at).map((o) => register.officer(o)?.sex)
      const unclear = sexes.length === 0 || (!sexes.includes('female') && sexes.some((s) => !s))
      unknownSex ||= unclear
      return unclear || sexes.includes('female') ? 'yes' : 'not-on-record'
    })
    const recorded = coverage(own, register.custody, now, law)
    const gap = recorded.is === 'gap' ? recorded : undefined
    if (women.found && (gap === undefined || women.found.from <= gap.from))
      return {
        since: women.found.from,
        seen: [...women.found.seen, toldBy(facts, 'sex', 'birthDate')],
        ...told(namedAt(own, act.started, women.found.from)),
      }
    if (gap) return { since: gap.from, seen: [act.started, gap.evidence], ...told(namedAt(own, act.started, gap.from)) }
    const growing = [
      ...(women.growing === undefined
        ? []
        : [{ dueAt: women.growing + seconds(law.toleranceSeconds), startedAt: women.growing }]),
      ...(recorded.is === 'growing' ? [{ dueAt: recorded.dueAt, startedAt: recorded.from }] : []),
    ].sort((a, b) => a.dueAt - b.dueAt)[0]
    if (growing) return growing
    if (recorded.is === 'unseen') return { missing: 'recording of the act' }
    return unknownSex ? { missing: 'sex of the person or of the officers' } : undefined
  },
})
