import { days } from '../../domain/time.ts'
import { actOf, actsOf, type RecordKind, recordKinds } from '../patterns/acts.ts'
import { all, type CaseFile } from '../patterns/case-file.ts'
import { publicOrder2025 } from '../patterns/enactments.ts'
import { inForceFrom, noNumber } from '../patterns/none.ts'
import { isAuxiliary } from '../patterns/officers.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

const oneMayDo = ['questioning', 'seizure', 'identification', 'mediation']

export const questioningEvidenceExcluded = wrongWhen<RecordKind | 'recording.verified' | 'footage.deleted', object>({
  id: 'questioning.evidence-excluded',
  title: {
    zh: '一人办案的录音录像损毁、丢失或者被改动，证据不能使用',
    en: 'The recording of an act done by one officer is damaged, lost or changed: its evidence cannot be used',
  },
  grade: 'A',
  citations: [
    publicOrder2025(
      '第一百零八条',
      '未按规定全程同步录音录像或者录音录像资料损毁、丢失的，相关证据不能作为处罚的根据。',
    ),
  ],
  paramSchema: noNumber,
  params: inForceFrom('2026-01-01'),
  limits: {
    zh: '以存储系统的校验和删除记录为准；须注明所属办案活动，录制后四十日内也可以只注明录像编号。',
    en: 'Goes by the storage system’s checks and deletions; these must name the act, or within forty days of it the recording alone.',
  },
  consumes: [...recordKinds, 'recording.verified', 'footage.deleted'],
  remembersMs: days(400),
  subject: actsOf((a) => a.caseType !== 'criminal' && oneMayDo.includes(a.kind)),
  judge(file, _, { register, register: { custody } }) {
    const act = actOf(file as CaseFile<RecordKind>)
    if (!act) return undefined
    const officers = act.data.officers.filter((o) => !isAuxiliary(register, o))
    if (officers.length !== 1) return undefined
    const its = ({ data }: { data: { act: string | null; recording: string | null } }) =>
      (data.act ?? (data.recording === null ? null : custody.recordingPlace(data.recording)?.act)) === act.data.act
    const lost = all(file, 'recording.verified', 'footage.deleted').find(
      (s) => its(s) && (s.kind === 'footage.deleted' || s.data.result !== 'intact'),
    )
    return (
      lost && {
        since: lost.at,
        seen: [act.started, lost],
        unit: act.data.unit,
        officers,
        facts: { act: act.data.act, result: lost.kind === 'footage.deleted' ? 'deleted' : lost.data.result },
      }
    )
  },
})
