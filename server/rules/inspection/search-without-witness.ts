import { seconds } from '../../domain/time.ts'
import { actOf, actsOf, namedAt, type RecordKind, recorderKinds, recordKinds, sensorKinds } from '../patterns/acts.ts'
import { type AttendeeKind, attendance, attendanceSettings, attended, firstLack } from '../patterns/attendance.ts'
import type { CaseFile } from '../patterns/case-file.ts'
import { criminalProcedure, criminalProcedureLaw } from '../patterns/enactments.ts'
import { insideAt } from '../patterns/facility.ts'
import { continuity, continuityDefaults, continuitySettings, coverage, explained } from '../patterns/recording.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

/** 被搜查人的家属、邻居或者其他见证人: whoever is there and neither works for the police nor for the search. */
const witnesses: readonly AttendeeKind[] = ['witness', 'guardian', 'appropriate-adult', 'lawyer', 'other']

export const searchWithoutWitness = wrongWhen({
  id: 'inspection.search-without-witness',
  title: {
    zh: '搜查时没有被搜查人、家属、邻居或者其他见证人在场',
    en: 'A search with neither the person searched nor a relative, neighbour or other witness present',
  },
  grade: 'B',
  citations: [
    criminalProcedureLaw('第一百三十九条', '在搜查的时候，应当有被搜查人或者他的家属，邻居或者其他见证人在场。'),
    criminalProcedure('第二百二十五条', '进行搜查时，应当有被搜查人或者他的家属、邻居或者其他见证人在场。'),
    criminalProcedure(
      '第一百九十四条',
      '确因客观原因无法由符合条件的人员担任见证人的，应当对有关侦查活动进行全程录音录像，并在笔录中注明有关情况。',
    ),
  ],
  paramSchema: attendance.extend(continuity.shape),
  params: [{ from: '2013-01-01', value: { toleranceSeconds: 120, ...continuityDefaults } }],
  localSettings: [...attendanceSettings, ...continuitySettings],
  limits: {
    zh: '只看刑事案件的搜查。笔录写明被搜查人的，视为在场，已登记羁押在看守所、拘留所的除外；没有写明又没有家属、见证人等在场的才报。全程录音录像并在笔录中注明原因的不报。见证人是否符合条件由人核查。',
    en: 'Searches in criminal cases. The person the record names counts as present, unless a detention house or lock-up has them; it is found when there is neither they nor a relative, neighbour or witness. Recorded throughout, with the reason on the record, it is lawful. Whether a witness may be one is for people to check.',
  },
  consumes: [
    ...recordKinds,
    ...recorderKinds,
    ...sensorKinds,
    'act.explained',
    'custody.admitted',
    'custody.released',
    'custody.taken-out',
    'custody.returned',
  ],
  keeps: [...recordKinds, 'act.explained'],
  subject: actsOf((a) => a.kind === 'search' && a.caseType === 'criminal'),
  judge(file, law, { now, register }) {
    const own = file as CaseFile<RecordKind>
    const act = actOf(own)
    if (!act) return undefined
    const { person, unit } = act.data
    const inside = person === null ? undefined : insideAt(register.custody, person, act.started.at)
    if (person !== null && !inside) return undefined
    const { found, growing } = firstLack(own, [], now, law, (at) => attended(own, at, witnesses, []))
    if (growing !== undefined) return { dueAt: growing + seconds(law.toleranceSeconds), startedAt: growing }
    if (!found) return undefined
    const recorded = coverage(own, register.custody, now, law)
    const noted = explained(file as CaseFile<RecordKind | 'act.explained'>)
    // The note may stand at the end of the record: while the search goes on and is recorded, it can still come.
    if (recorded.is === 'whole' && (noted || act.endedAt === undefined)) return undefined
    if (noted && recorded.is === 'growing') return { dueAt: recorded.dueAt, startedAt: recorded.from }
    if (noted && recorded.is === 'unseen') return { missing: 'recording of the act' }
    return {
      since: found.from,
      seen: [...found.seen, inside ? [inside.seq] : []],
      unit,
      officers: namedAt(own, act.started, found.from),
      facts: { act: act.data.act, person, until: found.to ?? null },
    }
  },
})
