import { z } from 'zod'
import { actKinds, caseTypes } from '../../domain/observation/act.ts'
import { actOf, actsOf, doorKinds, type RecordKind, recorderKinds, recordKinds, sensorKinds } from '../patterns/acts.ts'
import type { CaseFile } from '../patterns/case-file.ts'
import { adminProcedure, penalties, publicOrder2012, publicOrder2025 } from '../patterns/enactments.ts'
import { continuity, continuityDefaults, continuitySettings, coverage } from '../patterns/recording.ts'
import { headcount, headcountSettings, tooFewOfficers } from '../patterns/two-officers.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

const kinds = z.array(z.enum(actKinds))
const schema = headcount.extend({
  ...continuity.shape,
  /** Acts for which the law asks for two. */
  twoFor: kinds,
  /** One is enough in a standard case area, or anywhere, if recorded throughout — in cases of these types. */
  oneInStandardArea: kinds,
  oneAnywhere: kinds,
  caseTypes: z.array(z.enum(caseTypes)),
})
type Law = z.infer<typeof schema>

const twoFor: Law['twoFor'] = [
  'questioning',
  'identification',
  'inspection',
  'body-check',
  'scene-investigation',
  'seizure',
  'forced-summons',
  'restraint',
]
const base = { least: 2, toleranceSeconds: 120, ...continuityDefaults, twoFor }

/** Standard place: the record says so, and the room register does not say otherwise. */
const standard = (place: string, registered: boolean | null | undefined): boolean =>
  place === 'standard-case-area' && registered !== false

/** The same act as if it had been done in no room. */
const unseenByDoors = (file: CaseFile<RecordKind>): CaseFile<RecordKind> =>
  file.map((s) => (s.kind === 'act.started' ? { ...s, data: { ...s.data, room: null } } : s))

export const questioningOneOfficer = wrongWhen<
  RecordKind | (typeof doorKinds)[number] | (typeof recorderKinds)[number] | (typeof sensorKinds)[number],
  Law
>({
  id: 'questioning.one-officer',
  title: {
    zh: '调查取证时人民警察少于二人且不符合一人办案条件',
    en: 'Fewer than two police officers, and the conditions for one alone are not met',
  },
  grade: 'A',
  citations: [
    publicOrder2025(
      '第一百零八条',
      '公安机关进行询问、辨认、勘验，实施行政强制措施等调查取证工作时，人民警察不得少于二人。',
    ),
    publicOrder2025(
      '第一百零八条',
      '公安机关在规范设置、严格管理的执法办案场所进行询问、扣押、辨认的，或者进行调解的，可以由一名人民警察进行。',
    ),
    publicOrder2025('第一百零八条', '依照前款规定由一名人民警察进行询问、扣押、辨认、调解的，应当全程同步录音录像。'),
    publicOrder2025('第一百零三条', '检查时，人民警察不得少于二人，并应当出示人民警察证。'),
    publicOrder2012(
      '第八十七条',
      '检查时，人民警察不得少于二人，并应当出示工作证件和县级以上人民政府公安机关开具的检查证明文件。',
    ),
    adminProcedure(
      '第五十二条',
      '公安机关进行询问、辨认、检查、勘验，实施行政强制措施等调查取证工作时，人民警察不得少于二人，并表明执法身份。',
    ),
    penalties('第四十二条', '执法人员不得少于两人，法律另有规定的除外。'),
  ],
  paramSchema: schema,
  params: [
    { from: '2013-01-01', value: { ...base, oneInStandardArea: [], oneAnywhere: [], caseTypes: [] } },
    {
      from: '2026-01-01',
      value: {
        ...base,
        twoFor: [...twoFor, 'mediation'],
        oneInStandardArea: ['questioning', 'seizure', 'identification'],
        oneAnywhere: ['mediation'],
        caseTypes: ['public-order'],
      },
    },
  ],
  localSettings: [...headcountSettings, ...continuitySettings],
  limits: {
    zh: '人数以笔录所载为准，门禁、胸牌能够否定；没有工作的胸牌感知时只能看笔录。例外只及于治安案件（含第一百四十一条所列）的询问、扣押、辨认和调解，不及于检查（含人身检查，只看笔录）、勘验、强制传唤、约束、继续盘问和刑事讯问。其他行政案件的调解可以由一名民警带领辅警进行，由另一规则看。录制情况看不到时不作判断。',
    en: 'Counts those in the record, whom doors and badges may contradict; without a working badge reader only the record is seen. The exception covers questioning, seizure, identification and mediation in public-order cases; never inspection, body check (counted by the record alone), scene investigation, forced summons, restraint, continued questioning or interrogation. Mediation in other administrative cases may be led by one officer with auxiliaries and is for another rule. When the recording cannot be seen it does not judge.',
  },
  consumes: [...recordKinds, ...doorKinds, ...recorderKinds, ...sensorKinds],
  keeps: recordKinds,
  subject: actsOf((a) => a.caseType !== 'criminal' && [...twoFor, 'mediation'].some((k) => k === a.kind)),
  // The act is judged by the law of the day on which it began.
  lawAt: (file) => actOf(file as CaseFile<RecordKind>)?.started.at ?? file[0]!.at,
  judge(all, law, moment) {
    const file = all as CaseFile<RecordKind>
    const act = actOf(file)
    if (!act || !law.twoFor.includes(act.data.kind)) return undefined
    const { custody } = moment.register
    // In other cases one may lead auxiliaries at a mediation (程序规定 52): not counted here.
    if (law.oneAnywhere.includes(act.data.kind) && !law.caseTypes.includes(act.data.caseType)) return undefined
    // 人身检查 is 检查. Its record is counted alone: an officer of the other sex rightly stays outside the door.
    const counted = act.data.kind === 'body-check' ? unseenByDoors(file) : file
    const few = tooFewOfficers(counted, law, moment)
    if (!few || 'missing' in few || 'dueAt' in few) return few
    const { kind, place, room, caseType } = act.data
    const excepted =
      law.caseTypes.includes(caseType) &&
      (law.oneAnywhere.includes(kind) ||
        (law.oneInStandardArea.includes(kind) && standard(place, custody.room(room)?.standard)))
    if (!excepted) return { ...few, facts: { ...few.facts, kind, caseType, place, excepted } }
    // One may do; nobody may not. A door a few seconds after the record's beginning is within the tolerance.
    const none = tooFewOfficers(file, { ...law, least: 1 }, moment)
    if (none && 'since' in none) return { ...none, facts: { ...none.facts, kind, caseType, place, excepted } }
    const seen = coverage(file, custody, moment.now, law)
    if (seen.is === 'whole') return none && 'dueAt' in none ? none : undefined
    if (seen.is === 'growing') return { dueAt: seen.dueAt, startedAt: seen.from }
    if (seen.is === 'unseen') return { missing: 'recording of the act' }
    return {
      ...few,
      since: Math.max(seen.from, few.since),
      seen: [...few.seen, seen.evidence],
      facts: { ...few.facts, kind, caseType, place, excepted, gapFrom: seen.from, gapTo: seen.to },
    }
  },
})
