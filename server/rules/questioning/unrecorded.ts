import { actOf, actsOf, doorKinds, type RecordKind, recorderKinds, recordKinds, sensorKinds } from '../patterns/acts.ts'
import type { CaseFile } from '../patterns/case-file.ts'
import { publicOrder2025 } from '../patterns/enactments.ts'
import { continuity, continuityDefaults, continuitySettings, coverage } from '../patterns/recording.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const questioningUnrecorded = wrongWhen({
  id: 'questioning.unrecorded',
  title: { zh: '在执法办案场所询问未全程同步录音录像', en: 'Questioning in a case area was not recorded throughout' },
  grade: 'A',
  citations: [publicOrder2025('第九十七条', '在执法办案场所询问违反治安管理行为人，应当全程同步录音录像。')],
  paramSchema: continuity,
  params: [{ from: '2026-01-01', value: continuityDefaults }],
  localSettings: continuitySettings,
  limits: {
    zh: '从被询问人进入房间（未见进入的从询问开始）到签名；没有工作的录制感知、也没有任何录制信息的房间不作判断，另由设备责任单位负责。2026年以前行政案件可以不录。',
    en: 'From entry into the room (or the beginning, when no door saw it) to the signature. Without a working recorder sensor and without any word of a recording it does not judge; the equipment has its own rule. Before 2026 recording was optional.',
  },
  consumes: [...recordKinds, ...doorKinds, ...recorderKinds, ...sensorKinds],
  keeps: recordKinds,
  subject: actsOf((a) => a.kind === 'questioning' && a.caseType === 'public-order'),
  judge(all, law, { now, register: { custody } }) {
    const file = all as CaseFile<RecordKind>
    const act = actOf(file)
    if (act?.data.personRole !== 'suspect') return undefined
    const inArea = act.data.place === 'standard-case-area' || custody.room(act.data.room)?.area != null
    if (!inArea) return undefined
    const seen = coverage(file, custody, now, law)
    if (seen.is === 'growing') return { dueAt: seen.dueAt, startedAt: seen.from }
    if (seen.is === 'unseen') return { missing: 'recording of the act' }
    if (seen.is === 'whole') return undefined
    return {
      since: seen.from,
      seen: [act.started, ...(act.signed ? [act.signed] : []), seen.evidence],
      unit: act.data.unit,
      officers: act.data.officers,
      facts: { act: act.data.act, room: act.data.room, gapFrom: seen.from, gapTo: seen.to, noRecording: seen.none },
    }
  },
})
